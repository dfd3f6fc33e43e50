/**
 * PDFium, as WebAssembly: the one file that speaks with the library. It gives
 * each page's characters with their places, and the lines that are drawn.
 *
 * Why PDFium and not pdf.js: see `src/import/README.md` for the figures.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { ImportError } from '../../errors.ts';

/** A character as it is printed. Places in points from the page's upper left corner. */
export interface Glyph {
  char: string;
  /** From where the pen sets it down to where it goes on. */
  left: number;
  right: number;
  baseline: number;
  /** The size of its font as it shows. */
  size: number;
  font: Font;
  /** The tags around it, from the outermost; undefined where the page is tagged and it is not (an artifact). */
  tags: Tag | undefined;
  /** Where a letter that lies on its side begins and ends, from the top. */
  lying: { top: number; bottom: number } | undefined;
}

export interface Font {
  /** Without the prefix of a subset; empty where the file names none. */
  name: string;
  bold: boolean;
  italic: boolean;
}

/** A structure element that holds text of this page. */
export interface Tag {
  type: string;
  parent: Tag | undefined;
}

/** A drawn line, or the edge of a drawn box. */
export interface Rule {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface RawPage {
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  tagged: boolean;
  /** The share of the page that pictures cover. */
  pictures: number;
}

/** An open file. */
export interface Pdf {
  pages: number;
  /** Reads a page (from 0) and forgets it. */
  page(index: number): RawPage;
  /** What the file says of itself: Title, Author … */
  meta(key: string): string;
  /** The label of a page (iv, 57), where the file has any. */
  label(index: number): string;
  /** A picture of a page, as RGBA. */
  picture(index: number, scale: number): { width: number; height: number; data: Uint8Array };
  close(): void;
}

/** More pages than any book has. */
const MOST_PAGES = 5000;
/** More characters than a printed page can hold. */
const MOST_CHARACTERS = 60_000;
/** How many pages are read before the library must forget what it keeps of them. */
const PAGES_AT_ONCE = 60;
/** Room for what the library writes: names, matrices, boxes. */
const ROOM = 4096;

const PASSWORD = 4;

const broken = (message: string, hint: string) => new ImportError(0, message, hint);

const NO_PDF = () =>
  broken('the file is broken, or no PDF', 'open it in a PDF program, save it anew, and try that');

/** The library's memory; the types of Emscripten, which name it, are no part of the package. */
const memoryOf = ({ pdfium }: WrappedPdfiumModule): Uint8Array<ArrayBuffer> =>
  (pdfium as unknown as { HEAPU8: Uint8Array<ArrayBuffer> }).HEAPU8;

/** What is asked of each character and object: straight from the module, since a page asks it thousands of times. */
interface Direct {
  FPDFText_GetUnicode(text: number, at: number): number;
  FPDFText_IsGenerated(text: number, at: number): number;
  FPDFText_GetTextObject(text: number, at: number): number;
  FPDFText_GetCharOrigin(text: number, at: number, x: number, y: number): number;
  FPDFText_GetLooseCharBox(text: number, at: number, box: number): number;
  FPDFText_GetMatrix(text: number, at: number, matrix: number): number;
  FPDFText_GetFontSize(text: number, at: number): number;
  FPDFTextObj_GetFont(object: number): number;
  FPDFPageObj_GetMarkedContentID(object: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetBounds(object: number, l: number, b: number, r: number, t: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
}

const directOf = ({ pdfium }: WrappedPdfiumModule): Direct =>
  pdfium.wasmExports as unknown as Direct;

/** What a page asks of the library, and where its answers are put. */
class Heap {
  readonly pdfium: WrappedPdfiumModule;
  readonly direct: Direct;
  readonly at: number;
  #floats: Float32Array;
  #doubles: Float64Array;

  constructor(pdfium: WrappedPdfiumModule) {
    this.pdfium = pdfium;
    this.direct = directOf(pdfium);
    this.at = pdfium.pdfium.wasmExports.malloc(ROOM);
    this.#floats = new Float32Array(memoryOf(pdfium).buffer);
    this.#doubles = new Float64Array(memoryOf(pdfium).buffer);
  }

  /** The memory moves when it grows. */
  renew(): void {
    const { buffer } = memoryOf(this.pdfium);
    if (this.#floats.buffer === buffer) return;
    this.#floats = new Float32Array(buffer);
    this.#doubles = new Float64Array(buffer);
  }

  float(index: number): number {
    return this.#floats[(this.at >> 2) + index] ?? 0;
  }

  double(index: number): number {
    return this.#doubles[(this.at >> 3) + index] ?? 0;
  }

  /** A UTF-16 string that `write` puts into a buffer; it gives the length in bytes. */
  utf16(write: (buffer: number, length: number) => number): string {
    const bytes = write(this.at, ROOM);
    return bytes > 2 && bytes <= ROOM ? this.pdfium.pdfium.UTF16ToString(this.at) : '';
  }
}

let loading: Promise<WrappedPdfiumModule> | undefined;

async function library(): Promise<WrappedPdfiumModule> {
  loading ??= (async () => {
    const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
    // Warnings about a file's faults are no business of the person who imports it.
    const quiet = { print: () => {}, printErr: () => {} };
    const binary = readFileSync(wasm);
    const pdfium = await init({ wasmBinary: binary as unknown as ArrayBuffer, ...quiet });
    pdfium.PDFiumExt_Init();
    return pdfium;
  })();
  return loading;
}

/** A run of the library that ends in a trap leaves it unusable: the next file gets a new one. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    loading = undefined;
    throw broken(
      'the file makes the PDF library fail: it is broken, or too large to be held',
      'open it in a PDF program, save it anew (or the chapter alone), and try that',
    );
  }
}

/** Tags by the marked content that holds the text. */
function tagsOf(heap: Heap, page: number): Map<number, Tag> {
  const { pdfium } = heap;
  const tags = new Map<number, Tag>();
  const tree = pdfium.FPDF_StructTree_GetForPage(page);
  if (!tree) return tags;
  let left = 200_000;
  const walk = (element: number, parent: Tag | undefined, depth: number): void => {
    left -= 1;
    if (!element || depth > 60 || left < 0) return;
    const type = heap.utf16((b, n) => pdfium.FPDF_StructElement_GetType(element, b, n));
    const tag = { type, parent };
    const children = pdfium.FPDF_StructElement_CountChildren(element);
    for (let i = 0; i < children; i += 1) {
      // The other way to ask (`…ContentIdAtIndex`) also gives those of other pages.
      const id = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, i);
      if (id >= 0) tags.set(id, tag);
      else walk(pdfium.FPDF_StructElement_GetChildAtIndex(element, i), tag, depth + 1);
    }
  };
  const roots = pdfium.FPDF_StructTree_CountChildren(tree);
  for (let i = 0; i < roots; i += 1)
    walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, i), undefined, 0);
  pdfium.FPDF_StructTree_Close(tree);
  return tags;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const times = ([a, b, c, d, e, f]: Matrix, m: Matrix): Matrix => [
  a * m[0] + b * m[2],
  a * m[1] + b * m[3],
  c * m[0] + d * m[2],
  c * m[1] + d * m[3],
  e * m[0] + f * m[2] + m[4],
  e * m[1] + f * m[3] + m[5],
];

/** Turns the page's own coordinates into those of the page as it is shown, from its upper left corner. */
function shownBy(heap: Heap, page: number, width: number, height: number): Matrix {
  const { pdfium } = heap;
  const SCALE = 1000;
  const at = (x: number, y: number): [number, number] => {
    const size = [Math.round(width * SCALE), Math.round(height * SCALE)] as const;
    pdfium.FPDF_PageToDevice(page, 0, 0, size[0], size[1], 0, x, y, heap.at, heap.at + 4);
    const read = (p: number) => pdfium.pdfium.getValue(p, 'i32') / SCALE;
    return [read(heap.at), read(heap.at + 4)];
  };
  const [e, f] = at(0, 0);
  const [a, b] = at(100, 0);
  const [c, d] = at(0, 100);
  return [(a - e) / 100, (b - f) / 100, (c - e) / 100, (d - f) / 100, e, f];
}

const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** What a text object has in common for all its characters. */
interface Shared {
  font: Font;
  tags: Tag | undefined;
  size: number;
  turned: boolean;
  glyphs: Glyph[];
}

/** A text object, and the box it covers. */
interface Placed {
  object: number;
  box: Rule;
}

/** Objects nearer than this are one, drawn twice to look bold. */
const SHADOW = 1.5;

/**
 * The characters of objects that the library leaves out: where a font is not
 * embedded its letters have no outline, and a line is taken for the shadow of
 * one with the same characters, though that stands above it (as far as an
 * eighth of its length). They are those of its twin, moved.
 */
function leftOut(texts: Placed[], shared: Map<number, Shared>): Glyph[] {
  const known: { box: Rule; glyphs: Glyph[] }[] = [];
  const added: Glyph[] = [];
  for (const { object, box } of texts) {
    const own = shared.get(object)?.glyphs;
    if (own) {
      known.push({ box, glyphs: own });
      continue;
    }
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    if (width < 1) continue;
    const twin = known.findLast(
      (k) =>
        Math.abs(k.box.right - k.box.left - width) < 0.3 &&
        Math.abs(k.box.bottom - k.box.top - height) < 0.3 &&
        Math.abs(k.box.left - box.left) <= width &&
        Math.abs(k.box.top - box.top) <= Math.max(width, height) / 7,
    );
    if (!twin) continue;
    const [dx, dy] = [box.left - twin.box.left, box.top - twin.box.top];
    if (Math.abs(dx) < SHADOW && Math.abs(dy) < SHADOW) continue;
    const glyphs = twin.glyphs.map((g) => ({
      ...g,
      left: g.left + dx,
      right: g.right + dx,
      baseline: g.baseline + dy,
    }));
    known.push({ box, glyphs });
    added.push(...glyphs);
  }
  return added;
}

class PageReader {
  readonly #heap: Heap;
  readonly #fonts = new Map<number, Font>();

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  read(doc: number, index: number): RawPage {
    const { pdfium } = this.#heap;
    const page = pdfium.FPDF_LoadPage(doc, index);
    if (!page)
      throw broken(
        `page ${index + 1} of the PDF is broken`,
        'open it in a PDF program, save it anew, and try that',
      );
    this.#heap.renew();
    this.#fonts.clear();
    const width = pdfium.FPDF_GetPageWidthF(page);
    const height = pdfium.FPDF_GetPageHeightF(page);
    const shown = shownBy(this.#heap, page, width, height);
    const tags = tagsOf(this.#heap, page);
    const found = this.#glyphs(page, index, shown, tags);
    const { rules, area, texts } = this.#drawn(page, shown);
    const glyphs = [...found.glyphs, ...leftOut(texts, found.shared)];
    pdfium.FPDF_ClosePage(page);
    const pictures = Math.min(1, area / (width * height || 1));
    return { width, height, glyphs, rules, tagged: tags.size > 0, pictures };
  }

  #glyphs(page: number, index: number, shown: Matrix, tags: Map<number, Tag>) {
    const heap = this.#heap;
    const { pdfium, direct } = heap;
    const text = pdfium.FPDFText_LoadPage(page);
    heap.renew();
    const count = pdfium.FPDFText_CountChars(text);
    if (count > MOST_CHARACTERS)
      throw broken(
        `page ${index + 1} of the PDF holds ${count} characters, more than can be printed on one`,
        'give a PDF of the printed pages',
      );
    const glyphs: Glyph[] = [];
    const shared = new Map<number, Shared>();
    for (let i = 0; i < count; i += 1) {
      const code = direct.FPDFText_GetUnicode(text, i);
      // Spaces and line ends that the library adds are its guess; ours is made from the places.
      if (code === 0 || direct.FPDFText_IsGenerated(text, i) === 1) continue;
      const object = direct.FPDFText_GetTextObject(text, i);
      let own = shared.get(object);
      if (!own) {
        own = this.#shared(object, text, i, tags);
        shared.set(object, own);
      }
      direct.FPDFText_GetCharOrigin(text, i, heap.at, heap.at + 8);
      const [x, y] = apply(shown, heap.double(0), heap.double(1));
      // left, top, right, bottom
      direct.FPDFText_GetLooseCharBox(text, i, heap.at);
      const [x0, y0] = apply(shown, heap.float(0), heap.float(1));
      const [x1, y1] = apply(shown, heap.float(2), heap.float(3));
      const { size } = own;
      const char = String.fromCodePoint(code);
      const glyph = {
        char,
        left: own.turned ? Math.min(x0, x1) : Math.min(x, x0, x1),
        right: Math.max(x0, x1),
        baseline: y,
        size: size || Math.abs(y1 - y0),
        font: own.font,
        tags: own.tags,
        lying: own.turned ? { top: Math.min(y0, y1), bottom: Math.max(y0, y1) } : undefined,
      };
      glyphs.push(glyph);
      own.glyphs.push(glyph);
    }
    pdfium.FPDFText_ClosePage(text);
    return { glyphs, shared };
  }

  #shared(object: number, text: number, i: number, tags: Map<number, Tag>): Shared {
    const heap = this.#heap;
    const { direct } = heap;
    direct.FPDFText_GetMatrix(text, i, heap.at);
    const [a, b, c, d] = [heap.float(0), heap.float(1), heap.float(2), heap.float(3)];
    const font = this.#font(object, Math.abs(c) > 0.1 * Math.abs(a) && Math.abs(b) < 0.01);
    const id = object ? direct.FPDFPageObj_GetMarkedContentID(object) : -1;
    const turned = Math.abs(b) > Math.abs(a);
    const scale = Math.hypot(c, d) || Math.hypot(a, b);
    const size = scale * direct.FPDFText_GetFontSize(text, i);
    return { font, tags: tags.get(id), size, turned, glyphs: [] };
  }

