/**
 * Characters that stand for others: presentation forms that fonts and programs
 * put in place of what is written. Each becomes the ordinary character, and is
 * recorded. What is printed so (～, ：, ㈠, ①, half-width katakana) stays.
 */
import { UNSEEN } from '../unseen.ts';
import type { Change } from './types.ts';

/** A character to change: its offset and length in the text, and what it becomes. */
export interface Replacement {
  kind: Change['kind'];
  at: number;
  from: string;
  to: string;
}

/** The ideographs of U+2E80–2EF3 (Unicode, EquivalentUnifiedIdeograph.txt); - for those without one. */
const RADICALS = [
  ...[
    '-厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵-旡日月歺母民氵氺灬爫爫丬牛',
    '犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑',
    '钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
  ].join(''),
];

/** The ordinary forms of U+FE10–FE19 and U+FE30–FE48; - for those that stay. */
const VERTICAL: readonly [first: number, forms: string][] = [
  [0xfe10, '，、。：；！？〖〗…'],
  [0xfe30, '-—–-–（）｛｝〔〕【】《》〈〉「」『』--［］'],
];

function radical(code: number): string | undefined {
  // The Kangxi radicals have compatibility decompositions.
  if (code >= 0x2f00 && code <= 0x2fd5) return String.fromCodePoint(code).normalize('NFKC');
  const found = code >= 0x2e80 && code <= 0x2ef3 ? RADICALS[code - 0x2e80] : undefined;
  return found === '-' ? undefined : found;
}

function upright(code: number): string | undefined {
  for (const [first, forms] of VERTICAL) {
    const found = code >= first ? [...forms][code - first] : undefined;
    if (found !== undefined) return found === '-' ? undefined : found;
  }
  return undefined;
}

/** How a text came to be: written by a program for writing, or extracted from glyphs on a page. */
export type Origin = 'written' | 'extracted';

/** In extracted text these are what a glyph was called, not what its author wrote. */
const GLYPHS: Readonly<Record<string, readonly [Change['kind'], string]>> = {
  '\u2010': ['hyphen', '-'],
  '\u0002': ['hyphen', '-'],
  '\u00AD': ['hyphen', '-'],
  '\u22EF': ['ellipsis', '…'],
  // One glyph serves both, and nobody types a figure dash.
  '\u2012': ['dash', '–'],
};

/** Line and paragraph separators are white space, and become it with the rest. */
const HIDDEN = new RegExp(`(?![\\u2028\\u2029])${UNSEEN.source}`, 'gu');

/** What may have to change: signs of these kinds, letters with marks, and characters NFC does not keep. */
const SPECIAL =
  /[\u2E80-\u2FD5\uFE10-\uFE19\uFE30-\uFE48\u00AD\u2010\u2012\u0002\u22EF\uF900-\uFAFF\u{2F800}-\u{2FA1F}\u2126\u212A\u212B]|\P{M}\p{M}+|[\u1100-\u11FF]{2,}|[\u0340-\u03FF\u1F00-\u1FFF]/gu;

function ordinary(text: string, origin: Origin): readonly [Change['kind'], string] | undefined {
  const code = text.codePointAt(0) ?? 0;
  if (text.length === 1) {
    const glyph = origin === 'extracted' ? GLYPHS[text] : undefined;
    if (glyph) return glyph;
    const ideograph = radical(code);
    if (ideograph !== undefined) return ['radical', ideograph];
    const form = upright(code);
    if (form !== undefined) return ['vertical-form', form];
  }
  const composed = text.normalize('NFC').replace(HIDDEN, '');
  return composed === text ? undefined : ['compatibility', composed];
}

/**
 * Finds the characters of a text that stand for others, in order.
 * @param origin extracted text has soft hyphens where hyphens are printed; in written text they are invisible
 */
export function replacements(text: string, origin: Origin): Replacement[] {
  const found = [...text.matchAll(SPECIAL)].flatMap(({ 0: from, index: at }): Replacement[] => {
    const form = ordinary(from, origin);
    return form ? [{ kind: form[0], at, from, to: form[1] }] : [];
  });
  const taken = found.map(({ at, from }) => [at, at + from.length] as const);
  const hidden = [...text.matchAll(HIDDEN)]
    .filter(({ index }) => !taken.some(([from, to]) => from <= index && index < to))
    .map(({ 0: from, index: at }) => ({ kind: 'invisible' as const, at, from, to: '' }));
  return [...found, ...hidden].sort((a, b) => a.at - b.at);
}

/**
 * A text with the ordinary ideographs and signs in place of radicals and vertical
 * forms, for reading what it says (第⼀章 is 第一章). Each character keeps its
 * place: what would take more room or less stays.
 */
export function legible(text: string): string {
  let out = '';
  let end = 0;
  for (const { kind, at, from, to } of replacements(text, 'extracted')) {
    if ((kind !== 'radical' && kind !== 'vertical-form') || from.length !== to.length) continue;
    out += text.slice(end, at) + to;
    end = at + from.length;
  }
  return out + text.slice(end);
}
