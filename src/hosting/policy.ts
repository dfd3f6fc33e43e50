/**
 * Room `hosting`: what browsers are told to allow, and the files for those who
 * serve the site. Data and pure functions; `npm run hosting` writes the files.
 *
 * This file: the Content Security Policy.
 */
import { createHash } from 'node:crypto';

/** What stands inside pages and not in files of its own, by hash. */
export interface Inline {
  styles: readonly string[];
  scripts: readonly string[];
}

/** The source expression that allows one inline style or script, and no other. */
export const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * A policy: nothing but what is named here, all of it from the site itself.
 * Workers fall back to script-src. WebAssembly is allowed on every page, because
 * the search box in the header of every page runs the search where it stands.
 * @param inline the hashes of what stands inside the page
 * @param more further directives: of the header, or of what only some pages have
 */
export function policyOf({ styles, scripts }: Inline, more: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "form-action 'self'",
    "font-src 'self'",
    "img-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    ...more,
  ].join(';');
}

/** For pages that name the site's manifest; others can do without these bytes. */
export const MANIFEST_SOURCE = "manifest-src 'self'";

/**
 * The policy as a header, for all pages at once: a browser that has both holds
 * to both. Only a header can forbid to be framed.
 */
export const headerPolicyOf = (inline: Inline): string =>
  policyOf(inline, [MANIFEST_SOURCE, "frame-ancestors 'none'"]);
