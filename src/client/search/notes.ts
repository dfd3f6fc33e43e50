/** /notes/: the static list, narrowed in place by words and facets; its address holds what was chosen. */
import { messages } from '../../messages/site.ts';
import { toFailure } from '../../search/failure.ts';
import { make, need } from '../dom/elements.ts';
import { asLeft, keepAsLeft } from './as-left.ts';
import { offerExport } from './export.ts';
import { type Labels, showFacets } from './facets.ts';
import { historySteps, type Step } from './history-steps.ts';
import { onTyping } from './input.ts';
import { search } from './lazy.ts';
import { FAILED, noneOf } from './messages.ts';
import { type Choice, isEmpty, queryOf, type State, stateOf, toggled } from './state.ts';

const root = need<HTMLElement>('[data-notes-search]');
const form = need<HTMLFormElement>('form', root);
const input = need<HTMLInputElement>('input[name="q"]', root);
const status = need<HTMLElement>('[role="status"]', root);
const panel = need<HTMLElement>('#facets', root);
/** Not there where no source is catalogued. */
const exporting = root.querySelector<HTMLElement>('#export');
const labels: Labels = JSON.parse(root.dataset['labels'] ?? '{}');
const list = need<HTMLElement>('article');
const items = [...list.querySelectorAll<HTMLLIElement>('.notes > li')];

const read = (): State => ({
  ...stateOf(new URLSearchParams(location.search)),
  in: 'notes',
  sort: 'relevance',
});
let state = read();
let turn = 0;
/** How the list was left, until it is so again. */
let left = asLeft();
/** The facets need the index, and that is loaded only when somebody asks for it. */
let asked = !isEmpty(state);

/** Shows the notes of these numbers; all of them without any. */
function narrow(numbers?: readonly number[]): void {
  // By its id: the printed number may begin anew with each section.
  const wanted = numbers && new Set(numbers.map((number) => `fn${number}`));
  for (const item of items) item.hidden = wanted !== undefined && !wanted.has(item.id);
  for (const section of list.querySelectorAll<HTMLElement>('section.endnotes'))
    section.hidden = [...section.querySelectorAll<HTMLLIElement>('.notes > li')].every(
      (li) => li.hidden,
    );
}

/** Says that the search failed; all notes are shown. */
function showFailed(reason: keyof typeof FAILED): void {
  narrow();
  exporting?.replaceChildren();
  const retry = make('button', { type: 'button' }, messages.common.again);
  retry.onclick = () => void run();
  status.replaceChildren(FAILED[reason], retry, messages.search.allNotesBelow);
}

async function run(): Promise<void> {
  turn += 1;
  const mine = turn;
  if (!asked) return;
  list.setAttribute('aria-busy', 'true');
  const { q, filters } = state;
  const result = await search(q, { in: 'notes', filters });
  if (mine !== turn) return;
  const counts =
    result.status === 'failed' ? toFailure(result.error) : await result.facets().catch(toFailure);
  if (mine !== turn) return;
  if (counts instanceof Error) showFailed(counts.reason);
  else if (result.status !== 'failed') {
    const found = result.status === 'found' ? result : { numbers: [], total: 0 };
    narrow(isEmpty(state) ? undefined : found.numbers);
    if (result.status === 'none')
      status.replaceChildren(...noneOf(result, q).map((line) => make('span', {}, line)));
    else status.textContent = isEmpty(state) ? '' : messages.search.notesFound(found.total);
    showFacets(panel, counts, state, labels);
    if (exporting) offerExport(exporting, found);
  }
  if (left) scrollTo({ top: left.top, behavior: 'instant' });
  left = undefined;
  list.setAttribute('aria-busy', 'false');
}

const steps = historySteps();

function go(next: State, how: Step): void {
  asked = true;
  left = undefined;
  const query = queryOf({ ...next, in: 'all' });
  if (query !== queryOf({ ...state, in: 'all' }))
    history[how === 'push' ? 'pushState' : 'replaceState'](
      null,
      '',
      `${location.pathname}${query}`,
    );
  state = next;
  void run();
}

onTyping(input, () => {
  if (input.value !== state.q) go({ ...state, q: input.value }, steps.typed());
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go({ ...state, q: input.value }, steps.sent());
});
panel.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement)
    go(toggled(state, target.name as Choice, target.value), steps.chosen());
});
need<HTMLDetailsElement>('details', root).addEventListener('toggle', () => {
  if (asked) return;
  asked = true;
  void run();
});
addEventListener('popstate', () => {
  steps.chosen();
  left = asLeft();
  state = read();
  input.value = state.q;
  void run();
});

// Before one follows a note: the list that one comes back to is narrowed only after it is loaded.
list.addEventListener('click', () => keepAsLeft(1), true);

root.hidden = false;
input.value = state.q;
if (asked) need<HTMLDetailsElement>('details', root).open = true;
void run();
