/** Reads a page through PDFium. */
import { broken, type Heap, ROOM } from './heap.ts';
import { apply, IDENTITY, type Matrix, shownBy, times } from './matrix.ts';
import type { Font, Glyph, RawPage, Rule, Tag } from './page.ts';
import { leftOut, type Placed } from './shadows.ts';

/** More characters than a printed page can hold. */
const MOST_CHARACTERS = 60_000;

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

/** What a text object has in common for all its characters. */
interface Shared {
  font: Font;
  tags: Tag | undefined;
  size: number;
  turned: boolean;
  glyphs: Glyph[];
}

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

export class PageReader {
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
