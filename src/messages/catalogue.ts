/**
 * Room `messages`: every word of the interface, one file a language, and the ways to read them.
 *
 * This file: what a catalogue must hold. The first language gives the type: in another one a
 * missing, misspelt or needless message is an error of types.
 */
import type { messages } from './zh-Hant-TW.ts';

type Like<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : Like<T[K]>;
};

/** All messages in one language: texts, functions from values to a text, and groups of them. */
export type Messages = Like<typeof messages>;
