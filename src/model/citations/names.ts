/** Whether a printed author is the author of a work: the same people in the same order, as far as they are printed. */
import { type Name, spoken } from '../sources/name.ts';
import type { SourceData } from '../sources/source.ts';
import { folded } from './words.ts';

/** A person, apart from what is no name: et al., etc., 等 for the others. */
const OTHERS = /[\s,，、]*(?:\bet\s+al\b\.?|\betc\b\.?|\band\s+others\b|等人?)$/iu;
/** What an author did: Eva Gray (ed.), 何思因編. */
const ROLE =
  /[\s,，]*(?:[(（]?\b(?:eds?|trans)\b\.?[)）]?|\bedited$|等?(?:主[編编]|[編编][著譯译輯辑]|合[著編编]|[編编著譯译撰]))$/u;
const SUFFIX = /^(?:jr|sr|i{2,3}|iv)$/u;
const BETWEEN_HAN = /^(?:[、，,與和及]|\s)+/u;
const BETWEEN_LATIN = /\s*[,，;；、&]\s*(?:(?:and|with)\s+)?|\s+(?:and|with)\s+/iu;

const withoutPoints = (words: string): string => folded(words).replaceAll('.', '');
/** The words of a name: L.A. is two. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll('.', '. ')
    .split(/[\s-]+/u)
    .map(withoutPoints)
    .filter((word) => word !== '');

/** Whether printed given names are the known ones; an initial stands for a name, and later ones may be missing. */
function areGiven(printed: string, known: string): boolean {
  if (withoutPoints(printed).replaceAll('-', '') === withoutPoints(known).replaceAll('-', ''))
    return true;
  const [a, b] = [wordsOf(printed), wordsOf(known)];
  return a.every((word, i) => {
    const other = b[i] ?? word;
    const initial = word.length === 1 || other.length === 1;
    return word === other || (initial && word.charAt(0) === other.charAt(0));
  });
}

/** Whether a part between commas is this person: Reed, Ann Reed, A. Reed; Wu Xinbo. */
function isSpoken(part: string, name: Name): boolean {
  if ('literal' in name) return folded(part) === folded(name.literal);
  const { family, given } = name;
  if (folded(part) === folded(family)) return true;
  const words = part.trim().split(/\s+/u);
  const size = family.trim().split(/\s+/u).length;
  const isLast = folded(words.slice(-size).join(' ')) === folded(family);
  if (isLast) return areGiven(words.slice(0, -size).join(' '), given);
  const isFirst = folded(words.slice(0, size).join(' ')) === folded(family);
  return (
    name['static-ordering'] === true && isFirst && areGiven(words.slice(size).join(' '), given)
  );
}

/** The suffix that a name has: Jr. */
const suffixOf = (name: Name): string => ('suffix' in name ? withoutPoints(name.suffix ?? '') : '');

/** Whether parts between commas are these people, the first first; who is not known may be any of `others`. */
function areLatin(parts: readonly string[], names: readonly Name[], others: boolean): boolean {
  const [part, ...rest] = parts;
  const [name, ...more] = names;
  if (part === undefined) return true;
  if (name === undefined) return others;
  const goOn = (left: readonly string[]): boolean => {
    const [suffix, ...after] = left;
    const printed = withoutPoints(suffix ?? '');
    if (!SUFFIX.test(printed)) return areLatin(left, more, others);
    return printed === suffixOf(name) && areLatin(after, more, others);
  };
  if (isSpoken(part, name) && goOn(rest)) return true;
  const [given, ...after] = rest;
  // Filed: Taylor, William J., Jr.
  if ('literal' in name || given === undefined) return false;
  return folded(part) === folded(name.family) && areGiven(given, name.given) && goOn(after);
}

/** Whether names in Han characters are these people: each is taken whole, so that 和 in a name parts nothing. */
function areHan(printed: string, names: readonly Name[], others: boolean): boolean {
  if (printed === '') return true;
  const [name, ...more] = names;
  if (name === undefined) return others;
  const own = folded(spoken(name));
  if (!printed.startsWith(own)) return false;
  const rest = printed.slice(own.length);
  if (rest === '') return true;
  const next = rest.replace(/^(?:主[編编]|[編编][著譯译輯辑]|[編编著撰])(?=[、，,])/u, '');
  // A translator beside the author is none of the authors.
  if (/^[、，,][^、，,]+[譯译]$/u.test(next)) return true;
  return BETWEEN_HAN.test(next) && areHan(next.replace(BETWEEN_HAN, ''), more, others);
}

/** Whether a printed author is these people. */
function areNamed(printed: string, names: readonly Name[], others: boolean): boolean {
  const [first] = names;
  if (printed === '' || first === undefined) return false;
  if (/\p{Script=Han}/u.test(printed)) return areHan(folded(printed), names, others);
  // A body's name may hold “and” or a comma.
  if ('literal' in first && folded(printed) === folded(first.literal)) return true;
  // The suffix may follow its name without a comma.
  const spaced = printed.replace(/\s+(?=(?:jr|sr|i{2,3}|iv)\b\.?)/giu, ', ');
  return areLatin(spaced.split(BETWEEN_LATIN).filter(Boolean), names, others);
}

/**
 * Whether the author printed before a short form is that of a work; its editor where it has no author.
 * @param printed the author as printed, with “etc.”, 等 or what he did: 何思因編
 */
export function isBy(printed: string, source: SourceData): boolean {
  const names = source.author ?? source.editor ?? [];
  const others = source.missing.includes('author-others');
  const forms = source.printed.filter(({ field }) => field === 'author').map(({ value }) => value);
  const plain = printed.replace(OTHERS, '');
  const bare = plain.replace(ROLE, '');
  return [printed, plain, bare, bare.replace(OTHERS, '')]
    .map((words) => words.trim())
    .some(
      (words) =>
        areNamed(words, names, others) || forms.some((form) => folded(form) === folded(words)),
    );
}
