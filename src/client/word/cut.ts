/**
 * Cuts a passage out of the main part of a Word file of the text (ECMA-376, WordprocessingML): the
 * paragraphs that hold it, without what stands before and after it, and a citation at its end.
 * Tables stay whole.
 */
import type { Run } from '../../search/cite/runs.ts';
import type { Passage } from './passage.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A name of `exports/docx`: a bookmark of a block, as Word takes it. */
const bookmarkName = (id: string): string => id.replaceAll('-', '_').slice(0, 40);

const all = (root: Element | Document, name: string): Element[] => [
  ...root.getElementsByTagName(name),
];

const numberOf = (element: Element): number => Number(element.getAttribute('w:id'));

/** The paragraph or table of the body in which something stands. */
function paragraphOf(body: Element, inside: Element): Element {
  let element = inside;
  while (element.parentElement && element.parentElement !== body) element = element.parentElement;
  return element;
}

/** The paragraphs and tables from the block in which a passage begins to that in which it ends. */
function partsOf(body: Element, { first, last }: Passage): Element[] {
  const parts = [...body.children];
  const placeOf = (id: string) => {
    const name = bookmarkName(id);
    const mark = all(body, 'w:bookmarkStart').find((one) => one.getAttribute('w:name') === name);
    return mark ? parts.indexOf(paragraphOf(body, mark)) : -1;
  };
  const [from, to] = [placeOf(first), placeOf(last)];
  if (from < 0 || to < from) throw new Error(`${first} and ${last} are not in this file`);
  // A table has its caption before it and a line for its source after it.
  return parts.slice(from, to + (parts[to + 1]?.nodeName === 'w:tbl' ? 3 : 1));
}

/** Whether a text is that of a mark: the printed one of a note, or the second of a note that has one. */
function isMark(text: Element): boolean {
  const run = text.parentElement;
  if (run && all(run, 'w:footnoteReference').length > 0) return true;
  return run?.parentElement?.getAttribute('w:anchor')?.startsWith('fnref') ?? false;
}

/** Words without white space, which a page sets otherwise than a file. */
const dense = (words: string): string => words.replace(/\s/gu, '');

/** From where to where a passage stands among the characters of its paragraphs that are no white space. */
function extentOf(
  texts: readonly Element[],
  { before, words }: Passage,
): [from: number, to: number] {
  const found = texts.map((text) => dense(text.textContent ?? '')).join('');
  const [lead, own] = [dense(before), dense(words)];
  const at = found.indexOf(lead + own);
  if (at < 0) throw new Error('the words are not in this file');
  return [at + lead.length, at + lead.length + own.length];
}

/** What of a text is from `from` to `to`, counted without white space; at the ends no white space stays. */
function sliced(text: string, from: number, to: number): string {
  let at = -1;
  const kept = [...text].filter((character) => {
    if (/\S/u.test(character)) at += 1;
    return at >= from && at < to;
  });
  return kept.join('');
}

/** Takes bookmarks out, beginnings and ends. */
function withoutBookmarks(root: Element, drop: (name: string, mark: Element) => boolean): void {
  const dropped = all(root, 'w:bookmarkStart').filter((mark) =>
    drop(mark.getAttribute('w:name') ?? '', mark),
  );
  const ids = new Set(dropped.map(numberOf));
  for (const end of all(root, 'w:bookmarkEnd')) if (ids.has(numberOf(end))) end.remove();
  for (const mark of dropped) mark.remove();
}

/** Links that lead to nothing in the file become words. */
function unlink(body: Element): void {
  const names = new Set(all(body, 'w:bookmarkStart').map((mark) => mark.getAttribute('w:name')));
  for (const link of all(body, 'w:hyperlink')) {
    const anchor = link.getAttribute('w:anchor');
    if (link.children.length === 0) link.remove();
    else if (anchor && !names.has(anchor)) link.replaceWith(...link.children);
  }
}

