/**
 * What a reader does with a page, in words that every engine has: so that one set of specs runs in
 * Chromium and Firefox (through Playwright) and in WebKit (through WebDriver).
 */

/** The engines that the specs of this folder run in. */
export type Engine = 'chromium' | 'firefox' | 'webkit';

/** What can be said to a page and comes back from it. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | Plain[]
  | { [key: string]: Plain }
  | undefined;

/** Where the pointer goes: a selector, and which of the elements that it finds (the first, if not told). */
export interface Target {
  css: string;
  nth?: number;
}

/** One window of a browser, and what is done in it. */
export interface Reader {
  readonly engine: Engine;
  /** Makes the page as wide and high as told, in CSS pixels. */
  size(width: number, height: number): Promise<void>;
  /** Opens an address, and waits until it has loaded. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Runs a function in the page; it sees nothing but what it is given. */
  evaluate<A extends Plain[], R>(body: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Presses an element in its middle, as a pointer does; scrolls there first. */
  click(target: string | Target): Promise<void>;
  hover(target: string | Target): Promise<void>;
  /** Presses a key, by its name in the UI Events standard: `Escape`, `Tab`, `j`. */
  press(key: string): Promise<void>;
  /** Types words into what has the focus. */
  type(words: string): Promise<void>;
  /** The page as it is seen, as a PNG. */
  screenshot(): Promise<Uint8Array>;
  /** The page on sheets of paper, as a PDF. */
  print(): Promise<Uint8Array>;
  /** Forgets what the pages of this site have stored for a reader. */
  forget(): Promise<void>;
  close(): Promise<void>;
}
