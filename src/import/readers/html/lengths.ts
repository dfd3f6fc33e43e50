/** Lengths in style attributes. */
const WIDTHS: Readonly<Record<string, number>> = {
  em: 1,
  pt: 1 / 12,
  px: 1 / 16,
  in: 6,
  cm: 72 / 2.54 / 12,
  mm: 72 / 25.4 / 12,
};

/** A length of a style attribute, in widths of a character of 12 points; 0 where there is none. */
export function widthIn(style: string, name: string): number {
  const pattern = new RegExp(`(?<![\\w-])${name}:\\s*(-?[\\d.]+)(em|pt|px|in|cm|mm)`, 'u');
  const match = pattern.exec(style);
  return match ? Number(match[1]) * (WIDTHS[match[2] ?? ''] ?? 0) : 0;
}
