/** Which searches one comes back to: each that was sent or chosen, and of what is typed in one go the last. */

/** How a search enters the history of the window. */
export type Step = 'push' | 'replace';

/** Tells for each search how it enters the history. */
export interface HistorySteps {
  /** A search while one types: the first leaves the search before where it is, the next take its place. */
  typed(): Step;
  /** A search that was sent with Enter: what was typed in one go is one search. */
  sent(): Step;
  /** A search by a choice, or a step back: what is typed next begins anew. */
  chosen(): Step;
}

/** Steps of one search form. */
export function historySteps(): HistorySteps {
  let isTyping = false;
  const step = (typesOn: boolean, before = isTyping): Step => {
    isTyping = typesOn;
    return before ? 'replace' : 'push';
  };
  return {
    typed: () => step(true),
    sent: () => step(false),
    chosen: () => step(false, false),
  };
}
