/** Dialogs that are loaded when they are asked for, by a link or by a key. */
import { interfaceStyles } from './styles.ts';

/** 引用 */
export async function cite(): Promise<void> {
  const [{ openCiting }] = await Promise.all([import('../cite/dialog.ts'), interfaceStyles()]);
  await openCiting();
}

/** 前往 */
export async function goto(): Promise<void> {
  const [{ openGoto }] = await Promise.all([import('../goto/dialog.ts'), interfaceStyles()]);
  await openGoto();
}

/** 設定 */
export async function settings(): Promise<void> {
  const [{ openSettings }] = await Promise.all([import('../settings/panel.ts'), interfaceStyles()]);
  openSettings();
}
