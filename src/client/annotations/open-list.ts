/** 我的劃記 from a key, the menu and the foot of a page: the list is loaded when it is asked for. */

/** @returns what opens it */
export const annotations = async (): Promise<() => unknown> =>
  (await import('./list.ts')).openAnnotations;
