/** The interface in another language than the site's: what a reader has chosen in the settings. */
import type { Messages } from '../../messages/catalogue.ts';
import { messages } from '../../messages/site.ts';
import { type Translate, translatorOf } from '../../messages/translator.ts';
import { isConverted } from '../site/urls.ts';
import { isOurs, isSentence, nodesOf, READ, written } from './parts.ts';

const CATALOGUES: Record<string, () => Promise<{ messages: Messages }>> = {
  'zh-Hant-TW': () => import('../../messages/zh-Hant-TW.ts'),
  'zh-Hans': () => import('../../messages/zh-Hans.ts'),
  en: () => import('../../messages/en.ts'),
};

/** What brings each changed part back, in the order of the changes. */
let undo: (() => void)[] = [];
let observer: MutationObserver | undefined;
/** The language that is on its way or there. */
let wanted: string | undefined;

/** The language that the words of an element are in now. */
function setLanguage(element: Element, language: string): void {
  if (element === document.documentElement || element === document.body) return;
  const before = element.getAttribute('lang');
  element.setAttribute('lang', language);
  undo.push(() =>
    before === null ? element.removeAttribute('lang') : element.setAttribute('lang', before),
  );
}

/** A translation with the white space that stood around the words, or that its language asks for. */
function around(text: string, translated: string): string {
  const before = /^[ \n\t]*/u.exec(text)?.[0] || /^ ?/u.exec(translated)?.[0] || '';
  const after = /[ \n\t]*$/u.exec(text)?.[0] || / ?$/u.exec(translated)?.[0] || '';
  return before + translated.trim() + after;
}

function translateText(node: Text, translate: Translate, language: string): void {
  const text = node.data;
  const said =
    text.trim() === ''
      ? undefined
      : translate(text.replace(/[ \n\t]+/gu, ' ').replace(/^ | $/gu, ''));
  if (said === undefined) return;
  const whole = around(text, said);
  node.data = whole;
  undo.push(() => {
    if (node.data === whole) node.data = text;
  });
  if (node.parentElement) setLanguage(node.parentElement, language);
}

function translateAttributes(element: Element, translate: Translate): void {
  for (const name of READ) {
    const text = element.getAttribute(name);
    const said = text === null ? undefined : translate(text.trim())?.trim();
    if (text === null || said === undefined) continue;
    element.setAttribute(name, said);
    undo.push(() => {
      if (element.getAttribute(name) === said) element.setAttribute(name, text);
    });
  }
}

/** A sentence whose elements another language may put elsewhere. @returns whether it was one */
function translateSentence(element: Element, translate: Translate, language: string): boolean {
  if (!isSentence(element)) return false;
  const { text, elements } = written(element);
  const said = translate(text);
  if (said === undefined) return false;
  const before = [element, ...elements].map((one) => [one, [...one.childNodes]] as const);
  element.replaceChildren(...nodesOf(said.trim(), elements));
  undo.push(() => {
    for (const [one, nodes] of before) one.replaceChildren(...nodes);
  });
  setLanguage(element, language);
  return true;
}

/** Translates what stands in a part of the page. */
function translatePart(part: Node, translate: Translate, language: string): void {
  if (part instanceof Text) {
    if (part.parentElement && isOurs(part.parentElement)) translateText(part, translate, language);
    return;
  }
  if (!(part instanceof Element)) return;
  if (isOurs(part)) {
    translateAttributes(part, translate);
    if (translateSentence(part, translate, language)) {
      for (const inner of part.querySelectorAll('*')) translateAttributes(inner, translate);
      return;
    }
  }
  for (const node of [...part.childNodes]) translatePart(node, translate, language);
}

/** The words of the site's own language again. */
function restore(): void {
  observer?.disconnect();
  observer = undefined;
  for (const back of undo.reverse()) back();
  undo = [];
}

/** Translates the page, and whatever scripts add to it. */
function begin(translate: Translate, language: string): void {
  const title = document.querySelector('title');
  if (title) translatePart(title, translate, language);
  translatePart(document.body, translate, language);
  observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') translateAttributes(target as Element, translate);
      else if (type === 'characterData') translatePart(target, translate, language);
      for (const node of addedNodes) if (node.isConnected) translatePart(node, translate, language);
    }
    // What has just been written is no news.
    observer?.takeRecords();
  });
  // The title of a search tells what for.
  if (title) observer.observe(title, { childList: true });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...READ],
  });
}

/** The language of what scripts write, unless a reader has chosen one: the page's own. */
const usual = (): string | undefined =>
  isConverted() && messages.common.language === 'zh-Hant-TW' ? 'zh-Hans' : undefined;

/**
 * Speaks a language from now on.
 * @param chosen undefined: that of the page
 */
export async function speak(chosen: string | undefined): Promise<void> {
  const language = chosen ?? usual();
  wanted = language;
  const load = language === undefined ? undefined : CATALOGUES[language];
  if (language === undefined || !load) {
    restore();
    return;
  }
  const own = messages.common.language;
  // A converted page comes in Simplified characters; what scripts write is in the site's own language.
  const spoken = isConverted() && language !== 'zh-Hans' ? [own, 'zh-Hans'] : [own];
  const [to, ...from] = await Promise.all(
    [load, ...spoken.map((one) => CATALOGUES[one])].map((get) => get?.()),
  );
  if (wanted !== language || !to) return;
  restore();
  const catalogues = from.flatMap((one) => (one ? [one.messages] : []));
  begin(translatorOf(catalogues, to.messages), language);
}
