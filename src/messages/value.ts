/** What a message can be given: numbers, and words of the text. What is not there is said so by its caller. */
export type Value = string | number | undefined;
