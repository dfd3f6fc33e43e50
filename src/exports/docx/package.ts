/**
 * The container of a Word file, put in order: docx 9.15.2 gives links random ids and writes the time
 * of day, so that no two files would have the same bytes. It knows no marks of notes but its own
 * numbers; they are set here as printed.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The day of all parts (ZIP knows none before 1980). */
const MTIME = '1980-01-01T00:00:00';

const RELATIONS = /^word\/(?:_rels\/)?[^/]+$/u;

/** A part and its relations, the random ids of links replaced by numbers, the same in both. */
function withRelations(files: Map<string, string>, part: string): void {
  const relations = part.replace('word/', 'word/_rels/').concat('.rels');
  const ids = new Map<string, string>();
  const random = /\brId(?=[\w-]{15,}")[\w-]+/gu;
  const named = (xml: string) =>
    xml.replace(random, (id) => {
      const own = ids.get(id) ?? `link${ids.size + 1}`;
      ids.set(id, own);
      return own;
    });
  for (const file of [part, relations]) {
    const xml = files.get(file);
    if (xml !== undefined) files.set(file, named(xml));
  }
}

/** The mark of each note as printed, where Word’s own count would print another. @param marks from the first note on */
function withMarks(files: Map<string, string>, marks: readonly string[]): void {
  const [document = '', notes = ''] = ['word/document.xml', 'word/footnotes.xml'].map(
    (file) => files.get(file) ?? '',
  );
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  files.set(
    'word/document.xml',
    document.replace(
      /<w:footnoteReference w:id="(\d+)"\/>/gu,
      (_, id: string) =>
        `<w:footnoteReference w:customMarkFollows="1" w:id="${id}"/><w:t>${escaped(marks[Number(id) - 1] ?? id)}</w:t>`,
    ),
  );
  files.set(
    'word/footnotes.xml',
    notes.replace(
      /(<w:footnote w:id="(\d+)">.*?)<w:footnoteRef\/>/gsu,
      (_, before: string, id: string) =>
        `${before}<w:t>${escaped(marks[Number(id) - 1] ?? id)}</w:t>`,
    ),
  );
}

/** Notes that are counted from another number than 1, as those of a later section. */
function withStart(files: Map<string, string>, start: number): void {
  const document = files.get('word/document.xml') ?? '';
  const counted = `<w:footnotePr><w:numStart w:val="${start}"/></w:footnotePr><w:pgSz `;
  files.set('word/document.xml', document.replace('<w:pgSz ', counted));
}

/** How the notes are numbered: from a number on, or each with a mark of its own. */
export type Numbering = { start: number } | { marks: readonly string[] };

/** What the library writes of itself and of now. @param day ISO date */
const dated = (xml: string, day: string): string =>
  xml.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu,
    (_, tag: string) => `${tag}${day}T00:00:00Z`,
  );

/**
 * The same document with the same bytes each time.
 * @param packed as docx makes it
 * @param day ISO date of its content
 * @param numbering how its notes are marked
 */
export function inGoodOrder(
  packed: Uint8Array,
  day: string,
  numbering: Numbering,
): Uint8Array<ArrayBuffer> {
  const files = new Map(
    Object.entries(unzipSync(packed)).map(([name, data]) => [name, strFromU8(data)]),
  );
  if ('marks' in numbering) withMarks(files, numbering.marks);
  else if (numbering.start !== 1) withStart(files, numbering.start);
  for (const part of [...files.keys()].filter((name) => RELATIONS.test(name)))
    withRelations(files, part);
  const out: Zippable = {};
  for (const [name, xml] of files) {
    const text = name === 'docProps/core.xml' ? dated(xml, day) : xml;
    out[name] = [strToU8(text), { mtime: MTIME, level: 9 }];
  }
  return zipSync(out);
}
