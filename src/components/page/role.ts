/** Roles that are spread into elements: the types of Astro's HTML do not know those of DPUB-ARIA. */

type Role = 'heading' | 'doc-endnotes' | 'doc-footnote' | 'doc-bibliography' | 'search';

/** The attributes of a role (DPUB-ARIA 1.1, ARIA 1.2) and, where the element has no heading, its name. */
export function role(name: Role, label?: string): { role: never; 'aria-label'?: string } {
  return { role: name as never, ...(label ? { 'aria-label': label } : {}) };
}
