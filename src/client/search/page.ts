/** /search/: what is typed and chosen → results, in the page and in its address. */
import { messages } from '../../messages/site.ts';
import type { Found, None, Result } from '../../search/engine.ts';
import { toFailure } from '../../search/failure.ts';
import type { Suggestion } from '../../search/suggestions/suggestions.ts';
import { make, need } from '../dom/elements.ts';
import { asLeft, keepAsLeft } from './as-left.ts';
import { offerExport } from './export.ts';
import { type Labels, showFacets } from './facets.ts';
import { historySteps, type Step } from './history-steps.ts';
import { hitItem } from './hits.ts';
import { onTyping } from './input.ts';
import { search } from './lazy.ts';
import { countOf, FAILED, noneOf } from './messages.ts';
import { type Choice, isEmpty, queryOf, type State, stateOf, toggled } from './state.ts';

/** A search that takes longer than this says that it is at work. */
const SLOW = 350;

const root = need<HTMLElement>('[data-search-page]');
const form = need<HTMLFormElement>('form', root);
const input = need<HTMLInputElement>('input[name="q"]', root);
const status = need<HTMLElement>('[role="status"]', root);
const list = need<HTMLOListElement>('#results', root);
const panel = need<HTMLElement>('#facets', root);
const suggestionBox = need<HTMLElement>('#suggestions', root);
const more = need<HTMLButtonElement>('#more', root);
/** Not there where no source is catalogued. */
const exporting = root.querySelector<HTMLElement>('#export');
const labels: Labels = JSON.parse(root.dataset['labels'] ?? '{}');

let state = stateOf(new URLSearchParams(location.search));
/** How many pages of results are shown. */
let shown = 0;
/** How the list was left, until it is so again. */
let left = asLeft();
/** Counts the searches, so that an answer that comes late is not shown. */
let turn = 0;

/** Takes the state over into the fields of the form. */
function fill(): void {
  if (input.value !== state.q) input.value = state.q;
  for (const field of form.querySelectorAll<HTMLInputElement>('input[name="in"]'))
    field.checked = field.value === state.in;
  need<HTMLSelectElement>('select[name="sort"]', form).value = state.sort;
}

const steps = historySteps();

function go(next: State, how: Step = steps.chosen()): void {
  const moved = queryOf(next) !== queryOf(state);
  if (moved && how === 'push') keepAsLeft(shown);
  left = undefined;
  state = next;
  const url = `${location.pathname}${queryOf(state)}`;
  if (moved) history[how === 'push' ? 'pushState' : 'replaceState'](null, '', url);
  fill();
  void run();
}

/** Other ways to search; each is a link, so that it can be opened beside this one. */
function showSuggestions(suggestions: Suggestion[]): void {
  const item = ({ query, total, kind }: Suggestion) => {
    const apart = kind === 'terms';
    const to = queryOf({ ...state, q: query, apart });
    const name = apart ? messages.search.eachWord(query) : query;
    return make('li', {}, make('a', { href: to }, name), messages.search.results(total));
  };
  const listed = (words: string, some: Suggestion[]) =>
    some.length > 0 ? [make('p', {}, words), make('ul', { role: 'list' }, ...some.map(item))] : [];
  suggestionBox.replaceChildren(
    ...listed(
      messages.search.didYouMean,
      suggestions.filter(({ kind }) => kind === 'near'),
    ),
    ...listed(
      messages.search.alsoTry,
      suggestions.filter(({ kind }) => kind !== 'near'),
    ),
  );
}

function clearResults(): void {
  shown = 0;
  list.replaceChildren();
  exporting?.replaceChildren();
  more.hidden = true;
}

async function showFound(found: Found, mine: number): Promise<void> {
  const pages = Array.from({ length: Math.max(1, left?.pages ?? 1) }, (_, i) => found.page(i));
  const [counts, ...parts] = await Promise.all([found.facets(), ...pages]);
  const hits = parts.flat();
  if (mine !== turn) return;
  list.replaceChildren(...hits.map(hitItem));
  status.textContent = countOf(found);
  showFacets(panel, counts, state, labels);
  if (exporting) offerExport(exporting, found);
  shown = parts.length;
  more.hidden = found.total <= hits.length;
  more.onclick = async () => {
    list.setAttribute('aria-busy', 'true');
    const next = await found.page(shown).catch(toFailure);
    list.setAttribute('aria-busy', 'false');
    if (mine !== turn) return;
    if (next instanceof Error) {
      status.textContent = FAILED[next.reason];
      return;
    }
    status.textContent = countOf(found);
    const items = next.map(hitItem);
    list.append(...items);
    shown += 1;
    more.hidden = list.childElementCount >= found.total;
    items[0]?.querySelector('a')?.focus();
  };
}

