/** The content of the real chapter, and where its characters stand in the source. */
import { importText } from '../../../src/import/import.ts';
import type { Printed } from '../../../src/import/proof.ts';
import {
  BYTES,
  type Character,
  noteCharacters,
  printed,
  SETTINGS,
  sourceNotes,
  textCharacters,
} from './source.ts';

const FURNITURE = [44, 50].map((page) => ({ page, text: `駐韓美軍議題與中國立場之研究 ${page}` }));

function load(): Printed {
  const { files } = importText(BYTES, 'chapter-3.txt', SETTINGS, () => '');
  const body = (path: string) => (files.get(path) ?? '').replace(/^---\n[\s\S]*?\n---\n/u, '');
  return {
    sections: [1, 2, 3, 4, 5].map((n) => ({ body: body(`sections/${n}.md`) })),
    notes: sourceNotes().map(({ number, page }) => ({
      number,
      page,
      body: body(`footnotes/${String(number).padStart(3, '0')}.md`),
    })),
    furniture: FURNITURE,
  };
}

export const CONTENT = load();

/** A body: one of `sections` or `notes`, by its index. */
export interface Part {
  kind: 'sections' | 'notes';
  index: number;
}

export const PARTS: readonly Part[] = [
  ...CONTENT.sections.map((_, index) => ({ kind: 'sections' as const, index })),
  ...CONTENT.notes.map((_, index) => ({ kind: 'notes' as const, index })),
];

export const bodyOf = ({ kind, index }: Part): string => CONTENT[kind][index]?.body ?? '';

/** The content with one body changed. */
export function withBody({ kind, index }: Part, body: string): Printed {
  const changed = CONTENT[kind].map((item, i) => (i === index ? { ...item, body } : item));
  return { ...CONTENT, [kind]: changed };
}

const HERE = '\u0007';
const charactersOf = (body: string) => printed(body).replace(/[⁅⁆]/gu, '');
const TEXT_CHARACTERS = textCharacters();
const NOTE_CHARACTERS = sourceNotes().map(noteCharacters);
/** How many characters stand before each section. */
const BEFORE = CONTENT.sections.map((_, i) =>
  CONTENT.sections.slice(0, i).reduce((sum, s) => sum + charactersOf(s.body).length, 0),
);

/** The place in the source of the character at an offset of a body. */
export function sourcePlace(part: Part, offset: number): Character | undefined {
  const { kind, index } = part;
  const body = bodyOf(part);
  const before = charactersOf(`${body.slice(0, offset)}${HERE}${body.slice(offset)}`).indexOf(HERE);
  return kind === 'notes'
    ? NOTE_CHARACTERS[index]?.[before]
    : TEXT_CHARACTERS[(BEFORE[index] ?? 0) + before];
}

/** What is no printed character: marks, page breaks, ids, URLs, the signs of Markdown. */
const MARKUP =
  /\{[^}]*\}|\[\^\d+\]|\[http[^\]]*\]\([^)]*\)|\]\([^)]*\)|<[^>]*>|^\| -.*$|^(?:#+|>)|\\|[[\]|\s]/gmu;

/** The offsets of the printed characters of a body. */
export function printedOffsets(body: string): number[] {
  const blank = body.replace(MARKUP, (markup) => ' '.repeat(markup.length));
  return [...blank.matchAll(/[\p{L}\p{N}，。、；：「」]/gu)]
    .filter((match) => match[0].length === 1)
    .map((match) => match.index);
}