  #font(object: number, slanted: boolean): Font {
    const { pdfium, direct } = this.#heap;
    const handle = object ? direct.FPDFTextObj_GetFont(object) : 0;
    const known = this.#fonts.get(handle);
    if (known && !slanted) return known;
    const name = handle ? this.#fontName(handle) : '';
    const weight = handle ? pdfium.FPDFFont_GetWeight(handle) : 0;
    const angle = this.#angle(handle);
    const font = {
      name,
      bold: weight >= 600 || /bold|black|heavy|semibold|demi/iu.test(name),
      italic: slanted || angle !== 0 || /italic|oblique/iu.test(name),
    };
    if (!slanted) this.#fonts.set(handle, font);
    return font;
  }

  #fontName(handle: number): string {
    const { pdfium, at } = this.#heap;
    const bytes = pdfium.FPDFFont_GetBaseFontName(handle, at, ROOM);
    const name = bytes > 1 && bytes <= ROOM ? pdfium.pdfium.UTF8ToString(at) : '';
    return name.replace(/^[A-Z]{6}\+/u, '');
  }

  #angle(handle: number): number {
    const { pdfium, at } = this.#heap;
    if (!handle || !pdfium.FPDFFont_GetItalicAngle(handle, at)) return 0;
    return pdfium.pdfium.getValue(at, 'i32');
  }

  /** Drawn lines, and how much pictures cover. */
  #drawn(page: number, shown: Matrix): { rules: Rule[]; area: number; texts: Placed[] } {
    const heap = this.#heap;
    const { pdfium, direct } = heap;
    const rules: Rule[] = [];
    const texts: Placed[] = [];
    let area = 0;
    let left = 20_000;
    const box = (object: number, matrix: Matrix): Rule => {
      direct.FPDFPageObj_GetBounds(object, heap.at, heap.at + 4, heap.at + 8, heap.at + 12);
      const [x0, y0] = apply(matrix, heap.float(0), heap.float(1));
      const [x1, y1] = apply(matrix, heap.float(2), heap.float(3));
      return {
        left: Math.min(x0, x1),
        right: Math.max(x0, x1),
        top: Math.min(y0, y1),
        bottom: Math.max(y0, y1),
      };
    };
    const take = (object: number, matrix: Matrix, depth: number): void => {
      left -= 1;
      if (left < 0) return;
      const type = direct.FPDFPageObj_GetType(object);
      if (type === TEXT) texts.push({ object, box: box(object, matrix) });
      else if (type === PATH) rules.push(box(object, matrix));
      else if (type === IMAGE) {
        const { left: x0, right: x1, top, bottom } = box(object, matrix);
        area += (x1 - x0) * (bottom - top);
      } else if (type === FORM && depth < 6) {
        pdfium.FPDFPageObj_GetMatrix(object, heap.at);
        const own = [0, 1, 2, 3, 4, 5].map((i) => heap.float(i)) as unknown as Matrix;
        const inner = times(own, matrix);
        const objects = pdfium.FPDFFormObj_CountObjects(object);
        for (let i = 0; i < objects && left > 0; i += 1)
          take(pdfium.FPDFFormObj_GetObject(object, i), inner, depth + 1);
      }
    };
    const objects = pdfium.FPDFPage_CountObjects(page);
    for (let i = 0; i < objects && left > 0; i += 1)
      take(direct.FPDFPage_GetObject(page, i), times(IDENTITY, shown), 0);
    return { rules, area, texts };
  }
}

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

