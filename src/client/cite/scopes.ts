/** What can be cited from the page one is at: the chapter, and the section, paragraph, note or printed page of it. */
import { messages } from '../../messages/site.ts';
import { printedChinese } from '../../search/cite/locus.ts';
import type { Places } from '../../search/cite/places.ts';
import { structuralName, type Target, targetOf, wholeOf } from '../../search/cite/targets.ts';
import { idOf } from '../site/pasted.ts';
import { here } from '../site/urls.ts';

/** The ids that the page's address names, the widest first. */
function idsHere(path: string, hash: string): string[] {
  const [, kind = '', number = ''] = /^\/(sections|pages|notes)\/(\d+)\/$/u.exec(path) ?? [];
  const own = { sections: `s${number}`, pages: `p${number}`, notes: `fn${number}` }[kind];
  return [...(own ? [own] : []), ...(hash.length > 1 ? [idOf(hash)] : [])];
}

/** The places that can be cited from here, the nearest first. */
export function scopesHere(places: Places): Target[] {
  const found = idsHere(here(), location.hash).flatMap((id) => targetOf(places, id) ?? []);
  const all = [wholeOf(places), ...found.filter(({ whole }) => !whole)];
  return all.filter((t, i) => all.findIndex(({ path }) => path === t.path) === i).reverse();
}

/** 第三章第四節二（一）¶3（頁 72）; 本章. */
export function scopeName(places: Places, target: Target): string {
  if (target.whole)
    return places.chapter ? messages.cite.wholeChapter(places.chapter) : messages.cite.chapter;
  const structural = structuralName(places, target);
  const { pages } = target.locus;
  if (structural === undefined || !pages) return structural ?? printedChinese(target.locus);
  return structural + messages.common.aside(printedChinese({ pages }));
}
