/** What colours are called, with their lines. */
import { messages } from '../../messages/site.ts';
import type { Colour } from './annotation.ts';

export const COLOUR_NAME: Record<Colour, string> = {
  yellow: messages.annotations.yellow,
  green: messages.annotations.green,
  blue: messages.annotations.blue,
  red: messages.annotations.red,
};
