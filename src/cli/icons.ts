/**
 * `npm run icons`: draws the icons of the installed site (`public/icons/`) from
 * `public/favicon.svg`, for systems that take no SVG.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';

const DRAWING = 'public/favicon.svg';
const OUT = 'public/icons';
/** Units of the drawing, and how much of its ground is added where a system cuts a circle out. */
const SIDE = 32;
const ROOM = 6;

async function draw(svg: string, units: number, pixels: number, name: string): Promise<void> {
  await sharp(Buffer.from(svg), { density: (72 * pixels) / units })
    .resize(pixels, pixels)
    .png({ palette: true, colours: 32, compressionLevel: 9, effort: 10 })
    .toFile(`${OUT}/${name}.png`);
}

await inOneLine(async () => {
  wordsOf('icons', process.argv.slice(2));
  if (!existsSync(DRAWING)) throw new Refused(`there is no ${DRAWING}: put the site’s icon there`);
  const drawing = readFileSync(DRAWING, 'utf8');
  const wide = SIDE + 2 * ROOM;
  const maskable = drawing
    .replace(`0 0 ${SIDE} ${SIDE}`, `${-ROOM} ${-ROOM} ${wide} ${wide}`)
    .replace(
      /<rect[^>]+fill/u,
      `<rect x="${-ROOM}" y="${-ROOM}" width="${wide}" height="${wide}" fill`,
    );
  mkdirSync(OUT, { recursive: true });
  await draw(drawing, SIDE, 192, '192');
  await draw(drawing, SIDE, 512, '512');
  await draw(maskable, wide, 512, 'maskable');
});
