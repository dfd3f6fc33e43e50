/**
 * PDFium, as WebAssembly: opens files, and gives their pages.
 *
 * Why PDFium and not pdf.js: it gives characters as they are printed (it honours
 * ActualText, and undoes the radicals of Chromium), keeps vertical lines whole,
 * needs a half to a third of the memory, and draws the page for a question. pdf.js
 * reads the given files a second time in the tests, and must find the same.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { ImportError } from '../../errors.ts';
import { broken, Heap, memoryOf } from './heap.ts';
import type { RawPage } from './page.ts';
import { PageReader } from './page-reader.ts';

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

/** How many pages are read before the library must forget what it keeps of them. */
const PAGES_AT_ONCE = 60;

const PASSWORD = 4;

const NO_PDF = () =>
  broken('the file is broken, or no PDF', 'open it in a PDF program, save it anew, and try that');

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
