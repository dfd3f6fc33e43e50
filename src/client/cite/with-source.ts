/** 複製時附出處: text that is copied from the chapter gets its source as a line of its own. Off until a reader asks for it. */
import { messages } from '../../messages/site.ts';
import type { Places } from '../../search/cite/places.ts';
import { charactersOf, htmlOf } from '../../search/cite/runs.ts';
import { citationOf, targetOf } from '../../search/cite/targets.ts';
import { make } from '../dom/elements.ts';
import { firstOf, printedOf } from '../dom/printed-text.ts';
import { remember, remembered } from '../session/storage.ts';
import { today } from '../site/day.ts';
import { thePlaces } from '../site/places.ts';
import { absolute, isConverted } from '../site/urls.ts';
import { blockOf } from './block.ts';
import { rangeIn, theOriginal } from './original.ts';
import { onPagesOf } from './selection.ts';
import { chosenStyle } from './style.ts';

let on = false;
let known: Places | undefined;
/** Of a page in Simplified characters, the page it was made from. */
let original: Document | undefined;

function onCopy(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!on || !known || !selection || selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0);
  const target = targetOf(known, blockOf(firstOf(range) ?? null)?.dataset['cited'] ?? '');
  if (!target) return;
  const { locus } = target;
  const cited = { ...target, locus: locus.note === undefined ? onPagesOf(range, locus) : locus };
  const source = citationOf(chosenStyle(known), cited, {
    url: absolute(target.path),
    day: today(),
  });
  const words = printedOf(original ? rangeIn(original, range) : range);
  event.clipboardData.setData('text/plain', `${words}\n\n${charactersOf(source)}`);
  event.clipboardData.setData(
    'text/html',
    [...words.split(/\n+/u).map((text) => htmlOf([{ text }])), htmlOf(source)]
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join(''),
  );
  event.preventDefault();
}

/** Turns it on; until the places are there, copied text stays as it is. */
export function startWithSource(): void {
  if (!on) document.addEventListener('copy', onCopy);
  on = true;
  void Promise.all([thePlaces(), isConverted() ? theOriginal() : undefined]).then(
    ([places, page]) => {
      known = places;
      original = page;
    },
    () => undefined,
  );
}

function stop(): void {
  on = false;
  document.removeEventListener('copy', onCopy);
}

/** The switch for it. */
export function sourceSwitch(): HTMLElement {
  const box = make('input', { type: 'checkbox', checked: remembered('source') !== null || on });
  box.onchange = () => {
    remember('source', box.checked ? 'yes' : null);
    if (box.checked) startWithSource();
    else stop();
  };
  return make('label', { class: 'switch' }, box, messages.cite.copyWithSource);
}
