/** Places on a page: PDFium’s own, and those of the page as it is shown. */
import type { Heap } from './heap.ts';

export type Matrix = readonly [number, number, number, number, number, number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export const times = ([a, b, c, d, e, f]: Matrix, m: Matrix): Matrix => [
  a * m[0] + b * m[2],
  a * m[1] + b * m[3],
  c * m[0] + d * m[2],
  c * m[1] + d * m[3],
  e * m[0] + f * m[2] + m[4],
  e * m[1] + f * m[3] + m[5],
];

/** Turns the page's own coordinates into those of the page as it is shown, from its upper left corner. */
export function shownBy(heap: Heap, page: number, width: number, height: number): Matrix {
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

export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];
