/** The switch of the page of emendations: how slips are shown on all pages, remembered on the device. */
import { remember, remembered } from '../prefs.ts';
import { applySlips, modeOf } from './apply.ts';

/** Shows the switch as it stands, and makes it work. */
export function startSwitch(fieldset: HTMLFieldSetElement): void {
  const now = modeOf(document.documentElement.dataset['slips'] ?? remembered('slips'));
  for (const input of fieldset.querySelectorAll('input')) {
    input.checked = input.value === now;
    input.onchange = () => {
      const mode = modeOf(input.value);
      remember('slips', mode === 'off' ? null : mode);
      void applySlips(mode);
    };
  }
  fieldset.hidden = false;
}
