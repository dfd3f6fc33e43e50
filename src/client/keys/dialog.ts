/** The list of keys, and the switch that turns them off. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { openDialog } from '../interface/dialog.ts';
import { interfaceStyles } from '../interface/styles.ts';
import { remember, remembered } from '../session/storage.ts';
import type { Key } from './key.ts';

const ABOUT = messages.keys.about;

const row = (key: string, name: string): HTMLElement =>
  make('div', {}, make('dt', {}, make('kbd', {}, key)), make('dd', {}, name));

/** Single keys can be turned off (WCAG 2.1.4). */
function aSwitch(): HTMLElement {
  const input = make('input', { type: 'checkbox', checked: remembered('keys') === null });
  input.onchange = () => remember('keys', input.checked ? null : 'off');
  return make('label', { class: 'switch' }, input, messages.keys.use);
}

/** Opens it. */
export async function openKeys(keys: Key[]): Promise<void> {
  await interfaceStyles();
  const rows = keys.map(({ key, name }) => row(key, name));
  const list = make('dl', { class: 'keys' }, ...rows, row('Esc', messages.keys.escape));
  openDialog(
    messages.keys.title,
    'keys-dialog',
    list,
    aSwitch(),
    make('p', { class: 'hint' }, ABOUT),
  );
}
