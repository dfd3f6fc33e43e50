/** Addresses, and what is copied of them, in every engine. */
import { expect, test } from './test.ts';

for (const address of [
  '/sections/4/#s4-2-1-1-p2',
  '/sections/1/#fn12',
  '/chapter/#p67',
  '/pages/57/#fn45',
])
  test(`${address} leads to its place`, async ({ reader, open, until }) => {
    await open(address);
    await until(() => {
      const { top } = document.querySelector(':target')?.getBoundingClientRect() ?? { top: -1 };
      return top >= 0 && top < innerHeight;
    });
    expect(await reader.evaluate(() => document.querySelectorAll(':target').length)).toBe(1);
  });

test('what is fetched first can be copied, too', async ({ reader, open, until }) => {
  await open('/sections/1/');
  await reader.click('[data-cite-this]');
  await until(() => document.querySelector('.cite-dialog .files button'));
  await reader.click('.cite-dialog .files button');
  const said = await until(
    () =>
      document.querySelector('.cite-dialog > [role="status"], .cite-dialog [role="status"]')
        ?.textContent,
  );
  expect(said).toBe('已複製 BibTeX');
});
