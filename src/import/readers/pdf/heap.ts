/** How PDFium is spoken with: its functions, and the room where it puts its answers. */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { ImportError } from '../../errors.ts';

/** Room for what the library writes: names, matrices, boxes. */
export const ROOM = 4096;

/** The one kind of error this reader ends with. */
export const broken = (message: string, hint: string) => new ImportError(0, message, hint);

/** The library's memory; the types of Emscripten, which name it, are no part of the package. */
export const memoryOf = ({ pdfium }: WrappedPdfiumModule): Uint8Array<ArrayBuffer> =>
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
export class Heap {
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
