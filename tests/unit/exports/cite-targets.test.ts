/** Ids of the text → places, addresses and the pages they stand for; and 轉引. */
import { expect, test } from 'vitest';
import { quotedIn } from '../../../src/exports/cite/quoted.ts';
import { charactersOf } from '../../../src/search/cite/runs.ts';
import { structuralName, targetOf } from '../../../src/search/cite/targets.ts';
import { source } from '../model/sources/source.ts';
import { places } from '../search/cite/places.ts';
import { chapter } from './placed-chapter.ts';

test.each([
  ['ch3', '/chapter/', [42, 83], '第三章'],
  ['s4', '/sections/4/', [56, 59], '第三章第四節'],
  ['s1', '/sections/1/', [42, 45], '第三章第一節'],
  ['s4-2-1', '/sections/4/#s4-2-1', [57, 59], '第三章第四節二（一）'],
  ['s4-2-1-p3', '/sections/4/#s4-2-1-p3', [57, 58], '第三章第四節二（一）¶3'],
  ['table-3-1', '/sections/1/#table-3-1', [44, 45], '第三章第一節表 3-1'],
  ['fn43', '/notes/43/', [57, 57], '第三章第四節二（一）¶3，註43'],
  ['fnref43', '/sections/4/#fnref43', [57, 57], '第三章第四節二（一）¶3，註43'],
  ['fn8', '/notes/8/', [44, 44], '第三章第一節表3-1，註8'],
  ['p57', '/pages/57/', [57, 57], undefined],
])('%s', (id, path, pages, name) => {
  const target = targetOf(places, id);
  expect(target).toMatchObject({ id, path, locus: { pages } });
  expect(target && structuralName(places, target)).toBe(name);
});

test.each(['s9', 'p90', 'fn117', 's4-2-1-p9', 'main', ''])('%s names no place', (id) => {
  expect(targetOf(places, id)).toBeUndefined();
});

test('轉引 gives the reference, its page, and where in the chapter it was found', () => {
  const niksch = source({
    author: [{ family: 'Niksch', given: 'Larry A.' }],
    title: 'U.S. Troop Withdrawal from South Korea',
    'container-title': 'Asian Survey',
    issued: { date: '1981-03', printed: 'March 1981' },
  });
  const at = { pages: [58, 58] as const, note: 48 };
  const found = quotedIn(chapter, { id: 'n', ...niksch }, at, '325', 'https://z.example/notes/48/');
  expect(found.map(({ lang }) => lang)).toEqual(['zh', 'en']);
  expect(found.map(({ runs }) => charactersOf(runs))).toEqual([
    'Larry A. Niksch, “U.S. Troop Withdrawal from South Korea,” Asian Survey, March 1981, 325，轉引自何仁傑，〈駐韓美軍與朝鮮半島安全〉，《駐韓美軍問題與中國立場之研究》（臺北：國立政治大學東亞研究所碩士論文，2004），頁58，註48，https://z.example/notes/48/',
    'Larry A. Niksch, “U.S. Troop Withdrawal from South Korea,” Asian Survey, March 1981, 325, quoted in Ho Jen-Chieh 何仁傑, “Zhuhan Meijun” 駐韓美軍與朝鮮半島安全 [U.S. forces in Korea], chap. 3 in “Zhuhan Meijun wenti” 駐韓美軍問題與中國立場之研究 [The question of U.S. forces in Korea] (master’s thesis, National Chengchi University, 2004), 58n48, https://z.example/notes/48/.',
  ]);
  expect(found[0]?.runs.filter(({ italic }) => italic)).toMatchObject([{ text: 'Asian Survey' }]);
});
