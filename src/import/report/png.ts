/** Pixels → PNG (ISO/IEC 15948): eight bits a sample, grey where all pixels are, else colours. */
import { crc32, deflateSync } from 'node:zlib';

/** A picture: rows of RGBA, from the upper left. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY = 0;
const RGB = 2;
/** The filter that takes the row above away: print has many rows alike. */
const UP = 2;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function isGrey(data: Uint8Array): boolean {
  for (let i = 0; i < data.length; i += 4)
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  return true;
}

/** Writes a picture; what is transparent is not told. */
export function toPng({ width, height, data }: Picture): Buffer {
  const samples = isGrey(data) ? 1 : 3;
  const row = width * samples;
  const raw = Buffer.alloc(height * (row + 1));
  for (let y = 0; y < height; y += 1) {
    const to = y * (row + 1);
    raw[to] = UP;
    for (let x = 0; x < width; x += 1)
      for (let s = 0; s < samples; s += 1) {
        const at = (y * width + x) * 4 + s;
        const above = y === 0 ? 0 : (data[at - width * 4] as number);
        raw[to + 1 + x * samples + s] = (data[at] as number) - above;
      }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, samples === 1 ? GREY : RGB, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
