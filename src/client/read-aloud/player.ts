/** 朗讀: the text of the page, or its notes, sentence by sentence, with a player at the foot of the window. */
import { messages } from '../../messages/site.ts';
import {
  noteAnnounced,
  piecesOf,
  type Utterance,
  utterancesOf,
} from '../../search/speech/utterances.ts';
import url from '../../styles/read-aloud.css?url';
import { make } from '../dom/elements.ts';
import { tell } from '../dom/late.ts';
import { stylesheet } from '../dom/stylesheet.ts';
import { noteOf } from '../notes/noterefs.ts';
import { type Bar, makeBar } from './bar.ts';
import { indexAt, rootAt, type Sentence, type Start, sameIn, sentencesOf } from './passage.ts';
import { type Item, type Part, Playback, type State } from './playback.ts';
import { prefer, preferences } from './preferences.ts';
import { hide, show } from './shown.ts';
import { isOfRegion, primaryOf, voicesFor } from './voices.ts';

/** Quiet behind a sentence, in milliseconds; between two of a paragraph voices make their own. */
const PAUSES = { heading: 700, block: 350 } as const;

/**
 * How long an utterance may be, in Han characters at the usual speed: ten seconds of a voice that comes
 * over the net, with room for slow ones.
 */
const LONGEST = { net: 40, device: 160 } as const;

/** The other languages of which there are voices: runs of their scripts are said by them. */
const OTHERS = ['en', 'ko'];

class Player {
  readonly #language: string;
  readonly #voices: readonly SpeechSynthesisVoice[];
  /** Of the text's language, the best first. */
  readonly #own: SpeechSynthesisVoice[];
  readonly #others: Map<string, SpeechSynthesisVoice>;
  readonly #left = new AbortController();
  readonly #before = document.activeElement;
  readonly #bar: Bar;
  readonly #playback: Playback;
  #voice: SpeechSynthesisVoice;
  #root: Element | null = null;
  #sentences: Sentence[] = [];
  /** Whether the reader has gone to the sentence that is told of next. */
  #asked = true;

