/** What `/places.json` holds: every place of the chapter and how it is cited. Written at build, read in the browser. */
import { messages } from '../../messages/site.ts';
import type { ReportTo } from '../report/report.ts';
import type { Run } from './runs.ts';

/**
 * The forms a style has: in a note, in a note that names the version of the text, in a later note,
 * in the text, in the list. All but the list name a place; the list has the chapter and its pages.
 */
export const FORMS = ['note', 'versioned', 'short', 'text', 'list'] as const;
export type Form = (typeof FORMS)[number];

/** What a form is called. */
export const FORM_NAME: Record<Form, string> = {
  note: messages.search.styleNote,
  versioned: messages.search.styleVersioned,
  short: messages.search.styleShort,
  text: messages.search.styleText,
  list: messages.sources.list,
};

/** What styles are called that have another name in each language. */
export const STYLE_NAME: Record<'taiwan' | 'chicago' | 'apa' | 'mla', string> = {
  taiwan: messages.search.taiwan,
  chicago: messages.search.chicago,
  apa: messages.search.apa,
  mla: messages.search.mla,
};

/** One style of citing the chapter: templates in which slots (SLOTS) stand for the place. */
export interface Style {
  id: 'taiwan' | 'chicago' | 'apa' | 'mla' | 'gbt7714' | 'gbt7714-2015';
  name: string;
  lang: 'zh' | 'en';
  forms: Partial<Record<Form, Run[]>>;
  /** Which form of the page goes into the slot: 頁72，註88; 72n88; p. 72, note 88; 72注88. */
  printed: 'zh' | 'en' | 'pp' | 'gb';
}

/** A heading, paragraph or table. */
export interface BlockPlace {
  /** Address of its section, below the base. */
  path: string;
  /** 第四節 二（一） */
  place: string;
  /** Number under its heading, for paragraphs. */
  paragraph?: number;
  /** 表 3-1, 圖 1 */
  table?: string;
  /** First and last printed page; none where the print numbers none. */
  pages?: [first: number, last: number];
}

interface NotePlace {
  page?: number;
  /** What it is called where numbers begin anew in each section: 2.3. */
  name?: string;
  /** 第四節 二（一） */
  place: string;
  path: string;
  /** Id of the paragraph or table that has its mark. */
  block: string;
}

export interface Places {
  /** 第三章 */
  chapter: string;
  /** Labels of the headings on the way to each heading: ['第四節', '二', '（一）']. */
  headings: Record<string, string[]>;
  blocks: Record<string, BlockPlace>;
  notes: Record<string, NotePlace>;
  /** None where the print numbers no pages. */
  pages?: [first: number, last: number];
  /** Address of the section on which each printed page begins. */
  sectionOfPage: Record<string, string>;
  sources: string[];
  /** Each source as it is named in few words; its authors by family name, and its title. */
  works: Record<string, { short: string; authors: string[]; title: string }>;
  styles: Style[];
  /** Where slips are reported to; none where nobody is named. */
  reports?: ReportTo[];
}
