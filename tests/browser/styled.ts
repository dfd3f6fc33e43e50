/** A style for a test, given as a program may: the policy of the pages allows no further style element. */
import type { Page } from '@playwright/test';

/** Adds rules to a page. */
export const styled = (page: Page, css: string): Promise<void> =>
  page.evaluate((text) => {
    const stylesheet = new CSSStyleSheet();
    stylesheet.replaceSync(text);
    document.adoptedStyleSheets.push(stylesheet);
  }, css);
