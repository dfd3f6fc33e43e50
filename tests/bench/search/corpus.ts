/** The records that are searched: the chapter's own, and many times as many. */
import { noteSourcesOf } from '../../../src/integrations/note-sources.ts';
import { buildChapter } from '../../../src/model/chapter/chapter.ts';
import { readContent } from '../../../src/model/content/content.ts';
import { recordsOf, type SearchRecord } from '../../../src/search/index/records.ts';
import { type Random, seeded } from './random.ts';

/** The records of `content/`, as the build makes them. */
export function chapterRecords(): SearchRecord[] {
  const read = readContent('content');
  if ('findings' in read) throw new Error('content/ cannot be read: run npm run check');
  const chapter = buildChapter(read.content);
  return recordsOf(chapter, noteSourcesOf(chapter));
}

/**
 * Shuffles the pairs of Han characters of a text; all else stays in its place.
 * Characters keep their frequencies, and long stretches are as rare as in new text.
 */
function shuffled(text: string, random: Random): string {
  const parts = text.match(/\p{Script=Han}{1,2}|\P{Script=Han}+/gu) ?? [];
  const han = parts.flatMap((part, i) => (/\p{Script=Han}/u.test(part) ? [i] : []));
  for (let i = han.length - 1; i > 0; i -= 1) {
    const [a = 0, b = 0] = [han[i], han[random.between(0, i)]];
    [parts[a], parts[b]] = [parts[b] ?? '', parts[a] ?? ''];
  }
  return parts.join('');
}

/** The records and copies of them, so that there are `times` as many. */
export function grown(records: readonly SearchRecord[], times: number): SearchRecord[] {
  const random = seeded(times);
  const copies = Array.from({ length: times - 1 }, (_, copy) =>
    records.map((record) => ({
      ...record,
      path: `${record.path}~${copy + 2}`,
      text: shuffled(record.text, random),
      breaks: [],
    })),
  );
  return [...records, ...copies.flat()];
}
