/** The marks of a Word file's notes: how they count, and how they are printed. */

import { formatNumber, startIn } from '../number-formats.ts';
import { attributeOf, childOf, type Element } from '../xml.ts';

export type NoteKind = 'footnote' | 'endnote';

interface Counting {
  format: string | undefined;
  start: number;
  restart: string;
}

const countingIn = (properties: Element | undefined): Partial<Counting> => {
  const value = (name: string) => attributeOf(childOf(properties, name), 'w:val');
  const [format, restart] = [value('w:numFmt'), value('w:numRestart')];
  const start = startIn(value('w:numStart'));
  return {
    ...(format === undefined ? {} : { format }),
    ...(start === undefined ? {} : { start }),
    ...(restart === undefined ? {} : { restart }),
  };
};

/** Counts the notes of one kind. */
export class NoteCounter {
  readonly #kind: NoteKind;
  readonly #general: Counting;
  #number: number | undefined;
  #section = -1;
  #page = -1;

  /** @param settings the root of settings.xml */
  constructor(kind: NoteKind, settings: Element | undefined) {
    this.#kind = kind;
    const general = countingIn(childOf(settings, `w:${kind}Pr`));
    const format = kind === 'endnote' ? 'lowerRoman' : 'decimal';
    this.#general = { format, start: 1, restart: 'continuous', ...general };
  }

  /** The mark of the next note. @param properties those of the section it stands in (w:sectPr) */
  next(section: number, page: number, properties: Element | undefined): string {
    const own = { ...this.#general, ...countingIn(childOf(properties, `w:${this.#kind}Pr`)) };
    const anew =
      this.#number === undefined ||
      (own.restart === 'eachSect' && section !== this.#section) ||
      (own.restart === 'eachPage' && page !== this.#page);
    this.#number = anew ? own.start : (this.#number ?? 0) + 1;
    this.#section = section;
    this.#page = page;
    return formatNumber(this.#number, own.format);
  }
}
