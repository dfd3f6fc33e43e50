/** The list of keys, and the switch that turns them off. */
import { make } from '../dom/elements.ts';
import { openDialog } from '../interface/dialog.ts';
import { interfaceStyles } from '../interface/styles.ts';
import { remember, remembered } from '../session/storage.ts';
import type { Key } from './key.ts';

const ABOUT =
  '在輸入框裡，這些鍵照常輸入文字；開著注音輸入法也能用。使用語音操作或容易誤觸時可以關閉，頁尾隨時能打開這份說明。';

const row = (key: string, name: string): HTMLElement =>
  make('div', {}, make('dt', {}, make('kbd', {}, key)), make('dd', {}, name));

/** Single keys can be turned off (WCAG 2.1.4). */
function aSwitch(): HTMLElement {
  const input = make('input', { type: 'checkbox', checked: remembered('keys') === null });
  input.onchange = () => remember('keys', input.checked ? null : 'off');
  return make('label', { class: 'switch' }, input, '使用單鍵快速鍵');
}

/** Opens it. */
export async function openKeys(keys: Key[]): Promise<void> {
  await interfaceStyles();
  const rows = keys.map(({ key, name }) => row(key, name));
  const list = make('dl', { class: 'keys' }, ...rows, row('Esc', '關閉視窗、註釋或選單'));
  openDialog('鍵盤快速鍵', 'keys-dialog', list, aSwitch(), make('p', { class: 'hint' }, ABOUT));
}
