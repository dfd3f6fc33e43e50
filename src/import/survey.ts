/** Looks at a file before anything is made of it: what it is, what it tells of the work, which chapters it holds. */
import { type Chapter, chaptersOf } from './chapters.ts';
import { isRanked, type Outlined, outline } from './headings.ts';
import { readNumeral } from './labels.ts';
import { textOf } from './readers/inlines.ts';
import { readFile } from './readers/read.ts';
import type { Format, Metadata } from './readers/types.ts';
import { scriptOf } from './script.ts';
import { readSettings } from './settings.ts';

/** What a file tells. */
export interface Survey {
  format: Format;
  metadata: Metadata;
  chapters: { number: number; title: string }[];
  /** Whether it knows where its pages begin. */
  paged: boolean;
  /** The number of its first page, where it tells one. */
  firstPage: number | undefined;
}

/** A year of the Republic (民國九十三年) or of our era, as a title page prints it. */
function yearIn(text: string): string | undefined {
  const republic = /民\s*國\s*([〇零○一二三四五六七八九十百\d\s]{1,8}?)\s*年/u.exec(text)?.[1];
  if (republic !== undefined) {
    const year = readNumeral(republic) + 1911;
    return Number.isFinite(year) ? String(year) : undefined;
  }
  const digits = /(?:西元|公元)?\s*((?:19|20)\d{2})\s*年/u.exec(text)?.[1];
  if (digits !== undefined) return digits;
  const han =
    /([一二]\s*[〇零○九]\s*[〇零○一二三四五六七八九]\s*[〇零○一二三四五六七八九])\s*年/u.exec(
      text,
    )?.[1];
  return han === undefined ? undefined : String(readNumeral(han));
}

/** What a title page before the chapter says of the work. */
function titlePage(blocks: Outlined[]): Metadata {
  const lines = blocks
    .slice(0, 60)
    .map((b) => (isRanked(b) ? b.text : 'inlines' in b ? textOf(b.inlines) : ''))
    .flatMap((text) => text.split('\n'))
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text.length > 0 && text.length < 80);
  const found: Metadata = {};
  for (const line of lines) {
    const school =
      /^(\S{2,20}?(?:大學|大学|學院|学院|University of [A-Z]\w+|[A-Z]\w+ University))/u.exec(
        line,
      )?.[1];
    if (school && found.institution === undefined) found.institution = school;
    const genre = /(碩士|博士|硕士)\s*(?:學位|学位)?\s*(論文|论文)/u.exec(line);
    if (genre && found.genre === undefined) found.genre = `${genre[1]}${genre[2]}`;
    const author =
      /^(?:研\s*究\s*生|作\s*者|撰\s*者|著\s*者|學\s*生)\s*[：:]?\s*(\S[^：:]{1,20})$/u.exec(
        line,
      )?.[1];
    if (author && found.author === undefined) found.author = author.replace(/\s*[撰著]$/u, '');
    const year = yearIn(line);
    if (year && found.date === undefined) found.date = year;
  }
  return found;
}

const COMPOUND =
  /^(?:歐陽|欧阳|司馬|司马|諸葛|诸葛|上官|司徒|夏侯|皇甫|尉遲|公孫|慕容|令狐|端木|張簡|范姜|長孫|宇文)/u;

/** A name with a space between family and given name: 何 仁傑. */
export function parted(name: string): string {
  const plain = name.trim();
  if (!/^\p{Script=Han}[\p{Script=Han}\s]*$/u.test(plain)) {
    const [family, given] = plain.split(/\s*,\s*/u);
    return family && given ? `${family} ${given}` : plain;
  }
  const closed = plain.replace(/\s+/gu, '');
  const length = COMPOUND.test(closed) && closed.length > 2 ? 2 : 1;
  return closed.length < 2 ? closed : `${closed.slice(0, length)} ${closed.slice(length)}`;
}

const titleOf = ({ heading }: Chapter) => heading.text.replace(/\s+/gu, ' ');

/**
 * Surveys a file.
 * @param settingsYaml what is known already; empty for none
 * @throws ImportError for what cannot be read
 */
export async function survey(bytes: Uint8Array, name: string, settingsYaml = ''): Promise<Survey> {
  const settings = readSettings(settingsYaml);
  const document = await readFile(bytes, name, { settings, answers: settings.answers });
  const { chapters, outlined } = chaptersOf(outline(document.blocks), document);
  const first = chapters[0]?.from ?? 0;
  const page = document.pages.findIndex(({ number }) => /^\d+$/u.test(number ?? ''));
  const number = document.pages[page]?.number;
  const language = scriptOf(document.units.map(({ text }) => text).join(''));
  return {
    format: document.format,
    metadata: {
      ...(language === undefined ? {} : { language }),
      ...titlePage(outlined.slice(0, first)),
      ...document.metadata,
    },
    chapters: chapters.map((chapter) => ({ number: chapter.number, title: titleOf(chapter) })),
    paged: document.pages.length > 0,
    firstPage: number === undefined ? undefined : Number(number) - page,
  };
}
