/**
 * Room `client`: the little that runs in the browser. Pages work without it; it
 * is joined to them by roles, ids and data attributes, and imports `search` alone.
 *
 * This file: what every page has. What a reader may never ask for is loaded when asked for.
 */
import { followAlias } from './alias.ts';
import { startMarks } from './cite/marks.ts';
import { startCiting } from './cite/start.ts';
import { startGoto } from './goto/start.ts';
import { markWords } from './mark.ts';
import { startBox } from './search/box.ts';

markWords();
followAlias();
const box = document.querySelector<HTMLFormElement>('form[data-search-box]');
if (box) startBox(box);
startMarks();
startCiting();
startGoto();
