/** What a person should know of a reading: what was changed, and what was left out. */
import type { Change, LeftOut, SourceDocument } from './readers/types.ts';

const CHANGED: Readonly<Record<Change['kind'], string>> = {
  compatibility: 'compatibility characters became ordinary ones',
  radical: 'radicals became the ideographs that are printed',
  'vertical-form': 'vertical forms became ordinary signs',
  hyphen: 'soft or special hyphens became the hyphens that are printed',
  'line-end-hyphen': 'hyphens at the ends of lines were taken out of words',
  ellipsis: 'middle dots became ellipses',
  dash: 'figure dashes became the dashes that are printed',
  invisible: 'invisible characters were taken out',
  unknown: 'characters without meaning (private use) are shown as 〓: compare them with the print',
  'actual-text': 'characters were taken from what the file says is printed',
  escape: 'escaped signs were read',
};

const LEFT: Readonly<Partial<Record<LeftOut['why'], string>>> = {
  hidden: 'hidden text',
  contents: 'a table of contents',
  picture: 'text in pictures',
  navigation: 'navigation of the page',
  mark: 'marks whose note the file does not hold',
};

/** The changes of one kind, with an example. */
function onChanges(changes: Change[]): string[] {
  const byKind = Map.groupBy(changes, ({ kind }) => kind);
  return [...byKind].flatMap(([kind, own]) => {
    if (kind === 'escape') return [];
    const { from, to } = own[0] as Change;
    const code = from.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    const example = to === '' ? `U+${code}` : `U+${code} → ${to}`;
    return [`${own.length} ${CHANGED[kind]} (${example}).`];
  });
}

/** @returns one sentence for each thing */
export function remarksOn({ remarks, changes, leftOut }: SourceDocument): string[] {
  const kinds = new Set(leftOut.map(({ why }) => why));
  const left = [...kinds].flatMap((why) => LEFT[why] ?? []);
  return [
    ...remarks,
    ...onChanges(changes),
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
  ];
}
