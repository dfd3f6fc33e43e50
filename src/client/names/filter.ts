/** /names/: the lists, narrowed by any form of a name, and in the order that a reader chooses. */
import { messages } from '../../messages/site.ts';
import { need } from '../dom/elements.ts';
import { contains, loadSpellings } from '../search/spellings.ts';

/** In the order of `data-ranks`. */
const ORDERS = ['stroke', 'zhuyin', 'latin'];

const form = need<HTMLFormElement>('[data-names-filter]');
const input = need<HTMLInputElement>('input[name="q"]', form);
const select = need<HTMLSelectElement>('select[name="order"]', form);
const status = need<HTMLElement>('[role="status"]', form);
const lists = [...document.querySelectorAll<HTMLElement>('.name-list')];
const items = [...document.querySelectorAll<HTMLElement>('.name-list > li')];

const rank = (item: HTMLElement, order: number): number =>
  Number((item.dataset['ranks'] ?? '').split(' ')[order]);

/** Hides the names that have no such form, and the kinds of which none is left. */
async function narrow(): Promise<void> {
  await loadSpellings(input.value);
  const words = input.value.trim();
  const hasWords = contains(words);
  let count = 0;
  for (const item of items) {
    item.hidden = !hasWords(item.dataset['forms'] ?? '');
    if (!item.hidden) count += 1;
  }
  for (const list of lists) {
    const section = list.closest<HTMLElement>('section');
    if (section) section.hidden = list.querySelector('li:not([hidden])') === null;
  }
  status.textContent = words === '' ? '' : messages.names.found(count);
}

function sort(): void {
  const order = Math.max(0, ORDERS.indexOf(select.value));
  for (const list of lists)
    list.append(
      ...[...list.querySelectorAll<HTMLElement>(':scope > li')].sort(
        (a, b) => rank(a, order) - rank(b, order),
      ),
    );
}

form.hidden = false;
input.oninput = () => void narrow();
select.onchange = sort;
form.onsubmit = (event) => event.preventDefault();
// What the browser has put back into the fields holds.
if (input.value !== '') void narrow();
if (select.value !== ORDERS[0]) sort();
