/** 跳到…: a box that takes pages, notes, headings, addresses and citations, and leads there. */

import { messages } from '../../messages/site.ts';
import {
  type Answer,
  type Destination,
  examplesOf,
  whatThereIs,
} from '../../search/goto/answer.ts';
import { goTo } from '../../search/goto/goto.ts';
import { make } from '../dom/elements.ts';
import { isTouched } from '../dom/touched.ts';
import { openDialog } from '../interface/dialog.ts';
import { onTyping } from '../search/input.ts';
import { thePlaces } from '../site/places.ts';
import { inSameScript, inSite } from '../site/urls.ts';

const HINT = messages.goto.hint;
const FAILED = messages.goto.unavailable;

const link = ({ name, path }: Destination): HTMLElement =>
  make('li', {}, make('a', { href: inSameScript(path) }, name));

/** A search for what is no place. */
const search = (words: string): HTMLElement =>
  make(
    'li',
    {},
    make(
      'a',
      { href: inSite(`/search/?${new URLSearchParams({ q: words })}`) },
      messages.goto.searchFor(words.slice(0, 30)),
    ),
  );

/** Shows an answer; the first of the list is where Enter leads. */
function show(answer: Answer, typed: string, list: HTMLElement, said: HTMLElement): void {
  const none = answer.destinations.length === 0 && answer.says !== undefined;
  list.replaceChildren(...answer.destinations.map(link), ...(none ? [search(typed.trim())] : []));
  const first = answer.destinations[0];
  said.textContent =
    answer.says ??
    (first
      ? messages.goto.enterGoesTo(isTouched() ? '' : messages.goto.pressEnter, first.name)
      : '');
}

/** Opens the box. */
export async function openGoto(): Promise<void> {
  const input = make('input', {
    type: 'text',
    'aria-label': messages.goto.where,
    'aria-describedby': 'goto-hint',
    enterkeyhint: 'go',
    autocapitalize: 'none',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const said = make('p', { role: 'status' });
  const list = make('ul', { role: 'list' });
  const hint = make('p', { class: 'hint', id: 'goto-hint' }, HINT);
  const form = make(
    'form',
    {},
    input,
    make('button', { type: 'submit', class: 'unseen' }, messages.goto.goTo),
  );
  const dialog = openDialog(messages.goto.open, 'goto-dialog', form, said, list, hint);
  input.focus();
  const answer = async (): Promise<Answer> => {
    const places = await thePlaces().catch(() => undefined);
    const found = places ? goTo(input.value, places) : { destinations: [], says: FAILED };
    show(found, input.value, list, said);
    return found;
  };
  onTyping(input, () => void answer());
  form.onsubmit = async (event) => {
    event.preventDefault();
    const { destinations, says } = await answer();
    // Where something is amiss, it is said first, and the reader chooses.
    if (says !== undefined || !destinations[0]) return;
    dialog.close();
    location.assign(inSameScript(destinations[0].path));
  };
  list.onclick = () => dialog.close();
  const places = await thePlaces().catch(() => undefined);
  if (!places) return;
  const examples = messages.goto.examples(examplesOf(places).join(messages.common.enumeration));
  hint.append(make('br'), examples, make('br'), messages.goto.chapterHas(whatThereIs(places)));
}
