/** Checks that the locator of a citation is the page it prints, all of it, and that the work can have it. */

import type { Citation, CitingHost } from '../citations/hosts.ts';
import { otherLocatorsIn, pagesIn, plainValue } from '../citations/locators.ts';
import { canHold, rangeOf } from '../citations/pages.ts';
import type { Source } from '../sources/source.ts';
import type { Finding } from './findings.ts';

type Fault = Pick<Finding, 'rule' | 'message'> & { key: string };

const fault = (message: string): Fault => ({ rule: 'citation/locator', key: 'locator', message });

/** Outlets of which 第 4 版 is a page. */
const NEWSPAPERS: readonly (string | undefined)[] = ['article-newspaper'];

/** The pages of the work itself, as compared; a single page is the one that is cited. */
function ownPages(source: Source | undefined): string | undefined {
  const range = source?.page === undefined ? undefined : rangeOf(source.page);
  return range && range.last > range.first ? plainValue(source?.page ?? '') : undefined;
}

/** Compares the locator with what is printed. */
function printedFault({ text, locator }: Citation, source: Source | undefined): Fault | undefined {
  const pages = pagesIn(text, NEWSPAPERS.includes(source?.type));
  const own = ownPages(source);
  const cited = pages
    .filter(({ sure }) => sure)
    .map(({ value }) => value)
    .filter((value) => value !== own)
    .join(',');
  if (!locator) {
    if (cited === '') return undefined;
    return fault(
      `the citation prints page ${cited}, and has no locator: give it one (“label: page”), or give the work its own pages (“page” in its source).`,
    );
  }
  const value = plainValue(locator.value);
  if (locator.label === 'page' && cited !== '' && value === cited) return undefined;
  const printed = [...pages, ...otherLocatorsIn(text)];
  const fits = printed.some((p) => p.label === locator.label && p.value === value);
  if (cited === '' && fits) return undefined;
  const start = text.slice(0, 40);
  const other = printed.find((p) => p.value === value && p.label !== locator.label);
  if (other)
    return fault(
      `“${locator.value}” is printed as ${other.label} in “${start}”, and not as ${locator.label}: mend the label of the locator.`,
    );
  const rather = cited === '' ? '' : ` It prints page ${cited}.`;
  return fault(`“${locator.value}” is not printed in “${start}”: mend the locator.${rather}`);
}

/**
 * Checks the locator of a citation.
 * @param before the citations before it, whose pages tell which others the work can have
 */
export function locatorFault(
  citation: Citation,
  place: CitingHost,
  before: readonly Citation[],
  sources: ReadonlyMap<string, Source>,
): Fault | undefined {
  const { source: id, locator } = citation;
  const source = sources.get(id ?? '');
  const unprinted = printedFault(citation, source);
  if (unprinted || !source || !locator) return unprinted;
  const pins = before.filter((c) => c.source === id).flatMap((c) => c.locator ?? []);
  if (canHold(source, pins, locator)) return undefined;
  const known = source.page
    ? `its pages are ${source.page}`
    : `pages cited before: ${pins.map((p) => p.value).join(', ')}`;
  return fault(
    `${id} cannot have page ${locator.value} (${known}): mend the locator, or give ${place.table ?? `note ${place.note}`} its own source.`,
  );
}
