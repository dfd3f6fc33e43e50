/** The reasons of the corrections, in the back of the TEI. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { lines, type Node, x } from '../xml.ts';

/** A list of all emendations, each leading to its place; undefined where there are none. */
export function emendationsDiv({ emendations }: Chapter): Node | undefined {
  if (emendations.length === 0) return undefined;
  const items = emendations.map(({ id, kind, reason }) =>
    x('item', { corresp: `#${id}`, n: kind }, reason),
  );
  return x('div', { type: 'emendations' }, lines([x('head', '校記'), x('list', lines(items))]));
}
