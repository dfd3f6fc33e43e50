/** The places of the chapter, asked for once and only when something needs them. */
import type { Places } from '../../search/cite/places.ts';
import { inSite } from './urls.ts';

let asked: Promise<Places> | undefined;

async function load(): Promise<Places> {
  const response = await fetch(inSite('/places.json'));
  if (!response.ok) throw new Error(`places.json: ${response.status}`);
  return response.json();
}

/** Asks for the places; a failure is forgotten, so that one can try again. */
export function thePlaces(): Promise<Places> {
  asked ??= load().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}
