/** Names of people and bodies, and the order in which they are spoken and filed. */
import { z } from 'astro/zod';
import { text } from '../content/scalars.ts';

/**
 * A name as CSL has it: in parts, or whole for bodies and pen names. The forms in Latin letters and
 * in English are what a person found or decided; no program makes them.
 */
export const nameSchema = z.union([
  z.strictObject({
    family: text,
    given: text,
    suffix: text.optional(),
    /** Charles *de* Gaulle: spoken before the family name, filed after the given name. */
    'dropping-particle': text.optional(),
    /** *van der* Veen: never parted from the family name. */
    'non-dropping-particle': text.optional(),
    /** The family name stands first in speech too: Wu Xinbo. */
    'static-ordering': z.literal(true).optional(),
    /** A name in other letters as its owner or a catalogue romanises it: { family: Liu, given: Te-hai }. */
    latin: z.strictObject({ family: text, given: text }).optional(),
  }),
  z.strictObject({
    literal: text,
    /** 新華社 in Latin letters: Xinhua she. */
    latin: text.optional(),
    /** What the body calls itself in English: Xinhua News Agency. */
    translated: text.optional(),
  }),
]);
export type Name = z.infer<typeof nameSchema>;

/** A name that has parts. */
export type Parted = Extract<Name, { family: string }>;

/** Chinese, Japanese or Korean writing. */
export const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

/** Whether the parts of a name are written without a space, the family name first: 劉德海, 박병선. */
const isClosed = ({ family }: Parted): boolean => CJK.test(family);

/** Whether a name stands in one order everywhere: 劉德海, 박병선, Wu Xinbo. */
export const isOwnOrder = (name: Name): boolean =>
  'literal' in name || isClosed(name) || name['static-ordering'] === true;

/** The family name with what is never parted from it: van der Veen. */
export function surname(name: Name): string {
  if ('literal' in name) return name.literal;
  return led(name['non-dropping-particle'], name.family);
}

/** The family name with all its particles, for programs that part them themselves: de Gaulle. */
export const familyOf = (name: Parted): string => led(name['dropping-particle'], surname(name));

/** A particle before what it belongs to: de Gaulle; al-Sayyid and d’Aubigné without a space. */
const led = (particle: string | undefined, rest: string): string =>
  particle ? `${particle}${/[-’']$/u.test(particle) ? '' : ' '}${rest}` : rest;

const present = (parts: (string | undefined)[]): string[] =>
  parts.flatMap((part) => (part ? [part] : []));

/** A name in the order in which it is spoken: 劉德海; 박병선; Charles de Gaulle; William J. Taylor Jr. */
export function spoken(name: Name): string {
  if ('literal' in name) return name.literal;
  if (isClosed(name)) return name.family + name.given;
  if (name['static-ordering']) return `${surname(name)} ${name.given}`;
  const family = led(name['dropping-particle'], surname(name));
  return present([name.given, family, name.suffix]).join(' ');
}

/** A name in the order in which it is filed: 劉德海; Gaulle, Charles de; Taylor, William J., Jr. */
export function filed(name: Name): string {
  if ('literal' in name || isOwnOrder(name)) return spoken(name);
  const given = present([name.given, name['dropping-particle']]).join(' ');
  return present([surname(name), given, name.suffix]).join(', ');
}

/**
 * A name for a reference in Latin letters: as its owner or a catalogue writes it, where that is
 * known, in the order in which it is spoken in its own language; else as it is.
 */
export function romanized(name: Name): Name {
  if ('literal' in name) {
    const latin = name.translated ?? name.latin;
    return latin === undefined ? name : { literal: latin };
  }
  return name.latin ? { ...name.latin, 'static-ordering': true } : name;
}
