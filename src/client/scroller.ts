/** What scrolls: the page, or in vertical setting the text, from right to left. */

/** Whether this page is set in columns: only pages of the text are. */
export const isVertical = (): boolean =>
  document.documentElement.dataset['setting'] === 'vertical' &&
  document.body.classList.contains('reading');

/** The element that scrolls what one reads. */
export const scroller = (): Element =>
  (isVertical() ? document.querySelector('main') : null) ?? document.documentElement;
