/** /timeline/: tables and pictures, narrowed in place by words, section and name; the address holds what was chosen. */
import { messages } from '../../messages/site.ts';
import { need } from '../dom/elements.ts';
import { contains, loadSpellings } from '../search/spellings.ts';

const form = need<HTMLFormElement>('[data-timeline-filter]');
const status = need<HTMLElement>('[role="status"]', form);
const rows = [...document.querySelectorAll<HTMLElement>('[data-decade] tr[data-section]')];
const bodies = [...document.querySelectorAll<HTMLElement>('[data-decade] tbody')];
const decades = [...document.querySelectorAll<HTMLElement>('[data-decade]')];
const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];

const fieldValue = (key: string): string => fields.find(({ name }) => name === key)?.value ?? '';

/** Shows the events that fit what the fields say. */
async function narrow(): Promise<void> {
  await loadSpellings(fieldValue('q'));
  const hasWords = contains(fieldValue('q'));
  const [section, wanted] = [fieldValue('section'), fieldValue('name')];
  let count = 0;
  for (const row of rows) {
    const fits =
      hasWords(row.textContent) &&
      (section === '' || row.dataset['section'] === section) &&
      (wanted === '' || (row.dataset['names'] ?? '').split(' ').includes(wanted));
    row.hidden = !fits;
    if (fits) count += 1;
    document.querySelector(`[data-mark="${row.id}"]`)?.toggleAttribute('data-out', !fits);
  }
  for (const body of bodies)
    body.hidden = body.querySelector('tr[data-section]:not([hidden])') === null;
  for (const decade of decades)
    decade.hidden = decade.querySelector('tr[data-section]:not([hidden])') === null;
  const chosen = fields.filter(({ value }) => value !== '');
  status.textContent = chosen.length > 0 ? messages.timeline.found(count) : '';
  const params = new URLSearchParams(chosen.map((field) => [field.name, field.value]));
  const search = chosen.length > 0 ? `?${params}` : '';
  if (search !== location.search)
    history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
}

const query = new URLSearchParams(location.search);
for (const field of fields) field.value = query.get(field.name) ?? '';
form.hidden = false;
form.oninput = () => void narrow();
form.onsubmit = (event) => event.preventDefault();
if (fields.some(({ value }) => value !== '')) void narrow();
