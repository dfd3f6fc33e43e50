/** What the interface calls the kinds of emendations, and how it shows where one stands. */
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { address, id, paragraphNumber, structuralPlace } from '../../model/addresses/address.ts';
import type { EditorNote, Emendation } from '../../model/emendations/emendations.ts';

export const EMENDATION_KIND: Record<Emendation['kind'], string> = {
  character: '錯字',
  extra: '衍字',
  missing: '脫字',
  word: '用詞',
  punctuation: '標點',
  number: '數目',
  reference: '指引',
  name: '名稱',
  fact: '事實',
};

export const OUTCOME: Record<EditorNote['finding'], string> = {
  holds: '相符',
  nearly: '大致相符',
  fails: '不符',
};

type Placed = Pick<Emendation, 'place' | 'page' | 'at'>;

/** Where it stands, for people: 第四節 二（一）1　第 5 段，頁 73. */
export function placeLabel({ place: { section, block, note }, page }: Placed): string {
  const at = page === undefined ? '' : `，頁 ${page}`;
  if (note) return `註 ${note.name}${at}`;
  const paragraph = paragraphNumber(block);
  const part =
    block.type === 'table'
      ? block.id.replace('table-', '表 ')
      : paragraph === undefined
        ? '標題'
        : `第 ${paragraph} 段`;
  return `${structuralPlace(section, block)}　${part}${at}`;
}

/** The address where it stands in its section. */
export const placeAddress = ({ place: { section, note }, at }: Placed): string =>
  `${address.section(section.number)}#${note ? id.note(note.number) : at}`;

/** How many characters of the text are shown on each side of an emendation. */
const AROUND = 14;

/** The words before and after it, shortened. */
export function around({ before, after }: Pick<Emendation, 'before' | 'after'>): [string, string] {
  const [head, tail] = [closeSpacing(before), closeSpacing(after)];
  return [
    head.length > AROUND ? `…${head.slice(-AROUND)}` : head,
    tail.length > AROUND ? `${tail.slice(0, AROUND)}…` : tail,
  ];
}

/** What stands for the correction: its words, that the reading is to be taken out, or that there is none. */
export function corrected({ correction }: Pick<Emendation, 'correction'>): string {
  if (correction === undefined) return '未能校正';
  return correction === '' ? '刪' : `「${closeSpacing(correction)}」`;
}
