/** The switch between a page as printed and its counterpart in Simplified characters leads to the place one is reading. */
import { readingPlace } from '../navigation/block-in-view.ts';

const LINKS = 'a:is([hreflang="zh-Hans"], [data-original])';

/** The address of a place of this page on the counterpart of this page; undefined where it has none. */
export function counterpart(id = ''): string | undefined {
  const link = document.querySelector<HTMLAnchorElement>(LINKS);
  if (!link) return undefined;
  const url = new URL(link.href);
  url.hash = id;
  return url.href;
}

/** Aims the page's links, which without this lead to the page's beginning. */
export function startCounterpartLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS)) {
    const aim = () => {
      link.hash = readingPlace() ?? '';
    };
    // Before the link is followed, opened in another tab, or copied.
    for (const event of ['pointerdown', 'click']) link.addEventListener(event, aim);
  }
}

/** Goes to the same place on the counterpart of this page. */
export function goToCounterpart(): void {
  const to = counterpart(readingPlace());
  if (to !== undefined) location.assign(to);
}
