/** The emendations as data, loaded when a reader wants to see them. */
import { inSite } from '../site/urls.ts';

/** An emendation, as /downloads/emendations.json has it. */
export interface Emendation {
  id: string;
  /** The id of the block or note where it stands, the section that has it, and the printed page. */
  at: string;
  section: number;
  page?: number;
  printed: string;
  /** null where none is certain; empty where the reading is to be taken out. */
  correction: string | null;
  certainty: 'sure' | 'doubtful';
  reason: string;
}

let loaded: Promise<Map<string, Emendation>> | undefined;

async function load(): Promise<Map<string, Emendation>> {
  const answer = await fetch(inSite('/downloads/emendations.json'));
  if (!answer.ok) throw new Error(`emendations.json: ${answer.status}`);
  const { emendations } = (await answer.json()) as { emendations: Emendation[] };
  return new Map(emendations.map((emendation) => [emendation.id, emendation]));
}

/** All emendations by their ids. A load that failed is tried again the next time. */
export function loadEmendations(): Promise<Map<string, Emendation>> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}
