/** What a digest of the text is made of, and how much of it is shown and kept. */

/** What the text is made of, as digests tell apart what changed. */
export const PARTS = [
  /** Titles, author, rights: what chapter.yaml says of the chapter. */
  'chapter',
  'sections',
  'footnotes',
  'emendations',
  'editorNotes',
  'sources',
] as const;
export type Part = (typeof PARTS)[number];

/** So many digits of a digest name a version where people read it. */
export const SHOWN = 8;
/** So many are kept of the digest of a part. */
export const KEPT = 12;
