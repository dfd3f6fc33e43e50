/** The orders in which Chinese lists of names stand: by strokes, by Zhuyin, by Latin letters. */
import type { TextName } from './names.ts';

export const NAME_ORDERS = ['stroke', 'zhuyin', 'latin'] as const;
export type NameOrder = (typeof NAME_ORDERS)[number];

const COLLATOR: Record<NameOrder, Intl.Collator> = {
  stroke: new Intl.Collator('zh-Hant-u-co-stroke', { numeric: true }),
  zhuyin: new Intl.Collator('zh-Hant-u-co-zhuyin', { numeric: true }),
  latin: new Intl.Collator('en', { sensitivity: 'base', numeric: true }),
};

/** What a name is sorted by: in Latin letters the first form it has in them, else its id. */
const keyOf = ({ name, latin, id }: TextName, order: NameOrder): string =>
  order === 'latin' ? (/^\p{Script=Latin}/u.test(name) ? name : (latin[0] ?? id)) : name;

/** Names in an order. */
export const sortNames = (names: readonly TextName[], order: NameOrder): TextName[] =>
  [...names].sort((a, b) => COLLATOR[order].compare(keyOf(a, order), keyOf(b, order)));

/** The place of each name in every order. */
export function ranksOf(names: readonly TextName[]): Map<string, Record<NameOrder, number>> {
  const ranks = new Map(names.map(({ id }) => [id, { stroke: 0, zhuyin: 0, latin: 0 }]));
  for (const order of NAME_ORDERS)
    for (const [rank, { id }] of sortNames(names, order).entries()) {
      const own = ranks.get(id);
      if (own) own[order] = rank;
    }
  return ranks;
}
