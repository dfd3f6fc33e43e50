/**
 * Whether this page can be read aloud, and the way to what reads it. Small, since menus ask it: all
 * else is loaded when somebody wants to hear.
 */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { scrolled } from '../dom/scroller.ts';
import { whereOne } from '../navigation/reading-position.ts';
import type { Start } from './passage.ts';
import { primaryOf } from './voices.ts';

/** So long voices are waited for, in milliseconds: Chrome and Safari name none when first asked. */
const PATIENCE = 600;

/** The language of the text; undefined where the page has none. */
const languageOfText = (): string | undefined =>
  document.querySelector<HTMLElement>('article[lang]:has(> .text, > .note-text)')?.lang;

const synthesis = (): SpeechSynthesis | undefined => globalThis.speechSynthesis;

const speaks = (voices: readonly SpeechSynthesisVoice[]): boolean => {
  const language = languageOfText();
  return (
    language !== undefined && voices.some(({ lang }) => primaryOf(lang) === primaryOf(language))
  );
};

let coming: Promise<SpeechSynthesisVoice[]> | undefined;
let come = false;

/** The device's voices, when they have come; none where none come in a while. */
export function theVoices(): Promise<SpeechSynthesisVoice[]> {
  const now = synthesis()?.getVoices() ?? [];
  if (now.length > 0 || !synthesis()) return Promise.resolve(now);
  coming ??= new Promise((resolve) => {
    const done = () => {
      come = true;
      synthesis()?.removeEventListener('voiceschanged', done);
      resolve(synthesis()?.getVoices() ?? []);
    };
    synthesis()?.addEventListener('voiceschanged', done);
    // Some browsers never tell that they have come.
    setTimeout(done, PATIENCE);
  });
  return coming;
}

/** The same as far as it is known by now: before voices have come, there may be one. */
export function mayReadAloud(): boolean {
  const now = synthesis()?.getVoices() ?? [];
  if (now.length > 0) return speaks(now);
  return synthesis() !== undefined && !come && languageOfText() !== undefined;
}

const load = () => Promise.all([import('./player.ts'), theVoices()]);
type Loaded = Awaited<ReturnType<typeof load>>;

const open = ([player, voices]: Loaded, start: Start) =>
  player.open(start, languageOfText() ?? '', voices);

/**
 * A button that reads aloud from a place of the page on; it shows when the device turns out to have a voice.
 * @param before what is done first: what the button stands in closes
 */
export function readAloudButton(start: Start, before: () => void): HTMLElement {
  const button = make('button', { type: 'button', hidden: true }, messages.readAloud.fromHere);
  button.onclick = () => {
    before();
    void late(load, (loaded) => open(loaded, start));
  };
  void theVoices().then((voices) => {
    button.hidden = !speaks(voices);
  });
  return button;
}

/** Where a reader is: at the selected words, else at the paragraph that is read; at the top of a page, its beginning. */
function placeHere(): Start {
  const selection = getSelection();
  if (selection && !selection.isCollapsed) {
    const { startContainer: node, startOffset: offset } = selection.getRangeAt(0);
    return { node, offset };
  }
  return { node: (scrolled() > 0 && whereOne()?.paragraph) || document.body };
}

/** Reads aloud from where the reader is; while that goes on, it stops or goes on. */
export const readAloudHere = (): Promise<void> =>
  late(load, (loaded) => loaded[0].toggle() || open(loaded, placeHere()));
