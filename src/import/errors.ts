/**
 * Room `import`: the extracted source text → `content/`, and the proof that
 * nothing was lost on the way. Nothing here knows this chapter: what cannot be
 * derived from a text stands in the settings file beside it.
 *
 * This file: the one kind of error the import ends with.
 */

/** The file an error speaks of: the source text, its settings, or a content file the message names. */
export type Subject = 'text' | 'settings' | 'content';

/** A text that cannot be imported. `line` counts from 1; 0 is the whole file. */
export class ImportError extends Error {
  readonly line: number;
  readonly hint: string;
  readonly subject: Subject;

  /**
   * @param line line of the file, from 1; 0 when no line is meant
   * @param message what is wrong
   * @param hint what to do about it
   * @param subject the file that is wrong
   */
  constructor(line: number, message: string, hint: string, subject: Subject = 'text') {
    super(message);
    this.name = 'ImportError';
    this.line = line;
    this.hint = hint;
    this.subject = subject;
  }
}
