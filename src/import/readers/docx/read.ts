/** Reads Word files (.docx, ECMA-376) into the typed document. */
import { ImportError } from '../../errors.ts';
import { Builder } from '../builder.ts';
import { finish } from '../finish.ts';
import { startIn } from '../number-formats.ts';
import type { Furniture, Metadata, Note, Page, ReaderOptions, SourceDocument } from '../types.ts';
import { attributeOf, childOf, descendantsOf, type Element, elementsOf, textIn } from '../xml.ts';
import { type Host, Walker } from './body.ts';
import { NoteCounter, type NoteKind } from './notes.ts';
import { Numbering } from './numbering.ts';
import { openPackage, type Package, type Part } from './package.ts';
import { Styles } from './styles.ts';

/** The notes of one kind by their ids; separators are none. */
function notesIn(part: Part | undefined, kind: NoteKind): Map<string, Element> {
  const notes = elementsOf(part?.root).filter(
    (e) => e.name === `w:${kind}` && !/separator|notice/iu.test(attributeOf(e, 'w:type') ?? ''),
  );
  return new Map(notes.map((note) => [attributeOf(note, 'w:id') ?? '', note]));
}

/** Bookmarks that enclose the mark of a note: name → key. */
function noteBookmarks(root: Element): Map<string, string> {
  const found = new Map<string, string>();
  const open = new Map<string, string>();
  const walk = (element: Element) => {
    for (const child of elementsOf(element)) {
      const id = attributeOf(child, 'w:id') ?? '';
      if (child.name === 'w:bookmarkStart') open.set(id, attributeOf(child, 'w:name') ?? '');
      else if (child.name === 'w:bookmarkEnd') open.delete(id);
      else if (child.name === 'w:footnoteReference' || child.name === 'w:endnoteReference') {
        const kind = child.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        for (const name of open.values()) if (!found.has(name)) found.set(name, `${kind}-${id}`);
      } else walk(child);
    }
  };
  walk(root);
  return found;
}

const nonEmpty = (text: string | undefined): string | undefined => text?.trim() || undefined;

function metadataOf({ core, app }: Package): Metadata {
  const of = (name: string) => nonEmpty(textIn(childOf(core, name)));
  const company = nonEmpty(textIn(childOf(app, 'Company')));
  const [title, author, language] = [of('dc:title'), of('dc:creator'), of('dc:language')];
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(company === undefined ? {} : { institution: company }),
    ...(language === undefined ? {} : { language }),
  };
}

/** The pages as Word last laid them out, and the sections in which they count. */
class Layout {
  readonly pages: Page[] = [];
  readonly #known: boolean;
  readonly #sections: Element[];
  #section = 0;
  #counted = -1;
  #number = 0;

  constructor(root: Element) {
    this.#known = descendantsOf(root, 'w:lastRenderedPageBreak').next().done === false;
    this.#sections = [...descendantsOf(root, 'w:sectPr')];
  }

  get section(): number {
    return this.#section;
  }

  get properties(): Element | undefined {
    return this.#sections[this.#section];
  }

  /** The index of the page on which the walk stands. */
  get page(): number {
    return this.pages.length - 1;
  }

