/**
 * Room `import`: the extracted source text → `content/`, and the proof that
 * nothing was lost on the way. Nothing here knows this chapter: what cannot be
 * derived from a text stands in the settings file beside it.
 *
 * This file: the one kind of error the import ends with.
 */

/** A source text that cannot be imported. `line` counts from 1; 0 is the whole file. */
export class ImportError extends Error {
  readonly line: number;
  readonly hint: string;

  /**
   * @param line line of the source text, from 1; 0 when no line is meant
   * @param message what is wrong
   * @param hint what to do about it
   */
  constructor(line: number, message: string, hint: string) {
    super(message);
    this.name = 'ImportError';
    this.line = line;
    this.hint = hint;
  }
}