async function showNone(none: None, mine: number): Promise<void> {
  const counts = await none.facets();
  if (mine !== turn) return;
  clearResults();
  const [first = '', ...rest] = noneOf(none, state.q);
  const clear = make('button', { type: 'button' }, messages.search.clearFilters);
  clear.onclick = () => go({ ...state, filters: {}, in: 'all' });
  status.replaceChildren(
    first,
    ...rest.map((line) => make('span', {}, line)),
    ...(none.why === 'filtered' ? [clear] : []),
  );
  showFacets(panel, counts, state, labels);
}

function showFailed(reason: keyof typeof FAILED): void {
  clearResults();
  panel.replaceChildren();
  suggestionBox.replaceChildren();
  const retry = make('button', { type: 'button' }, messages.common.again);
  retry.onclick = () => void run();
  status.replaceChildren(FAILED[reason], retry, make('span', {}, messages.search.withoutSearch));
}

async function show(result: Result, mine: number): Promise<void> {
  if (result.status === 'failed') showFailed(result.reason);
  else if (result.status === 'found') await showFound(result, mine);
  else await showNone(result, mine);
}

async function run(): Promise<void> {
  turn += 1;
  const mine = turn;
  const words = state.q.trim().slice(0, 40);
  document.title = messages.common.titleOfSite(
    words === '' ? messages.search.search : messages.search.titleFor(words),
  );
  root.toggleAttribute('data-empty', isEmpty(state));
  if (isEmpty(state)) {
    clearResults();
    panel.replaceChildren();
    suggestionBox.replaceChildren();
    status.textContent = '';
    list.setAttribute('aria-busy', 'false');
    return;
  }
  list.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => {
    if (mine === turn) status.textContent = messages.search.searching;
  }, SLOW);
  const { q, ...options } = state;
  const result = await search(q, options);
  const failure = mine === turn ? await show(result, mine).catch(toFailure) : undefined;
  clearTimeout(slow);
  if (mine !== turn) return;
  if (failure) showFailed(failure.reason);
  const suggestions =
    failure || result.status === 'failed' ? [] : await result.suggestions().catch(() => []);
  if (mine !== turn) return;
  showSuggestions(suggestions);
  if (left) scrollTo({ top: left.top, behavior: 'instant' });
  left = undefined;
  list.setAttribute('aria-busy', 'false');
}

onTyping(input, () => {
  // What was sent with Enter meanwhile is not searched for twice.
  if (input.value !== state.q) go({ ...state, q: input.value, apart: false }, steps.typed());
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go({ ...state, q: input.value }, steps.sent());
});
form.addEventListener('change', ({ target }) => {
  if (target === input) return;
  const chosen = new FormData(form);
  const asked = new URLSearchParams({
    in: String(chosen.get('in') ?? 'all'),
    sort: String(chosen.get('sort')),
  });
  go({ ...stateOf(asked), q: input.value, filters: state.filters });
});
panel.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) go(toggled(state, target.name as Choice, target.value));
});
suggestionBox.addEventListener('click', (event) => {
  const link = event.target instanceof HTMLAnchorElement ? event.target : undefined;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(stateOf(new URL(link.href).searchParams));
  input.focus();
});
addEventListener('popstate', () => {
  steps.chosen();
  left = asLeft();
  state = stateOf(new URLSearchParams(location.search));
  fill();
  void run();
});

// Before one follows a hit, and wherever one has scrolled to.
list.addEventListener('click', () => keepAsLeft(shown), true);
addEventListener('scrollend', () => {
  if (shown > 0 && left === undefined) keepAsLeft(shown);
});
// The browser would go there before there is a list.
history.scrollRestoration = 'manual';

// Beside the results there is room for the filters; above them they are folded.
need<HTMLDetailsElement>('.filter', root).open = matchMedia('(min-width: 56rem)').matches;
root.hidden = false;
fill();
void run();
if (isEmpty(state)) input.focus();
