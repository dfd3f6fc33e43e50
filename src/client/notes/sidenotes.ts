/**
 * Notes beside the text. They are copies of those in the list at the end, which
 * stays: they take no room in the text's column, so nothing moves when they come.
 * Who reads by ear has them once, in the list: a copy is heard only while the
 * focus is in it.
 */
import { messages } from '../../messages/site.ts';
import styles from '../../styles/notes/sidenotes.css?inline';
import { make } from '../dom/elements.ts';
import { textLanguage } from '../dom/text-language.ts';
import { wordsOf } from './copy.ts';
import { allMarks, noteOf } from './noterefs.ts';
import { layOutSidenotes } from './sidenote-layout.ts';

/** A note longer than this many lines is folded to one line less. */
const LINES = 9;
const GAP = 10;

interface Pair {
  noteref: HTMLAnchorElement;
  copy: HTMLElement;
  body: HTMLElement;
}

const pairs: Pair[] = [];
let layer: HTMLElement | undefined;

/** Whether the page gives room beside its text: its stylesheet says so. */
const hasRoom = (): boolean =>
  getComputedStyle(document.documentElement).getPropertyValue('--sidenotes') !== '';

/** The mark or the copy that belongs to the other. */
export const pairOf = (part: Element | null): Pair | undefined =>
  pairs.find(({ noteref, copy }) => noteref === part || copy === part);

/** Whether the notes stand beside the text now. */
export const sidenotesShown = (): boolean => layer !== undefined && !layer.hidden;

/** Lets the keyboard and those who listen into a copy, or keeps them out. */
export function open(copy: HTMLElement, isOpen: boolean): void {
  if (isOpen) copy.removeAttribute('aria-hidden');
  else copy.ariaHidden = 'true';
  for (const part of copy.querySelectorAll<HTMLElement>('a, button'))
    part.tabIndex = isOpen ? 0 : -1;
}

/** Shows a copy whole or folded; where it and the others then stand is not settled yet. */
function showWhole(copy: HTMLElement, isWhole: boolean): void {
  copy.toggleAttribute('data-whole', isWhole);
  const button = copy.querySelector('button');
  if (!button) return;
  button.textContent = isWhole ? messages.notes.fold : messages.notes.unfold;
  button.ariaExpanded = String(isWhole);
}

export function unfold({ copy }: Pair, isWhole = !copy.hasAttribute('data-whole')): void {
  showWhole(copy, isWhole);
  lay();
}

function pairFor(noteref: HTMLAnchorElement): Pair[] {
  const note = noteOf(noteref);
  const number = note?.querySelector<HTMLAnchorElement>('.number');
  if (!note || !number) return [];
  const body = make('div', { class: 'body', lang: textLanguage() }, ...wordsOf(note));
  const fold = make('button', { type: 'button', lang: messages.common.language });
  const copy = make(
    'div',
    {
      class: 'sidenote',
      role: 'note',
      'aria-label': messages.common.note(noteref.dataset['number']),
      tabindex: '-1',
    },
    number.cloneNode(true),
    body,
    fold,
  );
  const pair = { noteref, copy, body };
  fold.onclick = () => unfold(pair);
  showWhole(copy, false);
  open(copy, false);
  return [pair];
}

function build(frame: Element): void {
  const stylesheet = new CSSStyleSheet();
  stylesheet.replaceSync(styles);
  document.adoptedStyleSheets.push(stylesheet);
  pairs.push(...allMarks().flatMap(pairFor));
  layer = make('div', { class: 'besides notes', 'data-apparatus': true });
  layer.append(...pairs.map(({ copy }) => copy));
  frame.append(layer);
}

/** Sets every note beside the line of its noteref. Reads first, then writes, for a hundred notes are many. */
function lay(): void {
  if (!layer || layer.hidden || !pairs[0]) return;
  layer.style.blockSize = '';
  const line = Number.parseFloat(getComputedStyle(pairs[0].body).lineHeight);
  const long = pairs.map(({ body }) => body.scrollHeight > line * (LINES + 0.5));
  pairs.forEach(({ copy }, i) => {
    copy.toggleAttribute('data-long', long[i]);
  });
  const top = layer.getBoundingClientRect().top;
  const end = (layer.previousElementSibling?.getBoundingClientRect().bottom ?? 0) - top;
  const own = pairs[0].copy;
  const base =
    (own.querySelector('.number')?.getBoundingClientRect().bottom ?? 0) -
    own.getBoundingClientRect().top;
  const wanted = pairs.map(({ noteref }) => {
    const { fontSize, verticalAlign } = getComputedStyle(noteref);
    const raised = Number.parseFloat(verticalAlign) || Number.parseFloat(fontSize) / 2;
    return noteref.getBoundingClientRect().bottom + raised - base - top;
  });
  const sizes = pairs.map(({ copy }) => copy.offsetHeight);
  const places = layOutSidenotes(wanted, sizes, GAP, end);
  pairs.forEach(({ copy }, i) => {
    copy.style.top = `${places[i]}px`;
  });
  const last = (places.at(-1) ?? 0) + (sizes.at(-1) ?? 0);
  if (last > end) layer.style.blockSize = `${last}px`;
}

/** Keeps the notes beside the text, wherever the page gives room for them. */
export function startSidenotes(): void {
  const frame = document.querySelector('.frame');
  const article = frame?.querySelector('article');
  if (!frame || !article?.querySelector('.endnotes')) return;
  const update = () => {
    const room = hasRoom();
    if (room && !layer) build(frame);
    if (layer) layer.hidden = !room;
    lay();
  };
  new ResizeObserver(update).observe(article);
  document.addEventListener('zhangju:settings', update);
  void document.fonts.ready.then(update);
}
