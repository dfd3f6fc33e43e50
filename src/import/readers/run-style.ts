/** The style of a run, of what a word processor's format says of it. */
import type { Style } from './types.ts';

/** The parts of a format that a style keeps, each on, off or not told. */
type Format = { [K in keyof Omit<Style, 'lang' | 'href'>]?: boolean | undefined };

/** @param href the address it leads to, if it does */
export const styleOf = (format: Format, href: string | undefined): Style => ({
  ...(format.italic ? { italic: true } : {}),
  ...(format.bold ? { bold: true } : {}),
  ...(format.superscript ? { superscript: true } : {}),
  ...(format.subscript ? { subscript: true } : {}),
  ...(format.underline ? { underline: true } : {}),
  ...(format.smallCaps ? { smallCaps: true } : {}),
  ...(href === undefined ? {} : { href }),
});
