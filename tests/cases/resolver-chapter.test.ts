/** The resolver over the real chapter: each short form leads where a reader has found that it leads. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildChapter } from '../../src/model/chapter/chapter.ts';
import { type CitingHost, citingHosts } from '../../src/model/citations/hosts.ts';
import { resolve } from '../../src/model/citations/resolve.ts';
import { readContent } from '../../src/model/content/content.ts';
import { sourcesById } from '../../src/model/sources/ids.ts';
import type { Source } from '../../src/model/sources/source.ts';
import { ROOT } from './content.ts';
import { shown } from './shown.ts';

/** The places of the real chapter. */
function chapterPlaces(): { places: CitingHost[]; byId: Map<string, Source> } {
  const found = readContent(join(ROOT, 'content'));
  if ('findings' in found) throw new Error('the content cannot be read');
  const { content } = found;
  const chapter = buildChapter(content);
  const places = citingHosts(
    chapter.sections.flatMap((section) => section.blocks),
    new Map(chapter.notes.map((note) => [note.number, note])),
    new Map(
      content.sections.flatMap(({ data }) =>
        (data.tables ?? []).map(({ id, citations }) => [id, citations] as const),
      ),
    ),
  );
  return { places, byId: sourcesById(content.sources) };
}

describe('in the real chapter', () => {
  const { places, byId } = chapterPlaces();
  const resolutions = resolve(places, byId);
  const later = places.flatMap((place, i) =>
    (resolutions[i] ?? [])
      .filter(({ form }) => form !== 'full')
      .map((resolution) => `${place.table ?? place.note}: ${shown(resolution)}`),
  );

  test('all notes and tables are read', () => {
    expect(places.filter((p) => p.table === undefined).map((p) => p.note)).toEqual(
      Array.from({ length: 116 }, (_, i) => i + 1),
    );
    expect(places.flatMap((p) => p.table ?? [])).toEqual(['table-3-1', 'table-3-2']);
  });

  test('every citation but a first one leads where a reader of the notes has found that it leads', () => {
    expect(later).toEqual([
      'table-3-1: short → bei-ming-nd, note 8, url',
      'table-3-1: repeat → yan-jiaqi-nd, note 6, title',
      '22: ibid → taylor-1992, note 21, preceding-note',
      '28: op-cit → taylor-1990, note 24, author-as-printed',
      '29: op-cit → taylor-1990, note 24, author-as-printed',
      '31: ibid → rich-1982, note 30, preceding-note',
      '32: op-cit → taylor-1990, note 24, author-as-printed',
      '33: op-cit → rich-1982, note 30, author',
      '40: ibid → niksch-1981, note 39, preceding-note',
      '41: op-cit → rich-1982, note 30, author',
      '44: op-cit → taylor-1990, note 24, author-as-printed',
      '45: op-cit → niksch-1981, note 39, author',
      '46: ibid → niksch-1981, note 45, preceding-note',
      '47: op-cit → niksch-1981, note 39, author',
      '48: ibid → niksch-1981, note 47, preceding-note',
      '50: op-cit → niksch-1981, note 39, author',
      '51: op-cit → niksch-1981, note 39, author',
      '53: op-cit → taylor-1990, note 24, author-as-printed',
      '57: repeat → cna-2003-11-25, note 56, title',
      '60: repeat → cna-2003-11-24-iraq, note 55, title',
      '65: repeat → xinhuanet-2004-10-26, note 58, url',
      '67: repeat → buss-1982, note 7, title',
      '76: repeat → costind-nd, note 75, title',
      '81: tongshangzhu → yang-zhiheng-2000, note 80, preceding-note',
      '82: tongshangzhu → yang-zhiheng-2000, note 81, preceding-note',
      '86: short → wu-xinbo-nd, note 84, title',
      '97: qianyinwen → lai-yizhong-nd, note 95, author',
      '108: tongshangzhu → gu-guanfu-1996, note 107, preceding-note',
      '109: qianyinwen: not-cited-earlier',
    ]);
  });

  test('every note that prints the mark of a short form is one of them', () => {
    const marked = places.filter(({ text }) =>
      /\b(?:ibid|(?:op|loc)\. ?cit)|同[上前註]|前[引揭]/iu.test(text),
    );
    const short = later.filter((line) => /: (?:ibid|op-cit|tongshangzhu|qianyinwen)/u.test(line));
    expect(short.map((line) => Number.parseInt(line, 10))).toEqual(marked.map((p) => p.note));
  });
});
