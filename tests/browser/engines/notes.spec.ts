/** Notes where one reads, in every engine. */
import { expect, test } from './test.ts';

test('a noteref opens its note, whole, and Esc closes it', async ({ reader, open, until }) => {
  await reader.size(820, 1100);
  await open('/sections/1/');
  await reader.click('#fnref1');
  const card = await until(() => {
    const body = document.querySelector('.note-card:popover-open .body');
    return body && { height: body.clientHeight, all: body.scrollHeight, words: body.textContent };
  });
  expect(card?.words).toContain('環球時報');
  // Its words are in sight: a line is at least 18 px high.
  expect(card?.height).toBeGreaterThan(18);
  expect(card?.height).toBe(card?.all);
  await reader.press('Escape');
  await until(() => !document.querySelector('.note-card:popover-open'));
});
