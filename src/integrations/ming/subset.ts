/** Parts of a typeface: the glyphs of some characters as woff2, the same bytes on every machine. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face } from 'harfbuzzjs';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);

/** Noto Serif, the same design as Source Han Serif, in the forms of Taiwan and of the mainland. */
export const FONTS = {
  hant: resolve('@expo-google-fonts/noto-serif-tc/400Regular/NotoSerifTC_400Regular.ttf'),
  hans: resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
};
export type Script = keyof typeof FONTS;

/** The licence of both, word for word. */
export const LICENCE = resolve('@expo-google-fonts/noto-serif-tc/LICENSE_FONT');

const VERSION: unknown = JSON.parse(
  readFileSync(resolve('subset-font/package.json'), 'utf8'),
).version;

/**
 * Vertical forms, and punctuation set close where marks meet (`text-spacing-trim`). By its other
 * features a typeface keeps three times as much: the forms of other regions.
 */
const OPTIONS = {
  targetFormat: 'woff2',
  keepFeatures: ['vert', 'vrt2', 'halt', 'vhal', 'chws', 'vchw'],
  // The licence, and where it stands, go with the file.
  preserveNameIds: [0, 13, 14],
  // Screens that show Han need none, and it would weigh a tenth.
  noHinting: true,
} as const;

/** What the bytes depend on beside font and characters. */
export const RECIPE = JSON.stringify([VERSION, OPTIONS]);

/** The characters of a text that a font lacks. */
export function lacking(font: Uint8Array, characters: string): string {
  const has = new Set(new Face(new Blob(font)).collectUnicodes());
  return [...characters].filter((c) => !has.has(c.codePointAt(0) ?? 0)).join('');
}

/** A font with the glyphs of these characters alone; those that it lacks are left out. */
export const subset = (font: Uint8Array, characters: string): Promise<Uint8Array> =>
  subsetFont(font, characters, OPTIONS);
