/** Text and query become the same tokens; each token knows its place in the text. */
import { expect, test } from 'vitest';
import { tokenise } from '../../../../src/search/fold/tokens.ts';
import { indexWord } from '../../../../src/search/index/word.ts';

const keys = (text: string) => tokenise(text).map((token) => token.key);

test.each([
  ['case', 'ROSS', 'ross'],
  ['diacritics', 'Déténte', 'detente'],
  ['combining marks', 'e\u0301tat', 'état'],
  ['full width', 'ＡＢＣ１９４５：', 'abc1945:'],
  ['a ligature', 'ﬁn', 'fin'],
  ['letters that do not come apart', 'Straße', 'STRASSE'],
  ['quotation marks', '“美國”', '「美國」'],
  ['apostrophes', 'Nation’s', "Nation's"],
  ['dashes and their number', '1879——1953', '1879-1953'],
  ['the space between Han and digits', '1945 年', '1945年'],
  ['the space beside marks', 'pp. 64', 'pp.64'],
  ['runs of white space', 'Asian \u00a0 Survey', 'Asian Survey'],
  ['direction marks', '美\u200f國', '美國'],
])('%s make no difference', (_, one, other) => {
  expect(keys(one)).toEqual(keys(other));
});

test.each([
  ['words and what is written in one', 'as ian', 'asian'],
  ['numbers and what is written in one', '19 45', '1945'],
  ['marks and none', '美，國', '美國'],
  ['Han characters that white space parts', '第四節　從', '第四節從'],
  ['Traditional and Simplified, which only the spellings join', '國', '国'],
])('%s differ', (_, one, other) => {
  expect(keys(one)).not.toEqual(keys(other));
});

test('a token has its range in the text, in UTF-16 units', () => {
  const text = '𠮷野 “Déténte” 37,000 人';
  const parts = tokenise(text).map(({ start, end }) => text.slice(start, end));
  expect(parts).toEqual(['𠮷', '野', '“', 'Déténte', '”', '37', ',', '000', '人']);
});

test('a word knows where in the text each unit of its folded form begins', () => {
  const [token] = tokenise('Straße');
  expect(token).toMatchObject({ key: 'strasse', offsets: [0, 1, 2, 3, 4, 4, 5] });
});

test('no key’s word is the beginning of another’s, by which Pagefind would find both', () => {
  const words = ['as', 'asian', '19', '1945', '國', ',', '-', '·', ' ', '\n', 'α', '🙂'].map(
    indexWord,
  );
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((a) => words.some((b) => a !== b && b.startsWith(a)))).toEqual([]);
  expect(words.filter((w) => /[\s\p{P}\p{S}]/u.test(w))).toEqual([]);
});
