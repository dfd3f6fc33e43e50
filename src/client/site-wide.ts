/**
 * Room `client`: the little that runs in the browser. Pages work without it; it
 * is joined to them by roles, ids and data attributes, and imports `search` alone.
 *
 * This file: what stands ready on every page. What a reader may never ask for is loaded when asked for.
 */

import { late } from './dom/late.ts';
import { onFirstUse } from './interface/first-use.ts';
import { opener } from './interface/link-button.ts';
import { cite, goto, settings } from './interface/open-dialogs.ts';
import { onKeys } from './keys/start.ts';
import { startNotes } from './notes/start.ts';
import { startOffline } from './offline/start.ts';
import { watchComposition } from './search/composition.ts';
import { annotationsKey, onSettingsElsewhere, remembered } from './session/storage.ts';
import { followAlias } from './site/alias.ts';

const has = (selector: string) => document.querySelector(selector) !== null;

/** What begins by being loaded. */
const begun = () => {};

// One entry for all pages: what two entries share would be a file of its own, and a request.
if (has('[data-search-page]')) void late(() => import('./search/page.ts'), begun);
if (has('[data-notes-search]')) void late(() => import('./search/notes.ts'), begun);
if (has('[data-timeline-filter]')) void late(() => import('./timeline/filter.ts'), begun);
if (has('[data-names-filter]')) void late(() => import('./names/filter.ts'), begun);
if (has('[data-offline]')) void late(() => import('./offline/page.ts'), begun);
if (location.search.includes('mark='))
  void import('./search/highlight.ts').then((m) => m.highlightWords(), begun);
followAlias();
watchComposition();
startNotes();
opener('[data-cite-this]', cite);
opener('[data-goto]', goto);
opener('[data-settings]', settings);
onKeys();
if (remembered('settings') !== null)
  void late(
    () => import('./settings/apply.ts'),
    (m) => m.startSettings(),
  );
onSettingsElsewhere(
  () =>
    void late(
      () => import('./settings/apply.ts'),
      (m) => m.takeOver(),
    ),
);
const choice = document.querySelector<HTMLFieldSetElement>('[data-emendations-switch]');
if (choice)
  void late(
    () => import('./emendations/switch.ts'),
    (m) => m.startSwitch(choice),
  );
// What only a reader who comes back has left: who comes for the first time loads nothing for it.
if ((['places', 'source', annotationsKey] as const).some((name) => remembered(name) !== null))
  void import('./session/returning.ts').then((m) => m.startReturning(), begun);
onFirstUse(
  () => import('./interface/start.ts'),
  (m) => m.startInterface(),
);
startOffline();
