/** The switch between the printed edition and the one in Simplified characters leads to the place one is reading. */
import { readingPlace } from '../navigation/block-in-view.ts';

const LINKS = 'a:is([hreflang="zh-Hans"], [data-edition])';

/** The address of a place of this page in the other edition; undefined where the page is in one alone. */
export function otherEdition(id = ''): string | undefined {
  const link = document.querySelector<HTMLAnchorElement>(LINKS);
  if (!link) return undefined;
  const url = new URL(link.href);
  url.hash = id;
  return url.href;
}

/** Aims the page's links, which without this lead to the page's beginning. */
export function startEdition(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS)) {
    const aim = () => {
      link.hash = readingPlace() ?? '';
    };
    // Before the link is followed, opened in another tab, or copied.
    for (const event of ['pointerdown', 'click']) link.addEventListener(event, aim);
  }
}

/** Goes to the same place in the other edition. */
export function switchEdition(): void {
  const to = otherEdition(readingPlace());
  if (to !== undefined) location.assign(to);
}
