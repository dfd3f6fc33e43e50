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
import { startOffline } from './offline/start.ts';
import { opener } from './opener.ts';
import { remembered } from './prefs.ts';

const cite = async () => {
  const [{ openCiting }] = await Promise.all([import('./cite/dialog.ts'), interfaceStyles()]);
  await openCiting();
};
const goto = async () => {
  const [{ openGoto }] = await Promise.all([import('./goto/dialog.ts'), interfaceStyles()]);
  openGoto();
};

const edition = async () => (await import('./edition.ts')).switchEdition();

if (location.search.includes('mark=')) void import('./mark.ts').then((m) => m.markWords());
followAlias();
opener('[data-cite-this]', () => void cite());
opener('[data-goto]', () => void goto());
onKeys({ '/': toSearch, g: () => void goto(), z: () => void edition() });
if (document.querySelector('[data-quoted]'))
  void import('./cite/quoted.ts').then((m) => m.startQuoted());
if (remembered('source') !== null)
  void import('./cite/with-source.ts').then((m) => m.startWithSource());
onFirstUse(async () => (await import('./interface.ts')).startInterface());
startOffline();
