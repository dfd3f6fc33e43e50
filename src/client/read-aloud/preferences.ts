/** How somebody wants to be read to, kept with the settings: speed, voices by language, notes or none. */
import { remember, remembered } from '../session/storage.ts';

/** Speeds that are offered; 1 is a voice's own. */
export const RATES = [0.75, 0.9, 1, 1.25, 1.5, 1.75, 2] as const;

export interface Preferences {
  rate: number;
  /** By the language of the text, the `voiceURI` of the voice last chosen. */
  voices: Record<string, string>;
  /** Whether each note is read after its sentence. */
  notes: boolean;
}

const USUAL: Preferences = { rate: 1, voices: {}, notes: false };

/** What a stored text says that can still be understood; the rest is as usual. */
export function preferencesIn(text: string | null): Preferences {
  try {
    const { rate, voices, notes } = JSON.parse(text ?? '{}') as Partial<Record<string, unknown>>;
    const chosen =
      voices !== null && typeof voices === 'object'
        ? Object.entries(voices).filter(
            (one): one is [string, string] => typeof one[1] === 'string',
          )
        : [];
    return {
      rate: RATES.find((one) => one === rate) ?? USUAL.rate,
      voices: Object.fromEntries(chosen),
      notes: notes === true,
    };
  } catch {
    return USUAL;
  }
}

export const preferences = (): Preferences => preferencesIn(remembered('read-aloud'));

/** Keeps what has been chosen, beside what was chosen before. */
export const prefer = (chosen: Partial<Preferences>): void =>
  remember('read-aloud', JSON.stringify({ ...preferences(), ...chosen }));
