/** What axe has against a page, or against a part of it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Fewer rules than these would mean that axe saw nothing: no page, or no part of it. */
const FEWEST_RULES = { page: 11, part: 3 };

/**
 * All faults that axe finds, one line an element: `rule: <html>`.
 *
 * It runs in the page itself ("legacy mode"): there are no frames of other sites to ask. And
 * it writes down only what fails: of a long page, what passes is megabytes to carry about.
 * @param within a selector of the part that is looked at; the whole page without it
 * @throws if it had nothing to look at
 */
export async function faultsOf(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations, passes } = await (within ? axe.include(within) : axe).analyze();
  const fewest = FEWEST_RULES[within ? 'part' : 'page'];
  if (violations.length + passes.length < fewest) throw new Error('axe looked at nothing');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
