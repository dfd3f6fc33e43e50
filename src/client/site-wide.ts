/**
 * Room `client`: the little that runs in the browser. Pages work without it; it
 * is joined to them by roles, ids and data attributes, and imports `search` alone.
 *
 * This file: what stands ready on every page. What a reader may never ask for is loaded when asked for.
 */
import { followAlias } from './alias.ts';
import { onFirstUse } from './first-use.ts';
import { interfaceStyles } from './interface-styles.ts';
import { onKeys, toSearch } from './keys.ts';
import { opener } from './opener.ts';
import { onSettingsElsewhere, remembered } from './prefs.ts';

const cite = async () => {
  const [{ openCiting }] = await Promise.all([import('./cite/dialog.ts'), interfaceStyles()]);
  await openCiting();
};
const goto = async () => {
  const [{ openGoto }] = await Promise.all([import('./goto/dialog.ts'), interfaceStyles()]);
  openGoto();
};
const settings = async () => {
  const [{ openSettings }] = await Promise.all([import('./settings/panel.ts'), interfaceStyles()]);
  openSettings();
};

if (location.search.includes('mark=')) void import('./mark.ts').then((m) => m.markWords());
followAlias();
opener('[data-cite-this]', () => void cite());
opener('[data-goto]', () => void goto());
opener('[data-settings]', () => void settings());
onKeys({ '/': toSearch, g: () => void goto(), s: () => void settings() });
if (remembered('settings') !== null)
  void import('./settings/apply.ts').then((m) => m.startSettings());
onSettingsElsewhere(() => void import('./settings/apply.ts').then((m) => m.takeOver()));
if (document.querySelector('[data-quoted]'))
  void import('./cite/quoted.ts').then((m) => m.startQuoted());
if (remembered('source') !== null)
  void import('./cite/with-source.ts').then((m) => m.startWithSource());
onFirstUse(async () => (await import('./interface.ts')).startInterface());
