/**
 * Room `client`: the little that runs in the browser. Pages work without it; it
 * is joined to them by roles, ids and data attributes, and imports `search` alone.
 *
 * This file: what every page has.
 */
import { markWords } from './mark.ts';
import { startBox } from './search/box.ts';

markWords();
const box = document.querySelector<HTMLFormElement>('form[data-search-box]');
if (box) startBox(box);
