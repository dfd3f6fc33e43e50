/** The facets as groups of check boxes, with counts that say how many each choice would leave. */
import { messages } from '../../messages/site.ts';
import type { Counts } from '../../search/results/facets.ts';
import { make } from '../dom/elements.ts';
import { CHOICES, type Choice, type State } from './state.ts';

/** Values shown of a facet before “more”. */
const FIRST = 6;

/** The names of facets and of their values; a value without a name is its own. */
export interface Labels {
  facets: Record<Choice, string>;
  values: Partial<Record<Choice, Record<string, string>>>;
}

type Values = [value: string, count: number][];

/** Years run down; sections and forms as they are numbered; the rest by how many they hold. */
function ordered(facet: Choice, counts: Record<string, number>): Values {
  const values = Object.entries(counts);
  if (facet === 'section') return values.sort(([a], [b]) => Number(a) - Number(b));
  if (facet === 'year') return values.sort(([a], [b]) => Number(b) - Number(a));
  return values.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function box(facet: Choice, [value, count]: Values[number], state: State, labels: Labels) {
  const chosen = state.filters[facet]?.includes(value) ?? false;
  const input = make('input', { type: 'checkbox', name: facet, value, checked: chosen });
  const name = labels.values[facet]?.[value] ?? value;
  return make(
    'li',
    {},
    make(
      'label',
      {},
      input,
      make('span', { class: 'name' }, name),
      make('span', { class: 'count' }, String(count)),
    ),
  );
}

function group(facet: Choice, values: Values, state: State, labels: Labels, open: boolean) {
  const isChosen = ([value]: Values[number]) => state.filters[facet]?.includes(value) ?? false;
  // What is chosen stays in sight.
  const first = values.filter((entry, i) => i < FIRST || isChosen(entry));
  const rest = values.filter((entry) => !first.includes(entry));
  const items = (list: Values) => list.map((entry) => box(facet, entry, state, labels));
  const more = make(
    'details',
    { 'data-more': facet, open },
    make('summary', {}, messages.search.moreValues(rest.length)),
    make('ul', { role: 'list' }, ...items(rest)),
  );
  return make(
    'fieldset',
    {},
    make('legend', {}, labels.facets[facet]),
    make('ul', { role: 'list' }, ...items(first)),
    rest.length > 0 && more,
  );
}

/**
 * Shows the facets in a panel. What was unfolded stays so, and the box that has
 * the focus keeps it.
 */
export function showFacets(panel: HTMLElement, counts: Counts, state: State, labels: Labels): void {
  const focused = document.activeElement;
  const at =
    focused instanceof HTMLInputElement && panel.contains(focused)
      ? [focused.name, focused.value]
      : [];
  const open = new Set(
    [...panel.querySelectorAll<HTMLDetailsElement>('details[open]')].map((d) => d.dataset['more']),
  );
  const groups = CHOICES.flatMap((facet) => {
    const values = ordered(facet, counts[facet] ?? {});
    return values.length > 0 ? [group(facet, values, state, labels, open.has(facet))] : [];
  });
  panel.replaceChildren(...groups);
  for (const input of panel.querySelectorAll('input'))
    if (input.name === at[0] && input.value === at[1]) input.focus();
}
