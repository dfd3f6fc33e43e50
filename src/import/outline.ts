/** Headings of a Taiwanese thesis: their labels, levels and permanent ids. */
import { ImportError } from './errors.ts';

/** 章 1, 節 2, 一、 3, （一） 4, 1. 5: the level of the HTML heading too. */
type Level = 1 | 2 | 3 | 4 | 5;

export interface HeadingLabel {
  level: Level;
  /** 第四節, 二、, （一）, 1. as printed. */
  label: string;
  number: number;
  title: string;
}

const NUMERAL = '[〇一二三四五六七八九十]+';
const PATTERNS: [Level, RegExp][] = [
  [1, new RegExp(`^(第(${NUMERAL})章)\\s+(?=\\S)`, 'u')],
  [2, new RegExp(`^(第(${NUMERAL})[節节])\\s+(?=\\S)`, 'u')],
  [3, new RegExp(`^((${NUMERAL})、)\\s*(?=\\S)`, 'u')],
  [4, new RegExp(`^([（(](${NUMERAL})[）)])\\s*(?=\\S)`, 'u')],
  [5, /^((\d{1,2})\.)\s*(?=\S)/u],
];

/** Reads a Chinese numeral up to 九十九. */
export function fromChinese(numeral: string): number {
  const digits = '〇一二三四五六七八九';
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const value = (text: string | undefined, empty: number) => (text ? digits.indexOf(text) : empty);
  return numeral.includes('十') ? value(tens, 1) * 10 + value(ones, 0) : value(ones, 0);
}

/** Reads the label of a heading; undefined when the text has none. */
export function readLabel(text: string): HeadingLabel | undefined {
  const trimmed = text.trim();
  for (const [level, pattern] of PATTERNS) {
    const match = pattern.exec(trimmed);
    if (!match?.[1] || !match[2]) continue;
    const number = level === 5 ? Number(match[2]) : fromChinese(match[2]);
    return { level, label: match[1], number, title: trimmed.slice(match[0].length) };
  }
  return undefined;
}

/** The heading as written: 章 and 節 are set off by a full-width space. */
export function headingText(label: HeadingLabel): string {
  if (label.level <= 2) return `${label.label}\u3000${label.title}`;
  return `${label.label}${label.level === 5 ? ' ' : ''}${label.title}`;
}

/** Gives headings their ids (`s4-2-1-1`) and paragraphs theirs (`s4-2-1-1-p3`). */
export class Outline {
  #path: number[] = [];
  #chapter = 0;
  #paragraphs = 0;

  /**
   * The id of the next heading.
   * @throws ImportError when a level is skipped or a number does not follow
   */
  heading(label: HeadingLabel, line: number): string {
    this.#paragraphs = 0;
    if (label.level === 1) {
      this.#chapter = label.number;
      return this.#id();
    }
    const depth = label.level - 2;
    if (this.#path.length < depth) {
      throw new ImportError(
        line,
        `the heading “${label.label}${label.title}” skips a level`,
        'a heading of the level above it must come first',
      );
    }
    const expected = (this.#path[depth] ?? 0) + 1;
    if (label.number !== expected) {
      throw new ImportError(
        line,
        `the heading “${label.label}${label.title}” is number ${label.number}, and ${expected} is due`,
        'check the headings before it; if it is a paragraph, name its first words under “paragraphs” in the settings file',
      );
    }
    this.#path = [...this.#path.slice(0, depth), label.number];
    return this.#id();
  }

  /** The id of the next paragraph under the nearest heading. */
  paragraph(): string {
    this.#paragraphs += 1;
    return `${this.#id()}-p${this.#paragraphs}`;
  }

  #id(): string {
    return this.#path.length === 0 ? `ch${this.#chapter}` : `s${this.#path.join('-')}`;
  }
}
