/** Other names and other counts of years are offered beside the results, never mixed into them. */
import { expect, type Page, test } from '@playwright/test';
import { printedLines } from '../../search/printed.ts';
import { shortReferences } from '../../search/references.ts';
import { searcher } from '../../search/truth.ts';
import { answered, ask, open } from './page.ts';

const find = searcher([...printedLines(), ...shortReferences()]);
const suggestions = (page: Page) => page.locator('#suggestions li');

for (const [query, other] of [
  ['漢城', '首爾'],
  ['汉城', '首爾'],
  ['倫斯裴', '倫斯斐'],
  ['飛彈', '導彈'],
  ['盧武鉉', 'Roh Moo-hyun'],
  ['2003', '92年'],
  ['民國92年', '2003年'],
  ['民國九十二年', '92年'],
  ['二〇〇三年', '2003年'],
  ['P’yŏngyang', '平壤'],
  ['計畫', '計劃'],
  ['計劃', '計畫'],
  ['佈署', '部署'],
] as const) {
  const total = find(other).size;
  test(`${query}: ${other} is offered with its number${total === 0 ? ', were there any' : ''}`, async ({
    page,
  }) => {
    await open(page, `?${new URLSearchParams({ q: query })}`);
    const [answer] = await ask(page, [query]);
    const offer = suggestions(page).filter({
      has: page.getByRole('link', { name: other, exact: true }),
    });
    if (total === 0) {
      await expect(offer).toHaveCount(0);
      return;
    }
    await expect(offer).toHaveText(`${other} ${total} 筆`);
    // None of the results is there for the other name's sake.
    const own = find(query === '汉城' ? '漢城' : query);
    expect(answer?.paths.filter((path) => !own.has(path))).toEqual([]);
    await offer.getByRole('link').click();
    await expect(page).toHaveURL(`/search/?${new URLSearchParams({ q: other })}`);
    await answered(page);
    await expect(page.locator('[data-search-page] > [role="status"]')).toContainText(
      `共 ${total} 筆`,
    );
    await expect(page.locator('#q')).toBeFocused();
  });
}

test('at least four of these names do stand in the text', () => {
  for (const name of ['首爾', '倫斯斐', '導彈', '漢城'])
    expect(find(name).size, name).toBeGreaterThan(0);
});

test('words that stand together are offered apart too', async ({ page }) => {
  await open(page, '?q=和平、穩定');
  const apart = suggestions(page).filter({ hasText: '各詞分開找' });
  await expect(apart).toHaveCount(1);
  const own = await page.locator('[data-search-page] > [role="status"]').innerText();
  await apart.getByRole('link').click();
  await expect(page).toHaveURL(/apart=1/u);
  await expect(page.locator('[data-search-page] > [role="status"]')).not.toHaveText(own);
  await page.reload();
  await expect(page.locator('[data-search-page] > [role="status"]')).not.toHaveText(own);
});

test('what is not there says what to try, and of several words which is missing', async ({
  page,
}) => {
  await open(page, '?q=皇后');
  const status = page.locator('[data-search-page] > [role="status"]');
  await expect(status).toHaveText(
    '全章與註釋中都沒有「皇后」。可以少打幾個字、換個寫法，或只輸入專有名詞。',
  );
  await expect(page.locator('#results > li')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: '不用搜尋也能查' })).toBeVisible();
  const [missing, apart] = await ask(page, ['niksch 皇后', 'niksch 龍山基地']);
  expect(missing?.status).toContain(`「niksch」有 ${find('niksch').size} 筆；「皇后」沒有。`);
  expect(apart?.status).toMatch(/「niksch」有 \d+ 筆，「龍山基地」有 \d+ 筆，但不在同一處。$/u);
});

for (const [query, near] of [
  ['金大忠', '金大中'],
  ['蘆武鉉', '盧武鉉'],
] as const)
  test(`${query}: 是不是要找 ${near}`, async ({ page }) => {
    await open(page, `?${new URLSearchParams({ q: query })}`);
    await expect(page.locator('#suggestions')).toContainText('是不是要找：');
    await suggestions(page).getByRole('link', { name: near, exact: true }).click();
    await expect(page.locator('[data-search-page] > [role="status"]')).toContainText(
      `共 ${find(near).size} 筆`,
    );
  });

test('what stands with marks between is found without, and the page says so', async ({ page }) => {
  await open(page, `?${new URLSearchParams({ q: '低盪政策' })}`);
  await expect(page.locator('[data-search-page] > [role="status"]')).toContainText('（忽略標點）');
  await expect(page.locator('#results > li mark').first()).toHaveText('低盪」政策');
});

for (const query of ['1953.7.27', '1953/7/27', '1953-07-27'])
  test(`${query} is offered as it is printed`, async ({ page }) => {
    await open(page, `?${new URLSearchParams({ q: query })}`);
    await suggestions(page).getByRole('link', { name: '1953年7月27日', exact: true }).click();
    await expect(page.locator('[data-search-page] > [role="status"]')).toContainText(
      `共 ${find('1953 年 7 月 27 日').size} 筆`,
    );
  });
