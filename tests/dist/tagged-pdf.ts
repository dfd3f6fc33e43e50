/** A tagged PDF as pdf.js reads it: the words in the order of its tags, and what stands outside them. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Content {
  type: string;
  id: string;
}

/** An element of the tree of tags. */
export interface Tag {
  role: string;
  lang?: string;
  alt?: string;
  children: (Tag | Content)[];
}

/** Words that are in no tag, and where they stand: running heads, numbers in the margin. */
interface Decoration {
  text: string;
  size: number;
  /** From the foot of the page, in points. */
  y: number;
}

export interface Page {
  label: string;
  tree: Tag;
  words: Map<string, string>;
  /** Each run of words that is in a tag, with its height on the page. */
  runs: { text: string; y: number }[];
  decoration: Decoration[];
  /** Whether each typeface is in the file. */
  embedded: boolean[];
}

export interface Outline {
  title: string;
  items: Outline[];
}

export interface TaggedPdf {
  pages: Page[];
  info: Record<string, unknown>;
  /** The XMP’s entries. */
  xmp: (name: string) => unknown;
  outline: Outline[];
  marked: boolean;
  /** Names under which places can be reached from outside. */
  names: string[];
}

/** White space aside, as the text is compared. */
export const squeezed = (value: string): string => value.normalize('NFC').replace(/\s/gu, '');

const isTag = (node: Tag | Content): node is Tag => 'role' in node;

/** A tag and all below it, in reading order. */
export const tagsOf = (tag: Tag): Tag[] => [tag, ...tag.children.filter(isTag).flatMap(tagsOf)];

/** The words of a tag, white space aside. @param skip roles that are left out with all below them */
export function wordsOf({ words }: Page, tag: Tag, skip: readonly string[] = []): string {
  const within = (node: Tag | Content): string => {
    if (!isTag(node)) return words.get(node.id) ?? '';
    return skip.includes(node.role) ? '' : node.children.map(within).join('');
  };
  return squeezed(within(tag));
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;

async function pageOf(document: Document, index: number, label: string): Promise<Page> {
  const page = await document.getPage(index + 1);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words: Page['words'] = new Map();
  const runs: Page['runs'] = [];
  const decoration: Decoration[] = [];
  const within: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      // The hyphen at which a line ends says by ActualText that it is none; pdf.js does not read that.
      if (item.str === '-' && within.length > 1 && !within.at(-1)) continue;
      const id = within.findLast((own) => own);
      const [, , , size, , y] = item.transform as number[];
      if (id) {
        words.set(id, (words.get(id) ?? '') + item.str);
        runs.push({ text: squeezed(item.str), y: y ?? 0 });
      } else if (item.str.trim() !== '')
        decoration.push({ text: item.str, size: size ?? 0, y: y ?? 0 });
    } else if (item.type === 'endMarkedContent') within.pop();
    else within.push(item.id);
  }
  // What is drawn names the typefaces.
  await page.getOperatorList();
  const names = new Set(items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])));
  const embedded = [...names].map((name) => {
    const font = page.commonObjs.get(name);
    return !font.missingFile && !font.isType3Font;
  });
  const tree = (await page.getStructTree()) as unknown as Tag;
  return { label, tree, words, runs, decoration, embedded };
}

/** Reads all of a file. */
export async function taggedPdf(bytes: Uint8Array): Promise<TaggedPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const labels = (await document.getPageLabels()) ?? [];
  const pages: Page[] = [];
  for (let i = 0; i < document.numPages; i += 1)
    pages.push(await pageOf(document, i, labels[i] ?? ''));
  const { info, metadata } = await document.getMetadata();
  const read = {
    pages,
    info: info as Record<string, unknown>,
    xmp: (name: string) => metadata?.get(name),
    outline: (await document.getOutline()) as Outline[],
    marked:
      ((await document.getMarkInfo()) as unknown as ReadonlyMap<string, unknown> | null)?.get(
        'Marked',
      ) === true,
    names: [
      ...((await document.getDestinations()) as unknown as ReadonlyMap<string, unknown>).keys(),
    ],
  };
  await task.destroy();
  return read;
}

/** What is read of the text in a page: the text itself, the marks in it, and the notes at its foot. */
export function readText(page: Page): { text: string; marks: string[]; notes: string[] } {
  const tags = tagsOf(page.tree);
  return {
    text: wordsOf(page, page.tree, ['Note', 'Lbl']),
    marks: tags.filter(({ role }) => role === 'Lbl').map((tag) => wordsOf(page, tag)),
    notes: tags.filter(({ role }) => role === 'Note').map((tag) => wordsOf(page, tag)),
  };
}
