/** Checks the events: each stands at its passage in its words, and its date is what is printed there. */
import { noteInlines } from '../chapter/chapter.ts';
import type { Content } from '../content/content.ts';
import type { EventData } from '../events/schema.ts';
import { findEvent, runsOf } from '../events/stretches.ts';
import { textOf } from '../text/document.ts';
import type { Blocks } from './blocks.ts';
import { didYouMean, type Finding } from './findings.ts';
import { lineIn } from './hosts.ts';

/** A finding at a key of an event. */
type Say = (found: { rule: string; key: string; message: string }) => Finding;

/** The stretches of text of each passage by its id. */
function passagesIn(content: Content, blocks: Blocks): Map<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ...blocks.text.map(({ block }) => [block.id, runsOf(block)] as const),
    ...content.footnotes.map(
      ({ data, body }) => [`fn${data.number}`, [textOf(noteInlines(body))]] as const,
    ),
  ]);
}

const WHY = {
  absent: 'does not stand there as printed: write it character for character',
  ambiguous: 'stands there more than once: write more of the words around it',
} as const;

function placeFaults(
  event: EventData,
  passages: Map<string, readonly string[]>,
  say: Say,
): Finding[] {
  const runs = passages.get(event.at);
  if (!runs) {
    const message = `there is no block or note “${event.at}”: name the one that tells of it.${didYouMean(event.at, [...passages.keys()])}`;
    return [say({ rule: 'event/place', key: 'at', message })];
  }
  const found = findEvent(runs, event);
  if ('missing' in found) {
    const { missing, how } = found;
    const message = `“${event[missing]}” ${WHY[how]}.`;
    return missing === 'text'
      ? [say({ rule: 'event/words', key: 'text', message })]
      : [say({ rule: 'event/date', key: 'date', message })];
  }
  const { says } = found;
  if (event.reason !== undefined) {
    if (says !== event.when) return [];
    const message = `“${event.date}” says ${says} by itself: take “reason” out.`;
    return [say({ rule: 'event/reason', key: 'reason', message })];
  }
  if (says === event.when) return [];
  const message =
    says === undefined
      ? `“${event.date}” is no date by itself: give the “reason” why it means ${event.when}.`
      : `“${event.date}” says ${says}, not ${event.when}: mend “when”, or give the “reason” why it means another.`;
  return [say({ rule: 'event/when', key: 'when', message })];
}

/** An id that stands twice, and two events of one passage that are the same words and date. */
function duplicates(events: readonly EventData[], say: (i: number) => Say): Finding[] {
  const seen = new Map<string, string>();
  return events.flatMap(({ id, at, date, text }, i): Finding[] => {
    const told = [at, date, text].join('\n');
    const twice = seen.has(id);
    const first = seen.get(told);
    seen.set(id, id);
    seen.set(told, first ?? id);
    if (twice) {
      const message = `${id} stands twice: give this event the next number that was never used.`;
      return [say(i)({ rule: 'event/duplicate', key: 'id', message })];
    }
    if (first === undefined) return [];
    const message = `these words and this date are ${first} already: take one out.`;
    return [say(i)({ rule: 'event/duplicate', key: 'text', message })];
  });
}

/** What `same` names: a telling before this one, which names no other itself. */
function sameFaults(events: readonly EventData[], say: (i: number) => Say): Finding[] {
  return events.flatMap(({ id, same }, i): Finding[] => {
    if (same === undefined) return [];
    const first = events.find((event) => event.id === same);
    if (first && first.same === undefined && same !== id) return [];
    const message = first
      ? `${same} is no first telling: name ${first.same ?? 'another event'} here, which is.`
      : `there is no event ${same}: name the first telling of it.`;
    return [say(i)({ rule: 'event/same', key: 'same', message })];
  });
}

/** Checks content/events.yaml against the text and the notes. */
export function checkEvents(content: Content, blocks: Blocks): Finding[] {
  const { events } = content;
  if (events.data.length === 0) return [];
  const passages = passagesIn(content, blocks);
  const say =
    (i: number): Say =>
    ({ key, ...found }) => ({ ...found, file: events.file, line: lineIn(events, [i, key]) });
  return [
    ...duplicates(events.data, say),
    ...events.data.flatMap((event, i) => placeFaults(event, passages, say(i))),
    ...sameFaults(events.data, say),
  ];
}
