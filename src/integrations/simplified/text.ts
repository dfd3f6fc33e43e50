/** The words of a page → Simplified characters, block by block. */
import type { Element, Nodes, Root, Text } from 'hast';
import type { Translate } from '../../messages/translator.ts';
import { type Convert, SIMPLIFIED } from '../../model/simplified/convert.ts';

/** Elements that words run across. */
const INLINE = new Set(
  'a abbr b bdi cite code em i mark q s small span strong sub sup time wbr'.split(' '),
);

/** Elements whose text is for programs. */
const UNREAD = new Set(['script', 'style', 'template']);

/** Attributes that are read or heard. */
const READ = ['ariaLabel', 'title', 'placeholder', 'alt', 'dataHead'];

const ORIGINAL = /^zh-Hant/u;

/** Whether an element stands in the words without being a part of them. */
const isAside = ({ properties }: Element): boolean =>
  properties['dataApparatus'] !== undefined || properties['role'] !== undefined;

/**
 * What stays in the printed text's characters and says so: ready-made citations of
 * the printed text, and where scripts write.
 */
const isKept = ({ properties }: Element): boolean =>
  ['dataQuoted', 'dataDrop', 'dataNotesSearch'].some((name) => properties[name] !== undefined);

/** Gives back converted characters to the texts they come from. */
function convertRun(run: readonly Text[], convert: Convert): void {
  const characters = [...convert(run.map((node) => node.value).join(''))];
  let at = 0;
  for (const node of run) {
    const { length } = [...node.value];
    node.value = characters.slice(at, at + length).join('');
    at += length;
  }
}

/** Texts that are converted as one, for words may run across their elements. */
class Runs {
  readonly all: Text[][] = [[]];

  add(node: Text): void {
    this.all.at(-1)?.push(node);
  }

  end(): void {
    if (this.all.at(-1)?.length) this.all.push([]);
  }
}

function collect(node: Nodes, runs: Runs, aside: Runs): void {
  if (node.type === 'text') runs.add(node);
  if (!('children' in node)) return;
  if (node.type !== 'element') {
    for (const child of node.children) collect(child, runs, aside);
    return;
  }
  if (UNREAD.has(node.tagName)) return;
  if (isKept(node)) {
    node.properties['lang'] ??= 'zh-Hant-TW';
    return;
  }
  const isInline = INLINE.has(node.tagName);
  // Noterefs and what the site adds do not part the words around them.
  const own = isInline && isAside(node) ? aside : runs;
  if (!isInline || own !== runs) own.end();
  for (const child of node.children) collect(child, own, aside);
  if (!isInline || own !== runs) own.end();
}

function convertAttributes(node: Nodes, convert: Convert): void {
  if (node.type === 'element') {
    if (isKept(node)) return;
    const { properties } = node;
    for (const name of READ) {
      const value = properties[name];
      if (typeof value === 'string') properties[name] = convert(value);
    }
    if (ORIGINAL.test(String(properties['lang'] ?? ''))) properties['lang'] = SIMPLIFIED;
    if (node.tagName === 'meta' && properties['name'] === 'description')
      properties['content'] = convert(String(properties['content']));
  }
  if ('children' in node) for (const child of node.children) convertAttributes(child, convert);
}

/** Whether an element holds the text, where the words of the interface are not looked for. */
const isText = ({ tagName, properties }: Element): boolean =>
  tagName === 'article' || [properties['className']].flat().includes('notes');

/** A text in the interface's own words, with the white space around it; undefined where it is none of them. */
function inOwnWords(text: string, say: Translate): string | undefined {
  const [, before = '', words = '', after = ''] = /^([ \n\t]*)(.*?)([ \n\t]*)$/su.exec(text) ?? [];
  const said = words === '' ? undefined : say(words.replace(/[ \n\t]+/gu, ' '));
  return said && before + said + after;
}

/** Says what the interface says in its own words for Simplified characters, before the rest is converted. */
function speak(node: Nodes, say: Translate, inText = false): void {
  if (node.type === 'text' && !inText) node.value = inOwnWords(node.value, say) ?? node.value;
  if (!('children' in node)) return;
  let within = inText;
  if (node.type === 'element') {
    if (UNREAD.has(node.tagName) || isKept(node)) return;
    const { properties } = node;
    for (const name of READ) {
      const value = properties[name];
      if (typeof value === 'string') properties[name] = inOwnWords(value, say) ?? value;
    }
    within = (inText || isText(node)) && properties['dataApparatus'] === undefined;
  }
  for (const child of node.children) speak(child, say, within);
}

/**
 * Converts what is read or heard of a page; data for programs stay as they are.
 * @param say the interface's words in Simplified Chinese, which are not converted ones
 */
export function convertText(root: Root, convert: Convert, say: Translate): void {
  speak(root, say);
  convertAttributes(root, convert);
  const runs = new Runs();
  const aside = new Runs();
  collect(root, runs, aside);
  for (const run of [...runs.all, ...aside.all]) if (run.length > 0) convertRun(run, convert);
}
