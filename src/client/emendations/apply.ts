/** Whether emendations are shown: not at all, marked, or set right. */
import url from '../../styles/emendations.css?url';
import { stylesheet } from '../dom/stylesheet.ts';
import { loadEmendations } from './data.ts';
import { MARKED, putBack, show } from './inline.ts';
import { startPopover, stopPopover } from './popover.ts';

const MODES = ['off', 'mark', 'corrected'] as const;
export type EmendationMode = (typeof MODES)[number];

/** A remembered value as a mode; what is not one is none. */
export const modeOf = (value: string | null | undefined): EmendationMode =>
  MODES.find((mode) => mode === value) ?? 'off';

let asked: EmendationMode = 'off';

/**
 * Shows the emendations of this page in a mode, and says so on the root element (`data-slips`).
 * Where their data cannot be loaded, the text stays as printed.
 */
export async function applyEmendations(mode: EmendationMode): Promise<void> {
  asked = mode;
  const root = document.documentElement;
  putBack();
  if (mode === 'off') {
    delete root.dataset['slips'];
    stopPopover();
    return;
  }
  root.dataset['slips'] = mode;
  if (!document.querySelector(MARKED)) return;
  const [emendations] = await Promise.all([
    loadEmendations().catch(() => undefined),
    stylesheet(url),
  ]);
  // Another mode may have been asked for meanwhile.
  if (asked !== mode || !emendations) return;
  show(emendations, mode === 'corrected');
  startPopover();
}
