/** One way to spoil the source, and what the import must say to it. */
export interface BadCase {
  /** Continues “refuses …”. */
  name: string;
  text: string | Uint8Array;
  /** Settings in place of the source's own. */
  settings?: string;
  /** The line that is named, from 1; 0 when the whole file is meant. */
  line: number;
  reason: RegExp;
  subject?: 'settings';
}
