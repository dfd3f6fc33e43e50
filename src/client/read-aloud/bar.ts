/** The player at the foot of the window: buttons, and behind one of them speed, voice and notes. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import type { State } from './playback.ts';
import { RATES } from './preferences.ts';

/** What the buttons do. */
export interface Actions {
  toggle: () => void;
  step: (by: 1 | -1) => void;
  toPlace: () => void;
  close: () => void;
  rate: (rate: number) => void;
  voice: (voiceURI: string) => void;
  notes: (on: boolean) => void;
}

/** What is chosen when it opens. */
export interface Chosen {
  rate: number;
  voice: SpeechSynthesisVoice;
  notes: boolean;
  /** Whether the text has notes to be read. */
  hasNotes: boolean;
}

export interface Bar {
  element: HTMLElement;
  /** Shows whether it reads. */
  show: (state: State) => void;
  /** Says something, with a link behind it if there is one; nothing takes it away. */
  say: (words: string, link?: HTMLElement) => void;
  /** Shows which voice reads. */
  choose: (voice: SpeechSynthesisVoice) => void;
  focus: () => void;
}

/** A button with a sign that the stylesheet draws. */
function button(sign: string, name: string, does: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', class: sign, 'aria-label': name, title: name });
  made.onclick = does;
  return made;
}

/** The name of a voice's language, as the interface calls it: 中文（台灣）. */
function languageName(lang: string): string {
  try {
    const names = new Intl.DisplayNames(messages.common.language, { type: 'language' });
    return names.of(lang.replaceAll('_', '-')) ?? lang;
  } catch {
    return lang;
  }
}

/** The voices of the text's language, by region, as they are called by the system. */
function voiceChooser(voices: readonly SpeechSynthesisVoice[]): HTMLSelectElement {
  const groups = new Map<string, SpeechSynthesisVoice[]>();
  for (const voice of voices) groups.set(voice.lang, [...(groups.get(voice.lang) ?? []), voice]);
  const optionOf = ({ name, voiceURI, localService }: SpeechSynthesisVoice) =>
    make(
      'option',
      { value: voiceURI },
      localService ? name : name + messages.common.aside(messages.readAloud.online),
    );
  return make(
    'select',
    {},
    ...[...groups].map(([lang, own]) =>
      make('optgroup', { label: languageName(lang) }, ...own.map(optionOf)),
    ),
  );
}

const labelled = (name: string, control: HTMLElement): HTMLElement =>
  make('label', {}, make('span', {}, name), control);

/** Speed, voice, notes. */
function optionsOf(
  { rate, notes, hasNotes }: Chosen,
  voice: HTMLSelectElement,
  actions: Actions,
): HTMLElement {
  const speed = make(
    'select',
    {},
    ...RATES.map((one) =>
      make('option', { value: String(one), selected: one === rate }, messages.readAloud.times(one)),
    ),
  );
  speed.onchange = () => actions.rate(Number(speed.value));
  voice.onchange = () => actions.voice(voice.value);
  const box = make('input', { type: 'checkbox', checked: notes });
  box.onchange = () => actions.notes(box.checked);
  return make(
    'div',
    { class: 'options', id: 'read-aloud-options' },
    labelled(messages.readAloud.speed, speed),
    labelled(messages.readAloud.voice, voice),
    hasNotes && make('label', {}, box, messages.readAloud.withNotes),
  );
}

/** Makes the player; it stands nowhere yet. @param voices of the text's language, the best first */
export function makeBar(
  voices: readonly SpeechSynthesisVoice[],
  chosen: Chosen,
  actions: Actions,
): Bar {
  const said = make('p', { role: 'status' });
  const voice = voiceChooser(voices);
  const choose = ({ voiceURI }: SpeechSynthesisVoice) => {
    voice.value = voiceURI;
  };
  choose(chosen.voice);
  const options = optionsOf(chosen, voice, actions);
  const toggle = button('play', messages.readAloud.play, actions.toggle);
  const more = button('more', messages.readAloud.options, () => {
    const open = more.ariaExpanded !== 'true';
    more.ariaExpanded = String(open);
    options.toggleAttribute('data-open', open);
  });
  more.ariaExpanded = 'false';
  more.setAttribute('aria-controls', options.id);
  const element = make(
    'section',
    {
      class: 'read-aloud',
      'aria-label': messages.readAloud.readAloud,
      lang: messages.common.language,
      'data-apparatus': true,
    },
    said,
    make(
      'div',
      { class: 'controls' },
      button('previous', messages.readAloud.previous, () => actions.step(-1)),
      toggle,
      button('next', messages.readAloud.next, () => actions.step(1)),
      button('place', messages.readAloud.toPlace, actions.toPlace),
      more,
      options,
      button('close', messages.readAloud.close, actions.close),
    ),
  );
  element.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    actions.close();
  };
  return {
    element,
    choose,
    show: (state) => {
      const name = state === 'playing' ? messages.readAloud.pause : messages.readAloud.play;
      toggle.className = state === 'playing' ? 'pause' : 'play';
      toggle.ariaLabel = name;
      toggle.title = name;
    },
    say: (words, link) => said.replaceChildren(words, ...(link ? [' ', link] : [])),
    focus: () => toggle.focus({ preventScroll: true }),
  };
}
