/**
 * Room `client`: the little that runs in the browser. Pages work without it; it
 * is joined to them by roles, ids and data attributes, and imports `search` alone.
 *
 * This file: what stands ready on every page. What a reader may never ask for is loaded when asked for.
 */

import { onFirstUse } from './interface/first-use.ts';
import { opener } from './interface/link-button.ts';
import { cite, goto, settings } from './interface/open-dialogs.ts';
import { onKeys } from './keys/start.ts';
import { startNotes } from './notes/start.ts';
import { startOffline } from './offline/start.ts';
import { watchComposition } from './search/composition.ts';
import { onSettingsElsewhere, remembered } from './session/storage.ts';
import { followAlias } from './site/alias.ts';

const has = (selector: string) => document.querySelector(selector) !== null;

// One entry for all pages: what two entries share would be a file of its own, and a request.
if (has('[data-search-page]')) void import('./search/page.ts');
if (has('[data-notes-search]')) void import('./search/notes.ts');
if (has('[data-offline]')) void import('./offline/page.ts');
if (location.search.includes('mark='))
  void import('./search/highlight.ts').then((m) => m.highlightWords());
followAlias();
watchComposition();
startNotes();
opener('[data-cite-this]', () => void cite());
opener('[data-goto]', () => void goto());
opener('[data-settings]', () => void settings());
onKeys();
if (remembered('settings') !== null)
  void import('./settings/apply.ts').then((m) => m.startSettings());
onSettingsElsewhere(() => void import('./settings/apply.ts').then((m) => m.takeOver()));
if (remembered('source') !== null)
  void import('./cite/with-source.ts').then((m) => m.startWithSource());
const choice = document.querySelector<HTMLFieldSetElement>('[data-emendations-switch]');
if (choice) void import('./emendations/switch.ts').then((m) => m.startSwitch(choice));
if (remembered('places') !== null) void import('./session/resume.ts').then((m) => m.welcomeBack());
onFirstUse(
  () => import('./interface/start.ts'),
  (m) => m.startInterface(),
);
startOffline();
