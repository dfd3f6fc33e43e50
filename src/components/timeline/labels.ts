/** What the timeline says of an event and of its date. */
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { messages } from '../../messages/site.ts';
import { isDay } from '../../model/events/edtf.ts';
import type { TextEvent } from '../../model/events/events.ts';

/** The id of a decade on the page of the timeline. */
export const decadeId = (first: number): string => `y${first}s`;

/** How exactly the text dates an event. */
export type Precision = 'day' | 'month' | 'longer';

export function precisionOf({ when }: Pick<TextEvent, 'when'>): Precision {
  if (isDay(when)) return 'day';
  return /^\d{4}-(?:0\d|1[0-2])~?$/u.test(when) || /^\d{4}-\d\d-\d\d\//u.test(when)
    ? 'month'
    : 'longer';
}

export const PRECISION: Record<Precision, string> = {
  day: messages.timeline.day,
  month: messages.timeline.month,
  longer: messages.timeline.longer,
};

/** What a browser knows as a date: a year, a month, a day. */
export const machineDate = (when: string): string | undefined =>
  /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/u.test(when) ? when : undefined;

/** An event in a few words, for the pictures. */
export const inShort = ({ date, text }: TextEvent): string => {
  const [day, words] = [closeSpacing(date), closeSpacing(text)];
  return words.startsWith(day) ? words : `${day}${messages.common.space}${words}`;
};
