/** DPUB-ARIA roles, which the types of Astro's HTML do not know. */

type DpubRole = 'doc-endnotes' | 'doc-footnote' | 'doc-bibliography';

/** The attribute of a DPUB-ARIA 1.1 role, to be spread into an element. */
export function role(name: DpubRole): { role: never } {
  return { role: name as never };
}
