/**
 * Says one item after another with the device's voices. Engines differ in nearly all of it, so little is
 * asked of them: one short utterance at a time, and `cancel()` for every stop.
 *
 * - Chrome says nothing more of an utterance after some 15 s where its voice comes over the net, and tells
 *   nobody (crbug.com/40747712): utterances are short, and what does not end in time is passed over.
 * - On Android `pause()` ends the utterance (mdn/browser-compat-data#4500): to pause is to cancel, and
 *   what was being said is said anew.
 * - `cancel()` ends an utterance by `error` (interrupted, canceled) or by `end`, now or later: what is heard of
 *   an utterance that is no longer the present one counts for nothing.
 * - Chrome drops what is spoken right after `cancel()`: then one waits a moment.
 * - Chrome and Safari forget an utterance that nobody holds, and its `end` with it: it is held.
 * - A browser that has not been asked by the reader's own press is silent (iOS), or says not-allowed: one
 *   pauses, and the next press is the reader's.
 */

/** What one voice says at once. */
export interface Part {
  text: string;
  /** Undefined: the engine's own for the language. */
  voice: SpeechSynthesisVoice | undefined;
  language: string;
}

/** What is said as a whole, and can be gone back to. */
export interface Item {
  /** Made when its turn comes. */
  parts: () => Part[];
  /** How long it is quiet afterwards, in milliseconds at the usual speed. */
  pause: number;
}

export type State = 'playing' | 'paused' | 'ended';

/** Why nothing can be heard. */
export type Fault = 'blocked' | 'failed';

/** What {@link Playback} tells of itself. */
export interface Listener {
  /** @param index of the item that is said, or would be next */
  change: (state: State, index: number) => void;
  fault: (fault: Fault, part: Part | undefined) => void;
}

/** After `cancel()`, in milliseconds. */
const MOMENT = 80;
/** What has not begun by then, and is not on its way, will not begin without the reader's press. */
const TOO_LATE = 3000;
/** The slowest of voices takes so long for a character at speed 1; what takes longer has come to a stop. */
const SLOWEST = 900;
const LEAST = 8000;

export class Playback {
  #items: readonly Item[] = [];
  #index = 0;
  /** The parts of the present item, and the one of them that is said. */
  #parts: Part[] | undefined;
  #part = 0;
  #state: State = 'paused';
  #rate: number;
  #present: SpeechSynthesisUtterance | undefined;
  #cancelled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #synthesis: SpeechSynthesis;
  readonly #listener: Listener;

  constructor(synthesis: SpeechSynthesis, listener: Listener, rate: number) {
    this.#synthesis = synthesis;
    this.#listener = listener;
    this.#rate = rate;
  }

  get index(): number {
    return this.#index;
  }

  get state(): State {
    return this.#state;
  }

  /** Takes items, in the place of others if there are any; says nothing yet. @param index of the first that is to be said */
  load(items: readonly Item[], index: number): void {
    this.#stop();
    this.#state = 'paused';
    this.#items = items;
    this.#go(index);
  }

  /** Begins, or goes on with what was interrupted. */
  play(): void {
    this.#stop();
    if (this.#state === 'ended') this.#go(0);
    this.#tell('playing');
    this.#say();
  }

  pause(): void {
    this.#stop();
    this.#tell('paused');
  }

  /** Goes to the next item or the one before, and says it if one was speaking. */
  step(by: 1 | -1): void {
    const playing = this.#state === 'playing';
    const next = this.#index + by;
    this.#stop();
    if (next < this.#items.length) {
      // Back from the end is to the last.
      this.#go(this.#state === 'ended' ? this.#index : Math.max(0, next));
      this.#tell(playing ? 'playing' : 'paused');
      if (playing) this.#say();
    } else this.#tell('ended');
  }

  /** Speaks so fast from now on; what was begun is said anew. @param rate 1 is the voice's usual speed */
  set rate(rate: number) {
    this.#rate = rate;
    this.renew();
  }

  /** Has the parts of the present item made anew, as after a change of voice, and says it from its start. */
  renew(): void {
    this.#stop();
    this.#go(this.#index);
    if (this.#state === 'playing') this.#say();
  }

  #go(index: number): void {
    this.#index = index;
    this.#part = 0;
    this.#parts = undefined;
  }

  #tell(state: State): void {
    this.#state = state;
    this.#listener.change(state, this.#index);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#present = undefined;
    if (!this.#synthesis.speaking && !this.#synthesis.pending) return;
    this.#synthesis.cancel();
    this.#cancelled = true;
  }

  #later(ms: number, work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, ms);
  }

  /** Says the present part; without one, goes on to the next item. */
  #say(): void {
    const item = this.#items[this.#index];
    this.#parts ??= item?.parts() ?? [];
    const part = this.#parts[this.#part];
    if (part && this.#cancelled) {
      this.#cancelled = false;
      this.#later(MOMENT, () => this.#utter(part));
    } else if (part) this.#utter(part);
    else this.#later((item?.pause ?? 0) / this.#rate, () => this.#next());
  }

  #next(): void {
    if (this.#index + 1 < this.#items.length) {
      this.#go(this.#index + 1);
      this.#tell('playing');
      this.#say();
    } else this.#tell('ended');
  }

  #utter(part: Part): void {
    const utterance = new SpeechSynthesisUtterance(part.text);
    utterance.lang = part.language;
    utterance.rate = this.#rate;
    if (part.voice) utterance.voice = part.voice;
    this.#present = utterance;
    const isPresent = () => this.#present === utterance;
    const goOn = () => {
      this.#present = undefined;
      this.#part += 1;
      this.#say();
    };
    // Not every engine tells that it has started.
    const started = () => {
      if (!isPresent()) return;
      this.#later(LEAST + (part.text.length * SLOWEST) / this.#rate, () => {
        this.#stop();
        goOn();
      });
    };
    utterance.onstart = started;
    utterance.onend = () => {
      if (!isPresent()) return;
      clearTimeout(this.#timer);
      goOn();
    };
    utterance.onerror = ({ error }) => {
      if (!isPresent()) return;
      // Interrupted by something else that speaks: it has the word, and the reader calls back.
      if (error === 'interrupted' || error === 'canceled') this.pause();
      else this.#fail(error === 'not-allowed' ? 'blocked' : 'failed', part);
    };
    this.#later(TOO_LATE, () => {
      if (this.#synthesis.speaking || this.#synthesis.pending) started();
      else if (isPresent()) this.#fail('blocked', part);
    });
    // Left paused by somebody else, it would say nothing.
    if (this.#synthesis.paused) this.#synthesis.resume();
    this.#synthesis.speak(utterance);
  }

  #fail(fault: Fault, part: Part): void {
    this.pause();
    this.#listener.fault(fault, part);
  }
}
