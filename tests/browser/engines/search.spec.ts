/** Finding, in every engine. */
import { expect, test } from './test.ts';

test('the box in the header finds while one types, and a hit leads to its words', async ({
  reader,
  open,
  until,
}) => {
  await open('/sections/2/');
  await reader.click('header input[type="search"]');
  await reader.type('北韓核武');
  await until(() => document.querySelector('[data-drop] li a'));
  await reader.click('[data-drop] li a');
  await until(() => /mark=/u.test(location.search) || location.pathname.includes('/notes/'));
  await until(() => {
    const place = document.querySelector(':target');
    const at = place?.getBoundingClientRect();
    return at && at.bottom > 0 && at.top < innerHeight;
  });
});

test('the page of search counts, lists and lists', async ({ open, until }) => {
  await open('/search/?q=%E4%B8%AD%E5%A4%AE%E7%A4%BE&in=notes');
  const answer = await until(() => {
    if (document.querySelector('#results')?.getAttribute('aria-busy') !== 'false') return false;
    return {
      said: document.querySelector('[data-search-page] [role="status"]')?.textContent,
      hits: document.querySelectorAll('#results > li').length,
    };
  });
  expect(answer).toMatchObject({ said: expect.stringMatching(/共 \d+ 筆/u), hits: 10 });
});
