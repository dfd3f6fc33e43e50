/** PDFium giving up the text of a file, and nothing else. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
const pdfium = await init({ wasmBinary: readFileSync(wasm) as unknown as ArrayBuffer });
pdfium.PDFiumExt_Init();
const bytes = readFileSync(process.argv[2] ?? '');
const start = performance.now();
const { malloc } = pdfium.pdfium.wasmExports;
const memory = () => (pdfium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
const at = malloc(bytes.length);
memory().set(bytes, at);
const doc = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
const pages = pdfium.FPDF_GetPageCount(doc);
const room = malloc(400_000);
let characters = 0;
for (let i = 0; i < pages; i += 1) {
  const page = pdfium.FPDF_LoadPage(doc, i);
  const text = pdfium.FPDFText_LoadPage(page);
  const count = pdfium.FPDFText_CountChars(text);
  const length = pdfium.FPDFText_GetText(text, 0, count, room);
  const own = Buffer.from(memory().slice(room, room + 2 * (length - 1))).toString('utf16le');
  characters += own.replace(/\s+/gu, '').length;
  pdfium.FPDFText_ClosePage(text);
  pdfium.FPDF_ClosePage(page);
}
const ms = performance.now() - start;
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ms, megabytes, pages, characters }));
