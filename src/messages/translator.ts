/**
 * What an interface says in one language → the same in another. Pages carry no keys, since
 * who does not ask for another language is not to pay for it: a message is known by its
 * words, one with values by the words around them.
 */
import type { Messages } from './catalogue.ts';
import type { Value } from './value.ts';

type Message = string | ((...values: Value[]) => string);

/** How a message with values is known, and what it becomes. */
interface Pattern {
  /** The longest stretch of its own words: a text without it is not looked at further. */
  known: string;
  match: RegExp;
  /** The same as one of several pieces of a text. */
  piece: RegExp;
  /** Which value each gap holds. */
  gaps: number[];
  values: number;
  to: (...values: Value[]) => string;
  /** Whether its own words are too few to know it by: then its values must be known, or be numbers. */
  bare: boolean;
  /** Whether they are few: then no value is a clause. */
  short: boolean;
  /** How many characters its own words have. */
  own: number;
  /** Whether it begins with them. */
  begins: boolean;
}

/** Stands for a value where a message is made to be looked at. */
const GAP = (i: number): string => String.fromCharCode(0xe000 + i);
const GAPS = /([\ue000-\ue00f])/u;

/** White space of HTML; an ideographic space is a word of the interface. */
const trimmed = (text: string): string => text.replace(/^[ \n\t]+|[ \n\t]+$/gu, '');

const NUMBER = /^[\d\s.,–-]+(?:[KM]B)?$/u;
/** Names and abbreviations, which are the same in every language. */
const LATIN = /^[\p{Script=Latin}. ]+$/u;
/** What may stand between pieces as it is: numbers, spaces, labels of the text's own headings. */
const AS_IS =
  /[\d.,–-]+| +|《[^》]*》|〈[^〉]*〉|第[〇一二三四五六七八九十]+[章節节](?: ?(?:[〇一二三四五六七八九十]+|（[〇一二三四五六七八九十]+）|\d+))*/uy;

/** Elements by their bare tags: `<a2>` is an `<a>`. */
const bareTags = (text: string): string => text.replace(/<(\/?[a-z]+)\d>/gu, '<$1>');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Each message of a catalogue beside the same of another. */
function* pairs(from: object, to: object): Generator<[Message, Message]> {
  for (const [name, message] of Object.entries(from)) {
    const other = (to as Record<string, Message | object>)[name];
    if (typeof message === 'object') yield* pairs(message, other as object);
    else yield [message, other as Message];
  }
}

/** The values that a message is asked to show itself with: gaps; each left out; each one, for singulars. */
function* trials(values: number): Generator<string[]> {
  const all = Array.from({ length: values }, (_, i) => GAP(i));
  yield all;
  if (values > 4) return;
  for (let left = 1; left < 2 ** values; left += 1)
    yield all.map((gap, i) => (left & (1 << i) ? '' : gap));
  for (let i = 0; i < values; i += 1) yield all.map((gap, own) => (own === i ? '1' : gap));
}

function patternOf(text: string, values: number, to: Pattern['to']): Pattern | undefined {
  const parts = trimmed(bareTags(text)).split(GAPS);
  const own = parts.filter((part) => !GAPS.test(part));
  const known = own.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (known === '' || parts.length === 1) return undefined;
  const shape = parts.filter((part) => part !== '');
  const source = shape.map((part) => (GAPS.test(part) ? '([^<>]+?)' : escaped(part)));
  const last = GAPS.test(shape.at(-1) ?? '') ? '(\\d[\\d.,–-]*)' : (source.at(-1) ?? '');
  return {
    known,
    match: new RegExp(`^${source.join('')}$`, 'u'),
    piece: new RegExp([...source.slice(0, -1), last].join(''), 'uy'),
    gaps: parts.filter((part) => GAPS.test(part)).map((gap) => gap.charCodeAt(0) - 0xe000),
    values,
    to,
    bare: !/<|\p{L}.*\p{L}/u.test(own.join('')),
    short: own.join('').replace(/[^\p{L}]/gu, '').length < 4,
    own: own.join('').length,
    begins: !GAPS.test(shape[0] ?? ''),
  };
}

/** Translates a text, elements in it as bare tags; undefined where it is no message. */
export type Translate = (text: string) => string | undefined;

/**
 * @param from the languages in which the interface may speak now
 * @param to the one in which it is to
 */