  begin(): number | undefined {
    if (!this.#known) return undefined;
    const start = startIn(attributeOf(childOf(this.properties, 'w:pgNumType'), 'w:start'));
    const anew = this.#counted !== this.#section && start !== undefined;
    this.#number = anew ? start : this.#number + 1;
    this.#counted = this.#section;
    this.pages.push({ number: String(this.#number) });
    return this.pages.length - 1;
  }

  end(): void {
    this.#section += 1;
  }
}

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

function remarksOf({ inserted, deleted, moved }: Host['counts'], comments: number): string[] {
  const remarks: string[] = [];
  if (inserted + deleted + moved > 0)
    remarks.push(
      `Tracked changes were accepted: ${counted(inserted, 'insertion', 'insertions')}, ${counted(deleted, 'deletion', 'deletions')}${moved > 0 ? `, ${counted(moved, 'move', 'moves')}` : ''}.`,
    );
  if (comments > 0) remarks.push(`${counted(comments, 'comment was', 'comments were')} left out.`);
  return remarks;
}

/**
 * Reads a Word file: the text as it stands when all tracked changes are accepted.
 * @throws ImportError for what is locked, broken, hostile or holds no text
 */
export function readDocx(bytes: Uint8Array, { progress, answers }: ReaderOptions): SourceDocument {
  const file = openPackage(bytes);
  progress?.('Word: opened');
  const builder = new Builder('written');
  const settings = file.part('settings')?.root;
  const body = childOf(file.main.root, 'w:body');
  if (!body)
    throw new ImportError(0, 'the Word file has no text', 'give the file that holds the text');
  const layout = new Layout(body);
  const found = {
    footnote: notesIn(file.part('footnotes'), 'footnote'),
    endnote: notesIn(file.part('endnotes'), 'endnote'),
  };
  const counters = {
    footnote: new NoteCounter('footnote', settings),
    endnote: new NoteCounter('endnote', settings),
  };
  const bookmarks = noteBookmarks(body);
  const met: {
    kind: NoteKind;
    id: string;
    key: string;
    mark: string;
    custom: boolean;
    page: number;
  }[] = [];
  const host: Host = {
    builder,
    styles: new Styles(file.part('styles')),
    numbering: new Numbering(file.part('numbering')),
    targets: file.targets,
    bookmarked: (name) => bookmarks.get(name),
    page: () => layout.begin(),
    section: () => layout.end(),
    counts: { inserted: 0, deleted: 0, moved: 0 },
    note: (kind, id, custom) => {
      if (!found[kind].has(id)) return undefined;
      const key = `${kind}-${id}`;
      const known = met.find((n) => n.key === key);
      if (known) return known;
      const mark = custom ?? counters[kind].next(layout.section, layout.page, layout.properties);
      const note = { kind, id, key, mark, custom: custom !== undefined, page: layout.page };
      met.push(note);
      return note;
    },
  };
  const first = layout.begin();
  const blocks = new Walker(host, file.main.name).blocks(body, '/w:body');
  if (first !== undefined) {
    const start = blocks.find((b) => b.type !== 'table' && b.type !== 'quotation');
    if (start && 'inlines' in start) start.inlines.unshift({ type: 'pageBreak', page: first });
  }
  progress?.(`Word: ${blocks.length} blocks, ${met.length} notes`);
  // Notes have no breaks of pages of their own.
  const noteHost: Host = { ...host, page: () => undefined, section: () => undefined };
  const notes = [...met].map(({ kind, id, key, mark, page }): Note => {
    const name = file.part(`${kind}s`)?.name ?? '';
    const walker = new Walker(noteHost, name);
    const element = found[kind].get(id) as Element;
    return {
      key,
      mark,
      source: [],
      kind: kind === 'footnote' ? 'foot' : 'end',
      blocks: walker.blocks(element, `/w:${kind}s/w:${kind}[@w:id=${id}]`),
      ...(page >= 0 && kind === 'footnote' ? { page } : {}),
    };
  });
  // What no mark leads to is in the file all the same.
  for (const kind of ['footnote', 'endnote'] as const)
    for (const [id, element] of found[kind])
      if (!met.some((n) => n.kind === kind && n.id === id))
        leaveNote(builder, element, file.part(`${kind}s`)?.name ?? '');
  const comments = file.part('comments');
  const texts = elementsOf(comments?.root).filter((c) => textIn(c).trim() !== '');
  for (const comment of texts)
    builder.leave(
      'comment',
      builder.unit(textIn(comment), { part: comments?.name ?? '', path: '' }),
    );
  builder.remarks.push(...remarksOf(host.counts, texts.length));
  return finish(
    builder.document('docx', {
      metadata: metadataOf(file),
      pages: layout.pages,
      blocks,
      notes,
      furniture: furnitureOf(file, body, builder),
    }),
    answers,
  );
}

function leaveNote(builder: Builder, element: Element, part: string): void {
  const text = [...descendantsOf(element, 'w:t')].map(textIn).join('');
  if (text.trim() !== '')
    builder.leave('outside', builder.unit(text, { part, path: element.name }));
}

/** Running heads: Word keeps them once for each section. */
function furnitureOf(file: Package, body: Element, builder: Builder): Furniture[] {
  const ids = new Set<string>();
  for (const name of ['w:headerReference', 'w:footerReference'])
    for (const reference of descendantsOf(body, name))
      ids.add(attributeOf(reference, 'r:id') ?? '');
  return [...ids].flatMap((id): Furniture[] => {
    const part = file.related(id);
    const texts = [...descendantsOf(part?.root, 'w:t')].map(textIn).filter((t) => t.trim() !== '');
    return texts.map((text): Furniture => {
      const source = builder.unit(text, { part: part?.name ?? '', path: '' });
      return { kind: 'running-head', text: builder.read(source), source: [source] };
    });
  });
}
