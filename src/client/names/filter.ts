/** /names/: the lists, narrowed by any form of a name, and in the order that a reader chooses. */
import { messages } from '../../messages/site.ts';
import { need } from '../dom/elements.ts';

/** In the order of `data-ranks`. */
const ORDERS = ['stroke', 'zhuyin', 'latin'];

const form = need<HTMLFormElement>('[data-names-filter]');
const input = need<HTMLInputElement>('input[name="q"]', form);
const select = need<HTMLSelectElement>('select[name="order"]', form);
const status = need<HTMLElement>('[role="status"]', form);
const lists = [...document.querySelectorAll<HTMLElement>('.name-list')];
const items = [...document.querySelectorAll<HTMLElement>('.name-list > li')];

/** Words as they are compared: width, case and white space do not count. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

const rank = (item: HTMLElement, order: number): number =>
  Number((item.dataset['ranks'] ?? '').split(' ')[order]);

/** Hides the names that have no such form, and the kinds of which none is left. */
function narrow(): void {
  const words = folded(input.value);
  let count = 0;
  for (const item of items) {
    item.hidden = words !== '' && !folded(item.dataset['forms'] ?? '').includes(words);
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
input.oninput = narrow;
select.onchange = sort;
form.onsubmit = (event) => event.preventDefault();
// What the browser has put back into the fields holds.
if (input.value !== '') narrow();
if (select.value !== ORDERS[0]) sort();
