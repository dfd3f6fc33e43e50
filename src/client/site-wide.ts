/**
 * Room `client`: the little that runs in the browser. Pages work without it; it
 * is joined to them by roles, ids and data attributes, and imports `search` alone.
 *
 * This file: what stands ready on every page. What a reader may never ask for is loaded when asked for.
 */
import { followAlias } from './alias.ts';
import { cite, goto } from './dialogs.ts';
import { onFirstUse } from './first-use.ts';
import { onKeys } from './keys.ts';
import { startNotes } from './notes/ready.ts';
import { startOffline } from './offline/start.ts';
import { opener } from './opener.ts';
import { remembered } from './prefs.ts';

const has = (selector: string) => document.querySelector(selector) !== null;

// One entry for all pages: what two entries share would be a file of its own, and a request.
if (has('[data-search-page]')) void import('./search/page.ts');
if (has('[data-notes-search]')) void import('./search/notes.ts');
if (has('[data-offline]')) void import('./offline/page.ts');
if (location.search.includes('mark=')) void import('./mark.ts').then((m) => m.markWords());
followAlias();
startNotes();
opener('[data-cite-this]', () => void cite());
opener('[data-goto]', () => void goto());
onKeys();
if (remembered('source') !== null)
  void import('./cite/with-source.ts').then((m) => m.startWithSource());
const slips = document.documentElement.dataset['slips'] ?? remembered('slips');
if (slips) void import('./slips/apply.ts').then((m) => m.applySlips(m.modeOf(slips)));
const choice = document.querySelector<HTMLFieldSetElement>('[data-slips-switch]');
if (choice) void import('./slips/switch.ts').then((m) => m.startSwitch(choice));
if (remembered('places') !== null) void import('./way/return.ts').then((m) => m.welcomeBack());
onFirstUse(async () => (await import('./interface.ts')).startInterface());
startOffline();
