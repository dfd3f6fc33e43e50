/** The search box on every page: Esc leaves it, and the first results stand under it. */
import { messages } from '../../messages/site.ts';
import type { Found } from '../../search/engine.ts';
import type { Suggestion } from '../../search/suggestions/suggestions.ts';
import { make, need } from '../dom/elements.ts';
import { inSite } from '../site/urls.ts';
import { isComposing } from './composition.ts';
import { onTyping } from './input.ts';

/** Results under the box; the rest is on the page of results. */
const FIRST = 5;

/** The engine and all that shows results; loaded when a search begins, not before. */
const parts = () =>
  Promise.all([import('./engine.ts'), import('./hits.ts'), import('./messages.ts')]);

const all = (query: string, ...words: (string | Node)[]) =>
  make('a', { href: inSite(`/search/?${new URLSearchParams({ q: query })}`) }, ...words);

/** What is nearest to words that are nowhere, as items of the list. */
const nearest = (suggestions: Suggestion[]) =>
  suggestions
    .filter(({ kind }) => kind === 'near')
    .map(({ query, total }) =>
      make(
        'li',
        {},
        all(
          query,
          messages.search.didYouMean,
          make('b', {}, query),
          messages.search.results(total),
        ),
      ),
    );

/**
 * Whether what stands in the box was typed while this was loaded, and not put back by the
 * browser. The focus alone does not tell: going to the place of the address takes it away.
 */
function isTyped(input: HTMLInputElement): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return document.activeElement === input || visit?.type === 'navigate';
}

/** Makes a search box work. */
export function startBox(form: HTMLFormElement): void {
  const input = need<HTMLInputElement>('input', form);
  input.autocomplete = 'off';
  input.enterKeyHint = 'search';
  input.spellcheck = false;
  input.autocapitalize = 'none';
  const status = make('p', { role: 'status', 'aria-live': 'polite' });
  const list = make('ol', {
    role: 'list',
    'aria-busy': 'false',
    'aria-label': messages.search.firstResults,
  });
  const drop = make('div', { class: 'drop', 'data-drop': true, hidden: true }, status, list);
  form.append(drop);
  let turn = 0;

  /** What the arrows walk: the box and the links under it. */
  const stops = (): HTMLElement[] => [input, ...drop.querySelectorAll<HTMLElement>('a')];
  const at = (): number => stops().indexOf(document.activeElement as HTMLElement);

  /** Shows other results; whoever stood among those before stands at the same place. */
  function show(answer: (string | Node)[], hits: Node[]): void {
    const before = at();
    status.replaceChildren(...answer);
    list.replaceChildren(...hits);
    if (before > 0) stops()[Math.min(before, stops().length - 1)]?.focus();
  }

  function close(): void {
    turn += 1;
    drop.hidden = true;
  }

  async function run(): Promise<void> {
    turn += 1;
    const mine = turn;
    const query = input.value;
    if (query.trim() === '') return close();
    drop.hidden = false;
    list.setAttribute('aria-busy', 'true');
    try {
      const [{ theSearch }, { hitItem }, { countOf, FAILED, noneOf }] = await parts();
      const result = await theSearch().search(query);
      const hits = result.status === 'found' ? await (result as Found).page(0) : [];
      const near =
        result.status === 'none' ? nearest(await result.suggestions().catch(() => [])) : [];
      if (mine !== turn) return;
      const items = hits.slice(0, FIRST).map(hitItem);
      if (result.status === 'found')
        show([countOf(result), ' ', all(query, messages.search.all)], items);
      else if (result.status === 'none')
        show(
          [noneOf(result, query)[0] ?? '', ' ', all(query, messages.search.otherwise)],
          near.slice(0, FIRST),
        );
      else show([FAILED[result.reason], ' ', all(query, messages.common.again)], items);
    } catch {
      if (mine === turn)
        show([messages.search.programMissing, all(query, messages.search.toPage)], []);
    }
    if (mine === turn) list.setAttribute('aria-busy', 'false');
  }

  function move(step: number): void {
    const last = stops().length - 1;
    stops()[Math.max(0, Math.min(last, at() + step))]?.focus();
  }

  onTyping(input, () => void run());
  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      if (drop.hidden) input.blur();
      else input.focus();
      close();
    } else if (!drop.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    }
  });
  input.addEventListener('focus', () => {
    if (drop.hidden && list.childElementCount > 0 && input.value.trim() !== '') drop.hidden = false;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !form.contains(target)) close();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close();
  });
  if (input.value.trim() !== '' && isTyped(input) && !isComposing(input)) void run();
}
