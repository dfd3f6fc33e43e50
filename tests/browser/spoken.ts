/** A device's voices in a browser that has none: what is spoken is written down, and ends when a test says so. */
import type { Page } from '@playwright/test';

/** What has been said: its words, its voice, how fast. */
export interface Said {
  text: string;
  voice: string;
  rate: number;
}

/** Voices as systems have them: name, language, whether it is on the device. */
const VOICES: readonly [name: string, lang: string, local: boolean][] = [
  ['Samantha', 'en-US', true],
  ['Tingting', 'zh-CN', true],
  ['Google 國語（臺灣）', 'zh-TW', false],
  ['Meijia', 'zh_TW', true],
];

/** Gives the page such voices; they come a moment after they are first asked for, as in Chrome. */
export async function giveVoices(page: Page, voices = VOICES): Promise<void> {
  await page.addInitScript((all) => {
    const named = all.map(([name, lang, localService]) => ({
      name,
      lang,
      localService,
      voiceURI: name,
      default: false,
    }));
    const said: Said[] = [];
    let asked = false;
    let come = false;
    class Utterance extends EventTarget {
      lang = '';
      rate = 1;
      voice: { name: string } | null = null;
      onstart: ((event: unknown) => void) | null = null;
      onend: ((event: unknown) => void) | null = null;
      onerror: ((event: unknown) => void) | null = null;
      text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    class Synthesis extends EventTarget {
      paused = false;
      pending = false;
      present: Utterance | undefined;
      get speaking() {
        return this.present !== undefined;
      }
      getVoices() {
        if (!asked)
          setTimeout(() => {
            come = true;
            this.dispatchEvent(new Event('voiceschanged'));
          });
        asked = true;
        return come ? named : [];
      }
      speak(utterance: Utterance) {
        this.present = utterance;
        said.push({
          text: utterance.text,
          voice: utterance.voice?.name ?? '',
          rate: utterance.rate,
        });
        utterance.onstart?.({});
      }
      cancel() {
        const { present } = this;
        this.present = undefined;
        present?.onerror?.({ error: 'interrupted' });
      }
      resume() {}
      end() {
        const { present } = this;
        this.present = undefined;
        present?.onend?.({});
      }
    }
    const synthesis = new Synthesis();
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.assign(window, { said, endUtterance: () => synthesis.end() });
  }, voices);
}

/** All that has been said on the page. */
export const saidOn = (page: Page): Promise<Said[]> =>
  page.evaluate(() => (window as unknown as { said: Said[] }).said);

/** Lets the utterance that is being said come to its end. */
export const endUtterance = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { endUtterance: () => void }).endUtterance());

/** The words that are highlighted as being read. */
export const shownWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String));
