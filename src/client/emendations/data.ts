/** The slips as data, loaded when a reader wants to see them. */
import { inSite } from '../site/urls.ts';

/** A slip, as /downloads/emendations.json has it. */
export interface Slip {
  id: string;
  printed: string;
  /** null where none is certain; empty where the reading is to be taken out. */
  correction: string | null;
  certainty: 'sure' | 'doubtful';
  reason: string;
}

let loaded: Promise<Map<string, Slip>> | undefined;

async function load(): Promise<Map<string, Slip>> {
  const answer = await fetch(inSite('/downloads/emendations.json'));
  if (!answer.ok) throw new Error(`emendations.json: ${answer.status}`);
  const { emendations } = (await answer.json()) as { emendations: Slip[] };
  return new Map(emendations.map((slip) => [slip.id, slip]));
}

/** All slips by their ids. A load that failed is tried again the next time. */
export function theSlips(): Promise<Map<string, Slip>> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}
