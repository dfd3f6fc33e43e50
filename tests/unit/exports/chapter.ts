/** A small chapter for the tests: a section of Markdown as content/ has it, and its notes. */
import { buildChapter, type Chapter } from '../../../src/model/chapter/chapter.ts';
import type { CitationData } from '../../../src/model/citations/schema.ts';
import type { EmendationData } from '../../../src/model/emendations/schema.ts';
import type { NameData } from '../../../src/model/names/schema.ts';
import type { SourceData } from '../../../src/model/sources/source.ts';
import { source } from '../model/sources/source.ts';

interface Small {
  /** What follows the two headings; page 7 begins before them. */
  body?: string;
  /** Notes as printed, from 1, with what they cite. */
  notes?: { text: string; citations?: CitationData[] }[];
  sources?: Record<string, Partial<SourceData>>;
  emendations?: EmendationData[];
  names?: NameData[];
}

const HEADINGS = '# {pb 7}第二章　渡口的燈 {#ch2}\n\n## 第一節　舊渡口 {#s1}\n\n';

export const LAMPS: Partial<SourceData> = {
  author: [{ family: 'Reed', given: 'Ann' }],
  title: 'Lamps',
  'container-title': 'River Quarterly',
  issued: { date: '1999-03', printed: 'March 1999' },
};

export function chapterOf({
  body = '',
  notes = [],
  sources = {},
  emendations = [],
  names = [],
}: Small): Chapter {
  return buildChapter({
    chapter: {
      draft: false,
      catalogued: true,
      number: 2,
      label: '第二章',
      title: '渡口的燈',
      source: 'lamp.txt',
      pages: { first: 7, last: 9 },
      furniture: [],
      lang: 'zh-Hant-TW',
      author: { family: '林', given: '小舟', latin: { family: 'Lin', given: 'Hsiao-chou' } },
      thesis: { title: '河邊的故事', genre: '碩士論文' },
      institution: { name: '渡口學堂' },
      issued: '2001',
      identifiers: [{ type: 'url', value: 'lamp', url: 'https://lamp.example/' }],
      rights: '虛構文字，僅供測試。',
      description: '一盞燈、一個渡口。',
      editorial: [],
      lookups: [],
      reports: [],
      accepted: [],
      cards: true,
      examples: { stretch: [], several: [], quoted: [], source: [] },
    },
    sections: [
      {
        file: 'sections/1.md',
        data: { number: 1, label: '第一節', title: '舊渡口' },
        body: HEADINGS + body,
        bodyLine: 1,
      },
    ],
    footnotes: notes.map(({ text, citations }, i) => ({
      file: `footnotes/00${i + 1}.md`,
      data: { number: i + 1, page: 7, kind: 'citation' as const, citations },
      body: text,
      bodyLine: 1,
    })),
    emendations: { file: 'emendations.yaml', data: emendations, body: '', bodyLine: 1 },
    names: { file: 'names.yaml', data: names, body: '', bodyLine: 1 },
    sources: Object.entries(sources).map(([id, data]) => ({
      file: `sources/${id}.yaml`,
      data: source(data),
      body: '',
      bodyLine: 1,
    })),
  });
}

/** Published nowhere. */
export const NOWHERE = { origin: undefined, base: '' };
