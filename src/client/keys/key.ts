/** A key that does something. */
export interface Key {
  key: string;
  /** What the same key gives while an input method for Zhuyin is on. */
  zhuyin: string;
  /** What it does, as the list says it. */
  name: string;
  does: () => void | Promise<void>;
  /** Whether the page has what it is for. */
  works: () => boolean;
}
