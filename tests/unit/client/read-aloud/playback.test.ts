/** One utterance after another, with an engine that does what engines do. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Item, Playback } from '../../../../src/client/read-aloud/playback.ts';

type Handler = ((event: { error?: string }) => void) | null;

class Utterance {
  lang = '';
  rate = 1;
  voice: unknown;
  onstart: Handler = null;
  onend: Handler = null;
  onerror: Handler = null;
  text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** An engine: `said` is what it was given; tests tell it when an utterance starts, ends or fails. */
class Engine {
  said: string[] = [];
  present: Utterance | undefined;
  paused = false;
  pending = false;
  cancels = 0;
  /** Whether it takes what it is given. */
  takes = true;
  get speaking() {
    return this.present !== undefined;
  }
  speak(utterance: Utterance) {
    if (!this.takes) return;
    this.present = utterance;
    this.said.push(`${utterance.text}@${utterance.rate}`);
    utterance.onstart?.({});
  }
  cancel() {
    this.cancels += 1;
    const gone = this.present;
    this.present = undefined;
    // Some tell at once, and some later.
    gone?.onerror?.({ error: 'interrupted' });
    setTimeout(() => gone?.onend?.({}), 5);
  }
  resume() {
    this.paused = false;
  }
  end() {
    const gone = this.present;
    this.present = undefined;
    gone?.onend?.({});
  }
  fail(error: string) {
    const gone = this.present;
    this.present = undefined;
    gone?.onerror?.({ error });
  }
}

let engine: Engine;
let told: string[];
let playback: Playback;

const item = (parts: string[], pause = 0): Item => ({
  parts: () => parts.map((text) => ({ text, voice: undefined, language: 'zh' })),
  pause,
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  engine = new Engine();
  told = [];
  playback = new Playback(
    engine as unknown as SpeechSynthesis,
    {
      change: (state, index) => told.push(`${state} ${index}`),
      fault: (fault) => told.push(fault),
    },
    1,
  );
  playback.load([item(['a1', 'a2']), item(['b'], 500), item([]), item(['c'])], 0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const end = async () => {
  engine.end();
  await vi.advanceTimersByTimeAsync(1);
};
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('all is said in order, with its pauses, and comes to an end', async () => {
  playback.play();
  await end();
  await end();
  expect(engine.said).toEqual(['a1@1', 'a2@1', 'b@1']);
  await end();
  await wait(400);
  expect(engine.said).toHaveLength(3);
  await wait(200);
  await end();
  expect(engine.said.at(-1)).toBe('c@1');
  expect(told).toEqual(['playing 0', 'playing 1', 'playing 2', 'playing 3', 'ended 3']);
  playback.play();
  expect([engine.said.at(-1), engine.cancels]).toEqual(['a1@1', 0]);
});

test('a pause ends the utterance, which is said anew; what is heard of the old one counts for nothing', async () => {
  playback.play();
  await end();
  playback.pause();
  expect([engine.speaking, told.at(-1)]).toEqual([false, 'paused 0']);
  await wait(10_000);
  playback.play();
  // A moment after cancel(), for Chrome drops what comes at once.
  expect(engine.said).toEqual(['a1@1', 'a2@1']);
  await wait(100);
  expect(engine.said).toEqual(['a1@1', 'a2@1', 'a2@1']);
  await end();
  expect(engine.said.at(-1)).toBe('b@1');
});

test('on and back by an item, as quickly as one presses', async () => {
  playback.play();
  playback.step(1);
  playback.step(1);
  playback.step(1);
  await wait(100);
  expect([engine.said.at(-1), told.at(-1)]).toEqual(['c@1', 'playing 3']);
  playback.step(1);
  expect(told.at(-1)).toBe('ended 3');
  playback.step(-1);
  expect(told.at(-1)).toBe('paused 3');
  playback.step(-1);
  playback.step(-1);
  playback.step(-1);
  playback.step(-1);
  expect(told.at(-1)).toBe('paused 0');
  await wait(100);
  expect(engine.speaking).toBe(false);
});

test('another speed begins the item anew', async () => {
  playback.play();
  await end();
  playback.rate = 1.5;
  await wait(100);
  expect(engine.said).toEqual(['a1@1', 'a2@1', 'a1@1.5']);
});

test('interrupted by somebody else, it waits for the reader', async () => {
  playback.play();
  engine.fail('interrupted');
  expect(told.at(-1)).toBe('paused 0');
  playback.play();
  expect(engine.said).toEqual(['a1@1', 'a1@1']);
});

test('an engine that says nothing before the reader presses', async () => {
  engine.takes = false;
  playback.play();
  await wait(2900);
  expect(told).toEqual(['playing 0']);
  await wait(200);
  expect(told).toEqual(['playing 0', 'paused 0', 'blocked']);
  engine.takes = true;
  playback.play();
  engine.fail('not-allowed');
  expect(told.slice(3)).toEqual(['playing 0', 'paused 0', 'blocked']);
  playback.play();
  engine.fail('network');
  expect(told.slice(6)).toEqual(['playing 0', 'paused 0', 'failed']);
});

test('an utterance that never ends is passed over', async () => {
  playback.play();
  await wait(8000);
  expect(engine.said).toHaveLength(1);
  await wait(4000);
  expect(engine.said).toEqual(['a1@1', 'a2@1']);
});

test('an engine that was left paused is woken', () => {
  engine.paused = true;
  playback.play();
  expect(engine.paused).toBe(false);
});
