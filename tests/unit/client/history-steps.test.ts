/** Stepping back through searches: every search that was sent or chosen, and none that one only typed through. */
import { expect, test } from 'vitest';
import { historySteps } from '../../../src/client/search/history-steps.ts';

test('what is typed in one go is one step, however slowly, and the search before stays', () => {
  const steps = historySteps();
  expect(steps.sent()).toBe('push');
  expect([steps.typed(), steps.typed(), steps.typed()]).toEqual(['push', 'replace', 'replace']);
});

test('Enter after a pause adds no step to what was typed; Enter before one does', () => {
  const slow = historySteps();
  expect([slow.typed(), slow.sent()]).toEqual(['push', 'replace']);
  expect([slow.typed(), slow.sent()]).toEqual(['push', 'replace']);
  const quick = historySteps();
  expect([quick.sent(), quick.sent()]).toEqual(['push', 'push']);
});

test('a choice is a step of its own, and what is typed after it begins another', () => {
  const steps = historySteps();
  expect([steps.typed(), steps.chosen(), steps.typed(), steps.typed()]).toEqual([
    'push',
    'push',
    'push',
    'replace',
  ]);
});
