/** What the divisions of the text are called, from the chapter down. */
export const DIVISIONS = [
  'chapter',
  'section',
  'subsection',
  'subsubsection',
  'item',
  'subitem',
] as const;
