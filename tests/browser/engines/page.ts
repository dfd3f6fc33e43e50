/** What specs ask of a page, in every engine. */
import { inflateSync } from 'node:zlib';
import type { Reader } from './reader.ts';
import type { Until } from './test.ts';

/** Gives a first sign of use, and waits for what comes with it. */
export async function inUse(reader: Reader, until: Until): Promise<void> {
  await reader.hover('header.site');
  await until(() => document.querySelector('.pilcrow'));
}

/** Run in a page: the words around each page break and note mark within a paragraph. */
export function wordsAcross(): string[] {
  const texts: Text[] = [];
  const text = document.querySelector('.text') as Element;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('sup, [data-apparatus]')) continue;
    if (/\S/u.test((node as Text).data)) texts.push(node as Text);
  }
  const marks = text.querySelectorAll('p [role="doc-pagebreak"], p [role="doc-noteref"]');
  return [...marks].flatMap((mark) => {
    const i = texts.findIndex((node) => mark.compareDocumentPosition(node) & 4);
    const [before, after] = [texts[i - 1], texts[i]];
    const block = mark.closest('p');
    if (!block || !before || !after || !block.contains(before) || !block.contains(after)) return [];
    return [before.data.slice(-5) + after.data.slice(0, 5)];
  });
}

/** How many sheets a PDF has; Firefox packs its objects. */
export function sheets(pdf: Uint8Array): number {
  const count = (text: string): number => text.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
  const file = Buffer.from(pdf).toString('latin1');
  const packed = file.split('/Type /ObjStm').slice(1);
  return packed.reduce((sum, object) => {
    const begins = /stream\r?\n/u.exec(object);
    const bytes = object.slice((begins?.index ?? 0) + (begins?.[0].length ?? 0));
    // What follows the packed bytes is no part of them, and is not read.
    return sum + count(inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1'));
  }, count(file));
}
