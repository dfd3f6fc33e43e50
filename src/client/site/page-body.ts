/** Other pages of the site, read by programs. */

/**
 * The body of a page as a document. The head stays out: its style would be held against the
 * policy of the page that asks, though nothing of it is shown.
 */
export const bodyOf = (html: string): Document =>
  new DOMParser().parseFromString(html.slice(html.indexOf('<body')), 'text/html');