  constructor(
    language: string,
    voices: readonly SpeechSynthesisVoice[],
    own: SpeechSynthesisVoice[],
    voice: SpeechSynthesisVoice,
  ) {
    const { rate, notes } = preferences();
    this.#language = language;
    this.#voices = voices;
    this.#own = own;
    this.#voice = voice;
    this.#others = new Map(
      OTHERS.filter((other) => other !== primaryOf(language)).flatMap((other) => {
        const best = voicesFor(voices, other, navigator.onLine)[0];
        return best ? [[other, best] as const] : [];
      }),
    );
    const hasNotes = document.querySelector('article .text [role="doc-noteref"]') !== null;
    this.#bar = makeBar(
      own,
      { rate, voice, notes, hasNotes },
      {
        toggle: () => this.toggle(),
        step: (by) => this.#step(by),
        toPlace: () => this.#showPlace(true),
        close: () => this.close(),
        rate: (chosen) => {
          prefer({ rate: chosen });
          this.#playback.rate = chosen;
        },
        voice: (voiceURI) => this.#chooseVoice(voiceURI),
        notes: (on) => {
          prefer({ notes: on });
          this.#playback.renew();
        },
      },
    );
    this.#playback = new Playback(
      speechSynthesis,
      {
        change: (state) => this.#changed(state),
        fault: (fault, part) => this.#failed(fault, part),
      },
      rate,
    );
  }

  /** Stands at the foot of the window from now on. */
  appear(): void {
    const { signal } = this.#left;
    document.body.append(this.#bar.element);
    // What stands at the end of the page is not behind it.
    const measure = new ResizeObserver(() => {
      const height = `${this.#bar.element.offsetHeight}px`;
      document.documentElement.style.setProperty('--read-aloud', height);
      this.#showPlace(false);
    });
    measure.observe(this.#bar.element);
    signal.addEventListener('abort', () => measure.disconnect());
    document.addEventListener('zhangju:settings', () => this.#setAnew(), { signal });
    // Chrome would read on when the page has been left.
    addEventListener('pagehide', () => this.#playback.pause(), { signal });
    this.#bar.focus();
  }

  /** Says that another voice reads than one would expect, if it was not chosen. */
  tellVoice(): void {
    if (!isOfRegion(this.#voice, this.#language) && !preferences().voices[this.#language])
      this.#bar.say(messages.readAloud.otherVoice(this.#voice.name));
  }

  /** Reads from a place on. */
  readFrom(start: Start): void {
    this.#root = rootAt(start.node);
    this.#sentences = this.#root ? sentencesOf(this.#root) : [];
    this.#asked = true;
    this.#playback.load(this.#items(), indexAt(this.#sentences, start));
    this.#playback.play();
  }

  toggle(): void {
    this.#asked = true;
    if (this.#playback.state === 'playing') this.#playback.pause();
    else this.#playback.play();
  }

  close(): void {
    this.#left.abort();
    this.#playback.pause();
    hide();
    const hadFocus = this.#bar.element.contains(document.activeElement);
    this.#bar.element.remove();
    document.documentElement.style.removeProperty('--read-aloud');
    if (hadFocus && this.#before instanceof HTMLElement)
      this.#before.focus({ preventScroll: true });
    player = undefined;
  }

  #step(by: 1 | -1): void {
    this.#asked = true;
    this.#playback.step(by);
  }

  #changed(state: State): void {
    this.#bar.show(state);
    if (state === 'ended') this.#sayEnded();
    else if (this.#asked) this.#bar.say('');
    this.#showPlace(this.#asked);
    this.#asked = false;
  }

  #showPlace(asked: boolean): void {
    const sentence = this.#sentences[this.#playback.index];
    if (sentence && player === this) show(sentence, asked);
  }

  /** Says that it is the end, and where the text goes on. */
  #sayEnded(): void {
    const next = document.querySelector<HTMLAnchorElement>('.pager [rel="next"]');
    this.#bar.say(
      messages.readAloud.ended,
      next ? make('a', { href: next.href }, next.textContent.trim()) : undefined,
    );
  }

  /** A voice that comes over the net gives way to one of the device. */
  #failed(fault: 'blocked' | 'failed', part: Part | undefined): void {
    const other = this.#own.find(({ localService }) => localService);
    if (
      fault === 'failed' &&
      part?.voice?.localService === false &&
      other &&
      other !== this.#voice
    ) {
      this.#voice = other;
      this.#others.clear();
      this.#bar.choose(other);
      this.#playback.renew();
      this.#playback.play();
      this.#bar.say(messages.readAloud.otherVoice(other.name));
    } else
      this.#bar.say(fault === 'blocked' ? messages.readAloud.blocked : messages.readAloud.failed);
  }

  #chooseVoice(voiceURI: string): void {
    const chosen = this.#voices.find((voice) => voice.voiceURI === voiceURI);
    if (!chosen) return;
    this.#voice = chosen;
    prefer({ voices: { ...preferences().voices, [this.#language]: voiceURI } });
    this.#playback.renew();
  }

  /** The text has other nodes in vertical setting, and other words where emendations are shown. */
  #setAnew(): void {
    const present = this.#sentences[this.#playback.index];
    const anew = this.#root ? sentencesOf(this.#root) : [];
    const same = anew.every(
      ({ text, pieces }, i) =>
        text === this.#sentences[i]?.text && pieces[0]?.[0] === this.#sentences[i]?.pieces[0]?.[0],
    );
    if (!present || same) return;
    const playing = this.#playback.state === 'playing';
    this.#sentences = anew;
    this.#playback.load(this.#items(), sameIn(anew, present));
    if (playing) this.#playback.play();
    else this.#showPlace(false);
  }

  #items(): Item[] {
    return this.#sentences.map((sentence) => ({
      parts: () => this.#partsOf(sentence),
      pause: sentence.ends ? PAUSES[sentence.ends] : 0,
    }));
  }

  /** What is said of a sentence, and of its notes where they are wanted. */
  #partsOf({ text, note, noterefs }: Sentence): Part[] {
    const announced = note === undefined ? [] : [noteAnnounced(note, this.#language)];
    const notes = preferences().notes ? noterefs.flatMap((mark) => this.#ofNote(mark)) : [];
    return [...announced, ...this.#ofText(text), ...notes].flatMap((one) => this.#parts(one));
  }

  #ofText(text: string): Utterance[] {
    return utterancesOf(text, this.#language, new Set(this.#others.keys()));
  }

  #ofNote(mark: HTMLElement): Utterance[] {
    const note = noteOf(mark as HTMLAnchorElement);
    const own = note?.querySelector('.text');
    if (!own) return [];
    const said = sentencesOf(own).flatMap(({ text }) => this.#ofText(text));
    return [noteAnnounced(mark.dataset['number'] ?? '', this.#language), ...said];
  }

  /** An utterance in pieces that its voice can say. */
  #parts({ text, language }: Utterance): Part[] {
    const voice = this.#others.get(language) ?? this.#voice;
    const longest = LONGEST[voice.localService ? 'device' : 'net'] * preferences().rate;
    // Android speaks by the language, and not by the voice.
    return piecesOf(text, longest).map((piece) => ({ text: piece, voice, language: voice.lang }));
  }
}

let player: Player | undefined;

/** Goes on or stops, where something is being read. @returns whether that is so */
export function toggle(): boolean {
  player?.toggle();
  return player !== undefined;
}

/**
 * Reads from a place on, with a voice of the text's language; says so where there is none.
 * @param language of the text
 * @param voices of the device
 */
export async function open(
  start: Start,
  language: string,
  voices: readonly SpeechSynthesisVoice[],
): Promise<void> {
  if (player) {
    player.readFrom(start);
    return;
  }
  const own = voicesFor(voices, language, navigator.onLine);
  const chosen = preferences().voices[language];
  const voice = own.find(({ voiceURI }) => voiceURI === chosen) ?? own[0];
  if (!voice) {
    tell(messages.readAloud.noVoice);
    return;
  }
  player = new Player(language, voices, own, voice);
  await stylesheet(url);
  player.appear();
  player.readFrom(start);
  player.tellVoice();
}
