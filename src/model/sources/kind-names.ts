/** What a reader is told a kind of source is, on pages and in the book. */
import { messages } from '../../messages/site.ts';
import type { Kind } from './source.ts';

export const KIND: Record<Kind, string> = {
  book: messages.kinds.book,
  journal: messages.kinds.journal,
  conference: messages.kinds.conference,
  report: messages.kinds.report,
  government: messages.kinds.government,
  reference: messages.kinds.reference,
  magazine: messages.kinds.magazine,
  newspaper: messages.kinds.newspaper,
  wire: messages.kinds.wire,
  website: messages.kinds.website,
};
