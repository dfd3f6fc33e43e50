/** Whether a reader asks for less motion: apart from what scrolls, which every page loads. */
export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
