/**
 * Makes links to the web robust: the notes' addresses are some twenty years old
 * and mostly dead, so each gets an archived copy nearest the date of its work
 * (Robust Links: data-originalurl, data-versiondate, data-versionurl).
 */

import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { messages } from '../../messages/site.ts';
import { archiveCopy } from '../../model/addresses/archive.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { firstDay } from '../../model/sources/dates.ts';
import type { Source } from '../../model/sources/source.ts';

/** The day as of which a work's address is looked up: its date, else when the chapter was written. */
export function dayOf(chapter: Chapter, source: Source | undefined): string {
  if (source?.issued) return firstDay(source.issued);
  return chapter.consulted ?? firstDay({ date: chapter.issued, printed: chapter.issued });
}

/** The source that has an address. */
function owner(chapter: Chapter, url: string): Source | undefined {
  return chapter.sources.find((s) => s.URL === url || s.otherURLs?.includes(url));
}

/** The mark after a dead link: apparatus, not text. */
function archiveMark(url: string, copy: string): ElementContent {
  const rel = ['external', 'noopener', 'noreferrer'];
  const properties = { href: copy, rel, ariaLabel: messages.sources.archivedOf(url) };
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties,
    children: [{ type: 'text', value: messages.sources.archived }],
  };
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['archive'], dataApparatus: '' },
    children: [
      { type: 'text', value: messages.sources.mayBeDead },
      link,
      { type: 'text', value: messages.sources.mayBeDeadEnd },
    ],
  };
}

/** The full stop that closes what ends in an address, and what follows it; nothing where there is none. */
function closing(next: Root['children'][number] | ElementContent | undefined): ElementContent[] {
  const [, stop, rest] =
    (next?.type === 'text' && /^([。．.])(?!\w)(.*)$/su.exec(next.value)) || [];
  if (stop === undefined) return [];
  const text = (value: string) => ({ type: 'text' as const, value });
  return [text(stop), ...(rest ? [text(rest)] : [])];
}

/** Gives every link to the web in a text its archived copy. */
export function makeRobust(root: Root, chapter: Chapter): void {
  visit(root, { tagName: 'a' }, (node: Element, index, parent) => {
    const url = String(node.properties['href'] ?? '');
    if (!/^https?:/u.test(url) || index === undefined || !parent) return undefined;
    if (node.properties['dataOriginalurl'] !== undefined) return undefined;
    const copy = archiveCopy(url, dayOf(chapter, owner(chapter, url)));
    Object.assign(node.properties, {
      dataOriginalurl: url,
      dataVersiondate: copy.day,
      dataVersionurl: copy.url,
    });
    const stop = closing(parent.children[index + 1]);
    const mark = archiveMark(url, copy.url);
    parent.children.splice(
      index + 1,
      stop.length > 0 ? 1 : 0,
      ...stop.slice(0, 1),
      mark,
      ...stop.slice(1),
    );
    return index + 2 + Math.min(1, stop.length);
  });
}
