/** The switch of the page of emendations: how emendations are shown on all pages, remembered on the device. */
import { choose } from '../settings/apply.ts';
import { modeOf } from './apply.ts';

/** Shows the switch as it stands, and makes it work. */
export function startSwitch(fieldset: HTMLFieldSetElement): void {
  const now = modeOf(document.documentElement.dataset['slips']);
  for (const input of fieldset.querySelectorAll('input')) {
    input.checked = input.value === now;
    input.onchange = () => void choose('slips', input.value);
  }
  fieldset.hidden = false;
}
