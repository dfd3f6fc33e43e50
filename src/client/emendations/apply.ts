/** Whether slips are shown: not at all, marked, or set right. */
import url from '../../styles/emendations.css?url';
import { stylesheet } from '../dom/stylesheet.ts';
import { theSlips } from './data.ts';
import { MARKED, putBack, show } from './inline.ts';
import { startPopover, stopPopover } from './popover.ts';

const MODES = ['off', 'mark', 'corrected'] as const;
export type SlipMode = (typeof MODES)[number];

/** A remembered value as a mode; what is not one is none. */
export const modeOf = (value: string | null | undefined): SlipMode =>
  MODES.find((mode) => mode === value) ?? 'off';

let asked: SlipMode = 'off';

/**
 * Shows the slips of this page in a mode, and says so on the root element (`data-slips`).
 * Where their data cannot be loaded, the text stays as printed.
 */
export async function applySlips(mode: SlipMode): Promise<void> {
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
  const [slips] = await Promise.all([theSlips().catch(() => undefined), stylesheet(url)]);
  // Another mode may have been asked for meanwhile.
  if (asked !== mode || !slips) return;
  show(slips, mode === 'corrected');
  startPopover();
}
