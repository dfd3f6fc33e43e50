/** Where the words of a citation print its page or volume, and that place as an attribute. */
import type { Locator } from '../../model/citations/schema.ts';

const BEFORE: Partial<Record<Locator['label'], string>> = {
  page: String.raw`\bpp?\.?|頁|版|第`,
  volume: String.raw`\bvols?\.?|卷|第`,
};

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** The value of a locator where it is printed after its label; the last such place. */
export function locatorSpan(
  words: string,
  { label, value }: Locator,
): { from: number; to: number } | undefined {
  const before = BEFORE[label];
  if (before === undefined) return undefined;
  const printed = escaped(value)
    .replaceAll('-', '\\s*[-‐-―－~～至]\\s*')
    .replaceAll(/[,、，]\s*/gu, '\\s*[,、，]\\s*');
  const pattern = new RegExp(`(?:${before})\\s*(${printed})(?![\\p{L}\\p{N}])`, 'giu');
  const plain = new RegExp(`(?:${before})\\s*(${printed})(?=\\s*[頁版卷冊])`, 'giu');
  const last = [...words.matchAll(pattern), ...words.matchAll(plain)].at(-1);
  if (last?.[1] === undefined) return undefined;
  const to = last.index + last[0].length;
  return { from: to - last[1].length, to };
}

/** The first and the last that a locator names; attributes of TEI have no spaces. */
export function locatorRange({ value }: Locator): { from: string; to: string } {
  const [from = '', to = from] = value.replace(/\s+/gu, '').split(/(?<=\d)-(?=\d)/u);
  return { from, to };
}
