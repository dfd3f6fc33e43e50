/** What a reader sets, in every engine. */
import { expect, test } from './test.ts';

const ground = () => getComputedStyle(document.documentElement).backgroundColor;

test('a dark ground is chosen, holds on other pages, and is taken back', async ({
  reader,
  open,
  until,
}) => {
  await open('/sections/1/');
  const light = await reader.evaluate(ground);
  await reader.click('[data-settings]');
  await until(() => document.querySelector('.settings-dialog[open] input[value="dark"]'));
  await reader.click('.settings-dialog input[value="dark"]');
  await until(
    () => getComputedStyle(document.documentElement).backgroundColor === 'rgb(23, 24, 26)',
  );
  await open('/notes/12/');
  expect(await reader.evaluate(ground)).toBe('rgb(23, 24, 26)');
  await reader.evaluate(() => localStorage.clear());
  await reader.reload();
  expect(await reader.evaluate(ground)).toBe(light);
});

test('a larger size makes the text larger, and no line wider than the window', async ({
  reader,
  open,
  until,
}) => {
  await reader.size(390, 800);
  await open('/sections/1/');
  const size = () =>
    Number.parseFloat(getComputedStyle(document.querySelector('#s1-1-p1') as Element).fontSize);
  const usual = await reader.evaluate(size);
  await reader.evaluate(() => {
    localStorage['zhangju.settings'] = '{"size":"7"}';
  });
  await reader.reload();
  await until(() => document.documentElement.dataset['size'] === '7');
  expect(await reader.evaluate(size)).toBeGreaterThan(1.4 * usual);
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    390,
  );
});
