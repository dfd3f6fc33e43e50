/** Word files of small chapters: marks of notes as printed, and what the list of emendations says. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { toDocx } from '../../../src/exports/docx/docx.ts';
import type { Chapter } from '../../../src/model/chapter/chapter.ts';
import { elements, named, readXml, textOf } from '../../dist/xml.ts';
import { chapterOf, NOWHERE } from './chapter.ts';

const BODY = '渡口有燈，[^1]船會會回來，天己黑。[^2] {#s1-p1}\n';
const NOTES = [{ text: '一註' }, { text: '二註' }];
const slip = { at: 's1-p1', certainty: 'sure', reason: '試。' } as const;

const written = async (chapter: Chapter, part = 'word/document.xml') =>
  readXml(strFromU8(unzipSync(await toDocx(chapter, NOWHERE))[part] ?? new Uint8Array()));

test('an emendation says what is to be read, that words are to go, or only why they are wrong', async () => {
  const chapter = chapterOf({
    body: BODY,
    notes: NOTES,
    emendations: [
      { ...slip, id: 'em1', printed: '會會', correction: '會', kind: 'extra' },
      { ...slip, id: 'em2', printed: '己', correction: '', kind: 'extra' },
      { ...slip, id: 'em3', printed: '渡口', kind: 'word', certainty: 'doubtful' },
    ],
  });
  const lines = elements(await written(chapter), named('w:p')).map((p) => textOf(p));
  expect(lines.slice(-3)).toEqual([
    '頁 7　「渡口」存疑。試。',
    '頁 7　「會會」校正：會。試。',
    '頁 7　「己」當刪。試。',
  ]);
});

test('marks that are no count are set as printed, at the words and at the note', async () => {
  const chapter = chapterOf({ body: BODY, notes: NOTES });
  const marked = {
    ...chapter,
    notes: chapter.notes.map((note, i) => ({ ...note, mark: i === 0 ? '＊' : '†' })),
  };
  const references = elements(await written(marked), named('w:footnoteReference'));
  expect(references.map(({ attributes }) => attributes['w:customMarkFollows'])).toEqual(['1', '1']);
  const runs = elements(await written(marked), named('w:r'));
  const atWords = runs.filter((r) => elements(r, named('w:footnoteReference')).length > 0);
  expect(atWords.map((r) => textOf(r))).toEqual(['＊', '†']);
  const notes = elements(await written(marked, 'word/footnotes.xml'), named('w:footnote'));
  expect(notes.slice(-2).map((note) => textOf(note))).toEqual(['＊ 一註', '† 二註']);
});

test('the same chapter has the same bytes', async () => {
  const chapter = chapterOf({ body: `見 <http://a.example/>。${BODY}`, notes: NOTES });
  expect(await toDocx(chapter, NOWHERE)).toEqual(await toDocx(chapter, NOWHERE));
});
