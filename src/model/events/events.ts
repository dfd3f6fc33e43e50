/** The events at their places in the text, the works that report them, and where their dates disagree. */
import type { Section } from '../chapter/parts.ts';
import type { Citation } from '../citations/hosts.ts';
import type { Emendation } from '../emendations/emendations.ts';
import {
  type EmendableText,
  type EmendationHost,
  emendationHosts,
  pageAt,
} from '../emendations/hosts.ts';
import type { TextName } from '../names/names.ts';
import type { Source } from '../sources/source.ts';
import { type Table, textOf, walk } from '../text/document.ts';
import { agree, extentOf, isDay } from './edtf.ts';
import type { EventData } from './schema.ts';
import { type FoundEvent, findEvent, runsOf } from './stretches.ts';

/** A dated event, where it is told. */
export interface TextEvent extends EventData, Pick<FoundEvent, 'words'> {
  place: EmendationHost;
  /** Where its date stands in the text of the place. */
  dateAt: FoundEvent['date'];
  /** The printed page on which its words begin; undefined where the print numbers none. */
  page: number | undefined;
  /** The works that report it: those of the first note after its words, or of its table. */
  reports: Report[];
  /** The names that stand in its words, in the order of their list. */
  names: TextName[];
  /** Corrections of its date or its words. */
  emendations: Emendation[];
  /** The other tellings of it whose date cannot be the same. */
  conflicts: string[];
}

/** A work that reports an event. */
interface Report {
  source: Source;
  /** The note that cites it; undefined for the source line of a table. */
  note: number | undefined;
  /** Days from the event to the day of publication, where both are days. */
  after: number | undefined;
}

/** What the events are placed in. */
type Told = EmendableText & {
  sources: readonly Source[];
  emendations: readonly Emendation[];
  names: readonly TextName[];
  tableCitations: readonly { citation: Citation; table: Table; section: Section }[];
};

const DAY = 86_400_000;

/** The note whose mark is the first after a character of a place. */
function noteAfter({ inlines }: EmendationHost, at: number): number | undefined {
  let passed = 0;
  for (const inline of walk(inlines)) {
    if (inline.type === 'noteref' && passed >= at) return inline.number;
    if ('value' in inline) passed += inline.value.length;
  }
  return undefined;
}

/** The citations that stand for an event, each with its note. */
function citationsFor(told: Told, place: EmendationHost, end: number) {
  if (place.block.type === 'table' && !place.note)
    return told.tableCitations
      .filter(({ table }) => table.id === place.block.id)
      .map(({ citation }) => ({ citation, note: undefined }));
  const number = place.note?.number ?? noteAfter(place, end);
  const note = told.notes.find((n) => n.number === number);
  return (note?.citations ?? []).map((citation) => ({ citation, note: note?.number }));
}

/** Whether a work came out before an event began, and so cannot report it. */
const isEarlier = (issued: string, when: string): boolean =>
  issued !== '' && (extentOf(issued).last ?? '9999') < (extentOf(when).first ?? '');

function reportsOf(
  told: Told,
  place: EmendationHost,
  { when, planned }: EventData,
  end: number,
): Report[] {
  const seen = new Set<string>();
  return citationsFor(told, place, end).flatMap(({ citation, note }): Report[] => {
    const source = told.sources.find(({ id }) => id === citation.source);
    const issued = source?.issued?.date ?? '';
    if (!source || seen.has(source.id) || (!planned && isEarlier(issued, when))) return [];
    seen.add(source.id);
    const days = (Date.parse(issued) - Date.parse(when)) / DAY;
    return [{ source, note, after: isDay(issued) && isDay(when) && days >= 0 ? days : undefined }];
  });
}

/** The other tellings of each event that can be of no day in common with it. */
function conflictsOf(event: EventData, events: readonly EventData[]): string[] {
  const first = (e: EventData) => e.same ?? e.id;
  return events
    .filter((other) => first(other) === first(event) && !agree(other.when, event.when))
    .map(({ id }) => id);
}

/** Puts events at their places, in the order of the text. One without a place is left out: the checks have refused it before. */
export function placeEvents(told: Told, events: readonly EventData[]): TextEvent[] {
  const places = emendationHosts(told);
  const order = [...places.keys()];
  return events
    .flatMap((event): Omit<TextEvent, 'conflicts'>[] => {
      const place = places.get(event.at);
      if (!place) return [];
      const found = findEvent(place.note ? [textOf(place.inlines)] : runsOf(place.block), event);
      if ('missing' in found) return [];
      const { words, date } = found;
      const touches = ({ at, from, to }: Emendation) =>
        at === event.at && [words, date].some((stretch) => from < stretch.to && stretch.from < to);
      return [
        {
          ...event,
          place,
          words,
          dateAt: date,
          page: pageAt(place.inlines, words.from, place.page),
          reports: reportsOf(told, place, event, words.to),
          names: told.names.filter(({ passages }) =>
            passages.some(
              ({ at, stretches }) =>
                at === event.at &&
                stretches.some(({ from, to }) => words.from <= from && to <= words.to),
            ),
          ),
          emendations: told.emendations.filter(touches),
        },
      ];
    })
    .sort((a, b) => order.indexOf(a.at) - order.indexOf(b.at) || a.dateAt.from - b.dateAt.from)
    .map((event, _, all) => ({ ...event, conflicts: conflictsOf(event, all) }));
}
