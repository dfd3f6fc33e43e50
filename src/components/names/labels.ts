/** What the interface calls the kinds of names and the orders of their list. */
import { messages } from '../../messages/site.ts';
import type { NameOrder } from '../../model/names/order.ts';
import type { NameKind } from '../../model/names/schema.ts';

export const NAME_KIND: Record<NameKind, string> = {
  person: messages.names.person,
  place: messages.names.place,
  body: messages.names.body,
  unit: messages.names.unit,
  weapon: messages.names.weapon,
  treaty: messages.names.treaty,
  term: messages.names.term,
};

export const NAME_ORDER: Record<NameOrder, string> = {
  stroke: messages.names.stroke,
  zhuyin: messages.names.zhuyin,
  latin: messages.names.latin,
};

/** The language of a form: of one in Latin letters, English. */
export const langOf = (form: string): 'en' | undefined =>
  /\p{Script=Han}/u.test(form) ? undefined : 'en';
