/** Where names stand in a text. */
import { formsOf, type NameData } from './schema.ts';

/** A form of a name at its place. */
export interface Occurrence {
  /** Characters of the text: from (included) to (not included). */
  from: number;
  to: number;
  /** The form as the name has it; the text may space it otherwise. */
  form: string;
  /** The names that have the form and may be meant here: one, unless a rule is missing. */
  names: NameData[];
}

/** What the text has between a letter of the name and others is no name: `Ford` in `Bedford`. */
const LATIN_BEFORE = String.raw`(?<![\p{Script=Latin}\p{N}])`;
const LATIN_AFTER = String.raw`(?![\p{Script=Latin}\p{N}])`;
const LATIN = /[\p{Script=Latin}\p{N}]/u;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** A form as an expression: words may be spaced by any white space, or, beside Han, by none. */
function patternOf(form: string): string {
  const spaced = form
    .split(/(\s+)/u)
    .map((part, i, parts) => {
      if (!/^\s+$/u.test(part)) return escaped(part);
      const latin = LATIN.test(parts[i - 1]?.at(-1) ?? '') && LATIN.test(parts[i + 1]?.[0] ?? '');
      return latin ? String.raw`\s+` : String.raw`\s*`;
    })
    .join('');
  const before = LATIN.test(form[0] ?? '') ? LATIN_BEFORE : '';
  const after = LATIN.test(form.at(-1) ?? '') ? LATIN_AFTER : '';
  return before + spaced + after;
}

const close = (form: string) => form.replace(/\s+/gu, ' ');

/** Whether a form of a name may mean it at a place. */
function isMeant({ only, except }: NameData, form: string, at: string): boolean {
  const here = only[form];
  return (here === undefined || here.includes(at)) && !except[form]?.includes(at);
}

/** Finds names; a longer form wins over those within it (中國人民志願軍 over 中國). */
export class NameFinder {
  readonly #byForm = new Map<string, NameData[]>();
  readonly #pattern: RegExp | undefined;
  readonly #forms: string[];

  /** @param names of names.yaml; those without an id are passed over */
  constructor(names: readonly NameData[]) {
    for (const name of names)
      for (const form of new Set(name.id === undefined ? [] : formsOf(name)))
        this.#byForm.set(form, [...(this.#byForm.get(form) ?? []), name]);
    this.#forms = [...this.#byForm.keys()].sort((a, b) => b.length - a.length);
    const source = this.#forms.map((form) => `(${patternOf(form)})`).join('|');
    this.#pattern = this.#forms.length > 0 ? new RegExp(source, 'gu') : undefined;
  }

  /**
   * @param text of a passage
   * @param at the id of the passage: a block, or a note (`fn12`)
   * @returns what stands there, in order; without what a rule says is none
   */
  find(text: string, at: string): Occurrence[] {
    if (!this.#pattern) return [];
    return [...text.matchAll(this.#pattern)].flatMap((match): Occurrence[] => {
      const form =
        this.#forms[match.slice(1).findIndex((group) => group !== undefined)] ?? close(match[0]);
      const names = (this.#byForm.get(form) ?? []).filter((name) => isMeant(name, form, at));
      const { index: from } = match;
      return names.length === 0 ? [] : [{ from, to: from + match[0].length, form, names }];
    });
  }
}
