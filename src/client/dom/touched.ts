/** Whether the screen is touched and there is nothing beside it: no keys to press, then. */
export const isTouched = (): boolean => matchMedia('(hover: none) and (pointer: coarse)').matches;
