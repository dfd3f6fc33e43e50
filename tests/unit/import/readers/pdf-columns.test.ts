/** The reader of PDF: pages of two columns, as journals have. */
import { expect, test } from 'vitest';
import { account } from '../../../../src/import/account.ts';
import { makePdf, type Piece } from './make-pdf.ts';
import { blocksOf, FULL, notesOf, read, set } from './sheets.ts';

const SIZE = 10;
const ROWS = 12;

/** A column of full lines, the first with an indent and the last one short, and its notes. */
function column(x: number, first: string, last: string, notes: string[]): Piece[] {
  const line = FULL.slice(0, 20);
  const rows = Array.from({ length: ROWS }, (_, i) =>
    i === 0 ? `${first}${line.slice(0, 17)}` : i === ROWS - 1 ? last : line,
  );
  return [
    ...rows.flatMap((row, i) => set(row, x + (i === 0 ? 2 * SIZE : 0), 120 + 16 * i, SIZE)),
    ...notes.flatMap((note, i) => set(note, x, 700 + 12 * i, 8)),
  ];
}

test('columns are read one after the other, and their notes after them', async () => {
  const pages = ['甲乙', '丙丁'].map((pair, p) => [
    { text: `港口學刊第三期總第二十二期研究論文 ${p + 5}`, x: 180, y: 50, size: SIZE },
    ...(p === 0 ? [{ text: '稅關與地方社會', x: 215, y: 85, size: 20 }] : []),
    ...column(60, pair[0] as string, `左末{①}。`, [`{①}某${pair[0]}。`]),
    ...column(320, pair[1] as string, `右末{②}。`, [`{②}某${pair[1]}。`]),
  ]);
  const document = await read(makePdf(pages.map((pieces) => ({ pieces }))));
  expect(blocksOf(document).map((b) => [b.slice(0, 15), b.slice(-9)].join('…'))).toEqual([
    expect.stringContaining('稅關與地方社會'),
    expect.stringMatching(/甲本文寫.*左末\[\^1\]。$/u),
    expect.stringMatching(/乙本文寫.*右末\[\^2\]。$/u),
    expect.stringMatching(/丙.*末\[\^1-2\]。$/u),
    expect.stringMatching(/丁.*末\[\^2-2\]。$/u),
  ]);
  expect(notesOf(document)).toEqual(['① 某甲。', '② 某乙。', '① 某丙。', '② 某丁。']);
  expect(account(document)).toEqual([]);
  // The places of the right column are those on the page itself.
  const right = document.units.find((u) => u.text.startsWith('乙'));
  expect(right?.place).toMatchObject({ page: 1, box: [340, 111, 520, 122.5] });
});