export function translatorOf(from: readonly Messages[], to: Messages): Translate {
  const plain = new Map<string, string>();
  const patterns: Pattern[] = [];
  const left: [text: string, said: string][] = [];
  for (const [message, other] of from.flatMap((catalogue) => [...pairs(catalogue, to)])) {
    if (typeof message === 'string') {
      const text = trimmed(bareTags(message));
      if (!plain.has(text)) plain.set(text, String(other));
      continue;
    }
    const seen = new Set<string>();
    for (const trial of trials(message.length)) {
      const text = message(...trial);
      if (seen.has(text)) continue;
      seen.add(text);
      const say = typeof other === 'function' ? other : () => other;
      // What a trial left out stays out; a 1 is itself.
      const full = (...values: Value[]) =>
        say(...trial.map((value, i) => (GAPS.test(value) ? values[i] : value)));
      const pattern = patternOf(text, message.length, full);
      if (pattern) patterns.push(pattern);
      else if (!GAPS.test(text) && text === trimmed(text) && /\p{L}/u.test(text))
        left.push([text, full()]);
    }
  }
  // What is left of a message without its values is one only where there is no such message.
  for (const [text, said] of left) if (!plain.has(text)) plain.set(text, said);

  // Of two that fit, the one with more words of its own is meant.
  patterns.sort((a, b) => b.own - a.own || b.gaps.length - a.gaps.length);
  const [worded, marks] = [patterns.filter((p) => !p.bare), patterns.filter((p) => p.bare)];

  const byFirst = Map.groupBy(
    [...plain.keys()].filter((text) => text !== '').sort((a, b) => b.length - a.length),
    (text) => text.charAt(0),
  );

  /** What a pattern says for what it has found; undefined where that may be chance. */
  function said({ gaps, values, bare, begins, short, to: say }: Pattern, found: RegExpExecArray) {
    const all: Value[] = Array.from({ length: values }, () => '');
    for (const [i, value] of gaps.entries()) {
      const held = found[i + 1] ?? '';
      const translated =
        NUMBER.test(held) || LATIN.test(held) ? held : (numbers(held) ?? translate(held));
      const isClause = short && /[，。；：、「」]/u.test(held);
      if (translated === undefined && (bare || isClause)) return undefined;
      // A mark after several words may stand between other ones.
      if (bare && !begins && isClause && numbers(held) === undefined) return undefined;
      all[value] = translated ?? held;
    }
    return say(...all);
  }

  /** A list, whose parts a function says; undefined where it does not know one. */
  function listOf(text: string, said: (part: string) => string | undefined): string | undefined {
    const mark = from.map(({ common }) => common.enumeration).find((one) => text.includes(one));
    const parts = mark === undefined ? [] : text.split(mark).map(said);
    return parts.length > 0 && parts.every((part) => part !== undefined)
      ? parts.join(to.common.enumeration)
      : undefined;
  }
  const asItIs = (known: RegExp) => (part: string) => (known.test(part) ? part : undefined);
  const numbers = (text: string) => listOf(text, asItIs(NUMBER));
  const listed = (text: string) => listOf(text, (part) => translate(part) ?? asItIs(LATIN)(part));

  /** A text of several messages in a row, the rest of it from a place on. */
  function pieces(
    text: string,
    at: number,
    seen: Map<number, string | undefined>,
  ): string | undefined {
    if (at === text.length) return '';
    if (seen.has(at)) return seen.get(at);
    seen.set(at, undefined);
    const next = (length: number, words: string): string | undefined => {
      const rest = length > 0 ? pieces(text, at + length, seen) : undefined;
      return rest === undefined ? undefined : words + rest;
    };
    const begins = (byFirst.get(text.charAt(at)) ?? []).filter((one) => text.startsWith(one, at));
    const words = begins.filter((one) => /\p{L}{2}/u.test(one));
    let whole: string | undefined;
    const around = (pattern: Pattern): void => {
      if (whole !== undefined || !text.includes(pattern.known, at)) return;
      pattern.piece.lastIndex = at;
      const found = pattern.piece.exec(text);
      const all = found && found[0].length < text.length ? said(pattern, found) : undefined;
      if (found && all !== undefined) whole = next(found[0].length, all);
    };
    // The more words of a message stand there, the surer it is meant; words around a value
    // are more than a short word, and a word is more than a mark.
    const longest = words[0]?.length ?? 0;
    const surer = longest > 0 ? patterns.filter(({ begins: b, own }) => b && own > longest) : [];
    for (const pattern of surer) around(pattern);
    for (const message of words) whole ??= next(message.length, plain.get(message) ?? '');
    for (const pattern of patterns) around(pattern);
    for (const message of begins) whole ??= next(message.length, plain.get(message) ?? '');
    if (whole === undefined) {
      AS_IS.lastIndex = at;
      const found = AS_IS.exec(text)?.[0] ?? '';
      whole = next(found.length, found);
    }
    seen.set(at, whole);
    return whole;
  }

  const cache = new Map<string, string | undefined>();
  function inner(text: string): string | undefined {
    const known = plain.get(text);
    if (known !== undefined) return known;
    const asWhole = (some: Pattern[]): string | undefined => {
      for (const pattern of some) {
        const found = text.includes(pattern.known) && pattern.match.exec(text);
        const words = found ? said(pattern, found) : undefined;
        if (words !== undefined) return words;
      }
      return undefined;
    };
    const whole = asWhole(worded);
    if (whole !== undefined) return whole;
    // Titles, numbers and marks alone are a reference.
    const isReference = !/\p{L}/u.test(text.replace(new RegExp(AS_IS, 'gu'), ''));
    const parts = isReference ? undefined : pieces(text, 0, new Map());
    if (parts !== undefined) return parts === text ? undefined : parts;
    return asWhole(marks) ?? (isReference ? undefined : listed(text));
  }
  function translate(text: string): string | undefined {
    if (!cache.has(text)) cache.set(text, inner(text));
    return cache.get(text);
  }
  return translate;
}
