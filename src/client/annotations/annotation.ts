/**
 * An annotation: words of the text that a reader has marked, with a note and tags of one's own
 * (W3C Web Annotation Data Model). Kept on the reader's device alone.
 */

/** The colours of highlights; each has a line of its own kind too, so that nobody needs to see colours. */
export const COLOURS = ['yellow', 'green', 'blue', 'red'] as const;
export type Colour = (typeof COLOURS)[number];

/** Words with what stands around them in their block (TextQuoteSelector). */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Where in the text: words of one block. */
export interface Anchor extends Quote {
  /** Permanent id of the block: s4-2-1-p3, table-3-1, fn43. */
  block: string;
  /** First character and the one after the last, in code points of the block's printed text (TextPositionSelector). */
  start?: number;
  end?: number;
  /** The words as they were marked, where the text has been changed since. */
  was?: string;
  /** Whether the text has these words no longer. */
  lost?: true;
}

export interface Annotation {
  /** An IRI: urn:uuid:… */
  id: string;
  /** ISO 8601, UTC. */
  created: string;
  modified: string;
  colour: Colour;
  /** Plain text; empty where there is none. */
  note: string;
  tags: string[];
  /** One for each block, in the order of the text. */
  anchors: Anchor[];
}

/** The words that were marked: lines for blocks. */
export const wordsOf = ({ anchors }: Pick<Annotation, 'anchors'>): string =>
  anchors
    .map(({ exact, was }) => was ?? exact)
    .filter((words) => words !== '')
    .join('\n');

/** Whether its words can be found nowhere in the text. */
export const isLost = ({ anchors }: Pick<Annotation, 'anchors'>): boolean =>
  anchors.every(({ lost }) => lost === true);

/** Tags as they are typed: apart by commas or enumeration marks, each once. */
export const tagsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,，、;；\n]/u)
      .map((tag) => tag.trim().replace(/^[#＃]+/u, ''))
      .filter((tag) => tag !== ''),
  ),
];
