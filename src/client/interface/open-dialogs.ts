/** Dialogs that are loaded when they are asked for, by a link or by a key: each gives what opens it. */
import { interfaceStyles } from './styles.ts';

/** A dialog that stands ready to be opened. */
type Ready = Promise<() => unknown>;

/** 引用 */
export const cite = async (): Ready =>
  (await Promise.all([import('../cite/dialog.ts'), interfaceStyles()]))[0].openCiting;

/** 跳到… */
export const goto = async (): Ready =>
  (await Promise.all([import('../goto/dialog.ts'), interfaceStyles()]))[0].openGoto;

/** 設定 */
export const settings = async (): Ready =>
  (await Promise.all([import('../settings/panel.ts'), interfaceStyles()]))[0].openSettings;
