/** Checks that compare sources with each other: two that may be one work, outlets in two forms. */
import { folded } from '../citations/words.ts';
import { type Entry, lineOfKey } from '../content/content.ts';
import { sourceId } from '../sources/ids.ts';
import { isDescription, outletOf, type SourceData } from '../sources/source.ts';
import type { Finding } from './findings.ts';

type SourceEntry = Entry<SourceData>;

/** Two sources that agree in title and outlet, or in their address, may be one work. */
export function checkAlike(entries: readonly SourceEntry[]): Finding[] {
  const seen = new Map<string, SourceEntry>();
  return entries.flatMap((entry): Finding[] => {
    const { title, URL: url } = entry.data;
    const marks = [
      ...(title === undefined || isDescription(title)
        ? []
        : [`${folded(title)}\n${folded(outletOf(entry.data) ?? '')}`]),
      ...(url === undefined ? [] : [url]),
    ];
    const twin = marks.map((mark) => seen.get(mark)).find((e) => e !== undefined);
    for (const mark of marks) seen.set(mark, seen.get(mark) ?? entry);
    if (!twin) return [];
    const id = sourceId(entry.file);
    const message = `${twin.file} has the same ${title ? 'title' : 'address'}: make them one source, or accept this in chapter.yaml with the reason why they are two.`;
    return [
      {
        rule: 'source/alike',
        id,
        file: entry.file,
        line: lineOfKey(entry, title ? 'title' : 'URL'),
        message,
      },
    ];
  });
}

/** The key that gives a source its outlet. */
function outletKey(source: SourceData, outlet: string): string {
  const keys = ['container-title', 'publisher', 'authority', 'event-title'] as const;
  const isBody = source.author?.some((name) => 'literal' in name && name.literal === outlet);
  return keys.find((key) => source[key] === outlet) ?? (isBody ? 'author' : 'URL');
}

/** An outlet has one form, or lists by outlet split. */
export function checkOutlets(entries: readonly SourceEntry[]): Finding[] {
  const forms = new Map<string, string>();
  return entries.flatMap((entry): Finding[] => {
    const outlet = outletOf(entry.data);
    if (outlet === undefined) return [];
    const key = folded(outlet.replace(/^the\s+/iu, '')).replaceAll('台', '臺');
    const first = forms.get(key) ?? outlet;
    forms.set(key, first);
    if (first === outlet) return [];
    const line = lineOfKey(entry, outletKey(entry.data, outlet));
    const message = `“${outlet}” is “${first}” in another source: write one form, and put the other under “printed”.`;
    return [{ rule: 'source/outlet', file: entry.file, line, message }];
  });
}
