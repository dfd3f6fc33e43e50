/** Places that could be marks, as a person settled them: by `marks` and `figures` of the settings, and by answers. */
import type { Settings } from '../settings.ts';
import type { Place } from './text/align.ts';
import type { ReaderOptions } from './types.ts';

/** A place that could be a mark, and the words around it. */
export interface Surrounded extends Place {
  before: string;
  /** The mark itself, as printed. */
  text: string;
  after: string;
  /** The id of the question whether the mark of its note stands here, where that is asked. */
  choice?: string;
}

/** So unlikely is a place that a person named: more than any other, it is a mark. */
const PINNED = -1000;

const closed = (text: string) => text.replace(/\s+/gu, '');

/** Whether a mark stands within words that are said to hold none (第7艦隊). */
function isFigure({ before, text, after }: Surrounded, figures: string[]): boolean {
  const [left, own] = [closed(before), closed(text)];
  const around = left + own + closed(after);
  return figures.some((words) => {
    const figure = closed(words);
    for (let at = around.indexOf(figure); at !== -1; at = around.indexOf(figure, at + 1))
      if (at <= left.length && left.length < at + figure.length) return true;
    return false;
  });
}

/**
 * The places that are left when a person has spoken: figures are none, a named
 * place is the only one of its number, and a chosen one goes before all others.
 */
export function settle<T extends Surrounded>(
  places: T[],
  { marks, figures }: Pick<Settings, 'marks' | 'figures'>,
  answers: ReaderOptions['answers'],
): T[] {
  return places.flatMap((place): T[] => {
    if (isFigure(place, figures)) return [];
    const named = place.sign ? undefined : marks[place.number];
    if (named !== undefined)
      return closed(place.before).endsWith(closed(named)) ? [{ ...place, cost: PINNED }] : [];
    const isChosen = place.choice !== undefined && answers[place.choice] === 1;
    return isChosen ? [{ ...place, cost: PINNED }] : [place];
  });
}

/** Where words end in a text of lines: the line's index, and the offset in it; undefined where they stand nowhere. */
function endOf(
  words: string,
  lines: readonly { text: string }[],
): { line: number; at: number } | undefined {
  const places: { line: number; at: number }[] = [];
  let text = '';
  for (const [line, own] of lines.entries())
    for (let at = 0; at < own.text.length; at += 1) {
      const char = own.text[at] as string;
      if (/\s/u.test(char)) continue;
      text += char;
      places.push({ line, at: at + 1 });
    }
  const found = text.indexOf(closed(words));
  return found === -1 ? undefined : places[found + closed(words).length - 1];
}

/**
 * Marks that no character of the file shows, where the settings say they belong.
 * @param numbers the notes that lack a mark
 */
export function unprinted(
  lines: readonly { text: string }[],
  { marks }: Pick<Settings, 'marks'>,
  numbers: number[],
): { number: number; line: number; at: number }[] {
  return numbers.flatMap((number) => {
    const words = marks[number];
    const place = words === undefined ? undefined : endOf(words, lines);
    return place ? [{ number, ...place }] : [];
  });
}
