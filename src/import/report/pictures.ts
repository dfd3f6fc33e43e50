/** Pictures of a PDF for a person who is asked about it: a page, or the place of a question. */
import { openPdf, type Pdf } from '../readers/pdf/library.ts';
import type { Place } from '../readers/types.ts';
import { type Picture, toPng } from './png.ts';

/** Pixels a point: a page for the eye, and a place that is read closely. */
const PAGE = 1.5;
const CLOSE = 3;
/** How much around a place is shown, in points. */
const AROUND = { x: 60, y: 26 };
/** The frame around the place: its red, and its thickness in pixels. */
const FRAME = [196, 43, 28] as const;
const THICK = 3;

type PdfPlace = Extract<Place, { page: number }>;

/** A part of a picture; what lies outside of it is left out. */
function cut({ width, data }: Picture, x: number, y: number, w: number, h: number): Picture {
  const part = new Uint8Array(w * h * 4);
  for (let row = 0; row < h; row += 1) {
    const from = ((y + row) * width + x) * 4;
    part.set(data.subarray(from, from + w * 4), row * w * 4);
  }
  return { width: w, height: h, data: part };
}

/** Draws a frame into a picture. */
function frame({ width, height, data }: Picture, box: readonly number[]): void {
  const [left = 0, top = 0, right = 0, bottom = 0] = box;
  const dot = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < width && y < height) data.set(FRAME, (y * width + x) * 4);
  };
  for (let t = 0; t < THICK; t += 1) {
    for (let x = left; x <= right; x += 1) for (const y of [top + t, bottom - t]) dot(x, y);
    for (let y = top; y <= bottom; y += 1) for (const x of [left + t, right - t]) dot(x, y);
  }
}

const between = (n: number, least: number, most: number) => Math.min(most, Math.max(least, n));

function placeIn(pdf: Pdf, { page, box }: PdfPlace): Picture {
  const whole = pdf.picture(page - 1, CLOSE);
  const [left, top, right, bottom] = box.map((n) => Math.round(n * CLOSE)) as [
    number,
    number,
    number,
    number,
  ];
  const x = between(left - AROUND.x * CLOSE, 0, whole.width - 1);
  const y = between(top - AROUND.y * CLOSE, 0, whole.height - 1);
  const w = between(right + AROUND.x * CLOSE - x, 1, whole.width - x);
  const h = between(bottom + AROUND.y * CLOSE - y, 1, whole.height - y);
  const part = cut(whole, x, y, w, h);
  const gap = 2 * CLOSE;
  frame(part, [left - x - gap, top - y - gap, right - x + gap, bottom - y + gap]);
  return part;
}

async function drawn(bytes: Uint8Array, draw: (pdf: Pdf) => Picture): Promise<Buffer> {
  const pdf = await openPdf(bytes);
  try {
    return toPng(draw(pdf));
  } finally {
    pdf.close();
  }
}

/**
 * A page of a PDF.
 * @param page from 1
 * @returns PNG
 */
export const pagePicture = (bytes: Uint8Array, page: number): Promise<Buffer> =>
  drawn(bytes, (pdf) => pdf.picture(page - 1, PAGE));

/** The place of a question, framed, with what stands around it. @returns PNG */
export const placePicture = (bytes: Uint8Array, place: PdfPlace): Promise<Buffer> =>
  drawn(bytes, (pdf) => placeIn(pdf, place));
