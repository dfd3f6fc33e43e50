/** Notes of a page and their marks, found by the links between them. */
import type { Element, Root } from 'hast';
import { BLOCKS, elementsIn, isElement, property, textIn } from './elements.ts';

/** The mark of a note, in the text: a link to it. */
export interface Reference {
  link: Element;
  note: string;
}

const NOTE_ROLE = /doc-(?:footnote|endnote)\b|\bfootnote-(?:item|body)\b/u;
const LIST_ROLE = /doc-endnotes|\b(?:foot|end)?notes\b/u;
/** What a way back looks like. */
export const BACK = /^(?:[\s^←↑↩⏎⬆‹«]|\uFE0E|\uFE0F)*$/u;
/** What a mark looks like: a number, a sign, with brackets or without. */
export const MARK =
  /^[\s[［〔（(【]*(?:[註注]\s*)?(?:\d{1,4}|[〇一二三四五六七八九十百]{1,6}|[①-⑳㉑-㉟㊱-㊿]|[*＊†‡§¶※]{1,4}|[ivxlc]{1,6}|[a-z])[\s\]］〕）)】.]*$/iu;

/** The id that a link within the page leads to; as it is written, where it is no encoding of anything. */
function idIn(link: Element): string {
  const fragment = property(link, 'href').slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Word: <div style="mso-element:footnote" id="ftn1">; LibreOffice: <div id="sdfootnote1">. */
const isWholeNote = (element: Element): boolean =>
  element.tagName === 'div' &&
  (/mso-element:\s*(?:foot|end)note\b(?!-)/u.test(property(element, 'style')) ||
    /^(?:sd(?:foot|end)note|_?ftn|_?edn)\d+$/iu.test(property(element, 'id')));

/** Finds notes and their marks by the links between them. */
export class Links {
  readonly #byId = new Map<string, Element>();
  readonly #parents = new Map<Element, Element>();
  readonly references = new Map<Element, Reference>();
  /** The element of each note, by its id. */
  readonly notes = new Map<string, Element>();
  /** Links that lead from a note back to its mark. */
  readonly backlinks = new Set<Element>();

  constructor(root: Root) {
    const walk = (element: Element) => {
      for (const id of [
        property(element, 'id'),
        element.tagName === 'a' ? property(element, 'name') : '',
      ])
        if (id !== '' && !this.#byId.has(id)) this.#byId.set(id, element);
      for (const child of element.children)
        if (isElement(child)) {
          this.#parents.set(child, element);
          walk(child);
        }
    };
    for (const child of root.children) if (isElement(child)) walk(child);
    const links = [...elementsIn(root)].filter(
      (e) => e.tagName === 'a' && /^#./u.test(property(e, 'href')),
    );
    for (const link of links) {
      const target = this.#byId.get(idIn(link));
      if (target && this.#isReference(link, target)) this.#add(link, target);
    }
    for (const link of links)
      if (!this.references.has(link) && this.#noteAround(link)) this.backlinks.add(link);
  }

  #above(element: Element, test: (e: Element) => boolean): Element | undefined {
    for (let at: Element | undefined = element; at; at = this.#parents.get(at))
      if (test(at)) return at;
    return undefined;
  }

  /** Whether a link is the mark of a note: by its role, or by its looks and by what it leads to. */
  #isReference(link: Element, target: Element): boolean {
    const role = `${property(link, 'role')} ${property(link, 'className')}`;
    if (/doc-backlink|footnote-?back/u.test(role)) return false;
    if (/doc-noteref|footnote-?ref/u.test(role)) return true;
    if (!MARK.test(textIn(link))) return false;
    // What stands in the note and leads out of it is the way back.
    const own = this.#containerOf(target);
    if (this.#above(link, (e) => e === own)) return false;
    const order = this.#precedes(link, target);
    const raised =
      this.#above(link, (e) => e.tagName === 'sup') !== undefined ||
      [...elementsIn(link)].some((e) => e.tagName === 'sup');
    const inNotes =
      this.#above(
        target,
        (e) =>
          NOTE_ROLE.test(`${property(e, 'role')} ${property(e, 'className')}`) ||
          LIST_ROLE.test(`${property(e, 'role')} ${property(e, 'className')}`),
      ) !== undefined;
    const back = [own, ...elementsIn(own)].some((e) => e.tagName === 'a' && this.#leadsTo(e, link));
    return order && (raised || inNotes || back);
  }

  #leadsTo(link: Element, to: Element): boolean {
    const target = this.#byId.get(idIn(link));
    return (
      target !== undefined && (target === to || this.#above(to, (e) => e === target) !== undefined)
    );
  }

  readonly #orders = new Map<Element, number>();
  #precedes(a: Element, b: Element): boolean {
    if (this.#orders.size === 0) {
      let n = 0;
      for (const element of this.#parents.keys()) {
        n += 1;
        this.#orders.set(element, n);
      }
    }
    return (this.#orders.get(a) ?? 0) < (this.#orders.get(b) ?? 0);
  }

  /**
   * The element that holds the whole note whose anchor a link leads to: its
   * paragraph, or what a word processor sets around all paragraphs of a note.
   */
  #containerOf(target: Element): Element {
    const block = this.#above(target, (e) => BLOCKS.has(e.tagName)) ?? target;
    const parent = this.#parents.get(block);
    return parent && block.tagName === 'p' && isWholeNote(parent) ? parent : block;
  }

  #add(link: Element, target: Element): void {
    const element = this.#containerOf(target);
    const known = [...this.notes].find(([, e]) => e === element)?.[0];
    const note = known ?? `note-${this.notes.size + 1}`;
    this.notes.set(note, element);
    this.references.set(link, { link, note });
  }

  #noteAround(element: Element): boolean {
    const containers = new Set(this.notes.values());
    return this.#above(element, (e) => containers.has(e)) !== undefined;
  }

  /** The note that an element is. */
  noteOf(element: Element): string | undefined {
    return [...this.notes].find(([, e]) => e === element)?.[0];
  }
}