/** FPDFBitmap_BGRA, and the flags of FPDF_RenderPageBitmap that give RGBA with the page's annotations. */
const BGRA = 4;
const AS_RGBA = 0x10 | 0x01;

function picture(pdfium: WrappedPdfiumModule, doc: number, index: number, scale: number) {
  const page = pdfium.FPDF_LoadPage(doc, index);
  const width = Math.ceil(pdfium.FPDF_GetPageWidthF(page) * scale);
  const height = Math.ceil(pdfium.FPDF_GetPageHeightF(page) * scale);
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRA, 0, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, AS_RGBA);
  const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const data = memoryOf(pdfium).slice(start, start + width * height * 4);
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  return { width, height, data };
}

/**
 * Opens a PDF.
 * @throws ImportError where it is locked, broken, or has more pages than a book
 */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  if (bytes.length === 0) throw broken('the file is empty', 'give the PDF of the printed chapter');
  const pdfium = await library();
  return guarded(() => {
    const heap = new Heap(pdfium);
    const { malloc, free } = pdfium.pdfium.wasmExports;
    const at = malloc(bytes.length);
    if (!at) throw broken('the file is too large to be held', 'give a PDF of the chapter alone');
    memoryOf(pdfium).set(bytes, at);
    const load = () => pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
    let doc = load();
    const release = () => {
      free(at);
      free(heap.at);
    };
    if (!doc) {
      const reason = pdfium.FPDF_GetLastError();
      release();
      throw reason === PASSWORD
        ? broken('the PDF is locked with a password', 'unlock it, save it without, and try that')
        : NO_PDF();
    }
    const pages = pdfium.FPDF_GetPageCount(doc);
    if (pages === 0 || pages > MOST_PAGES) {
      pdfium.FPDF_CloseDocument(doc);
      release();
      throw pages === 0
        ? NO_PDF()
        : broken(`the PDF has ${pages} pages`, 'give a PDF of the chapter, or of one book');
    }
    const reader = new PageReader(heap);
    let read = 0;
    return {
      pages,
      page: (index: number) =>
        guarded(() => {
          // The library keeps the fonts of all pages until the file is closed.
          read += 1;
          if (read % PAGES_AT_ONCE === 0) {
            pdfium.FPDF_CloseDocument(doc);
            doc = load();
          }
          return reader.read(doc, index);
        }),
      meta: (key: string) => heap.utf16((b, n) => pdfium.FPDF_GetMetaText(doc, key, b, n)),
      label: (index: number) => heap.utf16((b, n) => pdfium.FPDF_GetPageLabel(doc, index, b, n)),
      picture: (index: number, scale: number) => guarded(() => picture(pdfium, doc, index, scale)),
      close: () => {
        pdfium.FPDF_CloseDocument(doc);
        release();
      },
    };
  });
}