/** Leaves of the paragraphs what the passage holds. */
function trim(parts: readonly Element[], passage: Passage): void {
  const texts = parts.flatMap((part) => all(part, 'w:t')).filter((text) => !isMark(text));
  const [from, to] = extentOf(texts, passage);
  const whole = new Set(parts.filter(({ nodeName }) => nodeName === 'w:tbl'));
  const inTable = (element: Element) => [...whole].some((table) => table.contains(element));
  const outside = new Set<Element>();
  let at = 0;
  for (const text of texts) {
    const { length } = dense(text.textContent ?? '');
    if (!inTable(text)) {
      const kept = sliced(text.textContent ?? '', from - at, to - at);
      if (kept === '' && length > 0) outside.add(text.parentElement as Element);
      else if (length > 0) text.textContent = kept;
      else if (at < from || at >= to) outside.add(text.parentElement as Element);
    }
    at += length;
  }
  const marks = new Set([...passage.marks].map(bookmarkName));
  const blocks = new Set(
    parts.map((part) => all(part, 'w:bookmarkStart')[0]?.getAttribute('w:name')),
  );
  for (const part of parts.filter((one) => !whole.has(one)))
    withoutBookmarks(part, (name, mark) => {
      if (!name.startsWith('fnref')) {
        const next = mark.nextElementSibling;
        return !blocks.has(name) && (next === null || outside.has(next));
      }
      if (marks.has(name)) return false;
      mark.nextElementSibling?.remove();
      return true;
    });
  for (const run of outside) run.remove();
}

/** A paragraph of runs, in a style of the file. */
function paragraph(xml: Document, style: string, runs: readonly Run[]): Element {
  const make = (name: string, ...children: Element[]) => {
    const element = xml.createElementNS(W, name);
    element.append(...children);
    return element;
  };
  const styled = make('w:pStyle');
  styled.setAttribute('w:val', style);
  const words = runs.map(({ text, italic, bold }) => {
    const t = make('w:t');
    t.setAttribute('xml:space', 'preserve');
    t.textContent = text;
    const set = [...(bold ? [make('w:b')] : []), ...(italic ? [make('w:i')] : [])];
    return make('w:r', ...(set.length > 0 ? [make('w:rPr', ...set)] : []), t);
  });
  return make('w:p', make('w:pPr', styled), ...words);
}

/** Numbers the notes that are left from 1 on, as LibreOffice wants it, and has them printed as before. */
function renumber(body: Element): number[] {
  const references = all(body, 'w:footnoteReference');
  const kept = references.map(numberOf);
  references.forEach((reference, i) => {
    reference.setAttribute('w:id', String(i + 1));
  });
  const [start] = all(body, 'w:numStart');
  const printed = Number(start?.getAttribute('w:val') ?? 1) + (kept[0] ?? 1) - 1;
  if (start) start.setAttribute('w:val', String(printed));
  else if (printed !== 1) {
    const xml = body.ownerDocument;
    const counted = xml.createElementNS(W, 'w:footnotePr');
    const from = xml.createElementNS(W, 'w:numStart');
    from.setAttribute('w:val', String(printed));
    counted.append(from);
    all(body, 'w:pgSz')[0]?.before(counted);
  }
  return kept;
}

/**
 * Cuts a passage out of `word/document.xml`, in place.
 * @param citation what is said of it at its end
 * @returns the ids that its notes had, in their order
 * @throws where the passage is not in the file
 */
export function cutDocument(xml: Document, passage: Passage, citation: readonly Run[]): number[] {
  const [body] = all(xml, 'w:body');
  if (!body) throw new Error('the file has no text');
  const parts = partsOf(body, passage);
  trim(parts, passage);
  const set = [...body.children].filter(({ nodeName }) => nodeName === 'w:sectPr');
  const filled = parts.filter((part) => part.nodeName === 'w:tbl' || all(part, 'w:r').length > 0);
  body.replaceChildren(...filled, paragraph(xml, 'Cell', citation), ...set);
  unlink(body);
  return renumber(body);
}

/** Leaves of `word/footnotes.xml` the notes of a passage, numbered as `cutDocument` has them. */
export function cutNotes(xml: Document, kept: readonly number[]): void {
  for (const note of all(xml, 'w:footnote')) {
    const number = numberOf(note);
    // The two below 1 are the lines above notes.
    if (number < 1) continue;
    const place = kept.indexOf(number);
    if (place < 0) note.remove();
    else note.setAttribute('w:id', String(place + 1));
  }
}
