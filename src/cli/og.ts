/**
 * `npm run og`: draws the cards of public/og/ anew. They are part of the repository,
 * since what is drawn depends on the fonts of the machine, and a build must give the
 * same bytes everywhere. Each holds the digest of its drawing, by which a test finds
 * cards that are out of date.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { drawCard, FACE } from '../exports/metadata/card-svg.ts';
import { cardsOf, digestOf } from '../exports/metadata/cards.ts';
import { CONTENT } from '../import/content-folder.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import { show } from '../model/checks/content-folder.ts';
import { readContent } from '../model/content/content.ts';
import { wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';

/** Without its face a card would show boxes where its characters should be. */
function hasFace(): boolean {
  try {
    return execFileSync('fc-list', [FACE, 'family'], { encoding: 'utf8' }).includes(FACE);
  } catch {
    return false;
  }
}

async function main(): Promise<void> {
  wordsOf('og', process.argv.slice(2));
  if (!hasFace())
    throw new Refused(`install the face ${FACE} (Debian: fonts-noto-cjk, fontconfig) first`);
  const read = readContent(CONTENT);
  if ('findings' in read) throw new Refused(show(CONTENT, read.findings));
  const chapter = buildChapter(read.content);
  for (const card of cardsOf(chapter)) {
    const svg = drawCard(chapter, card);
    const png = await sharp(Buffer.from(svg))
      .png({ palette: true, colours: 32, effort: 10, compressionLevel: 9 })
      .withExif({ IFD0: { ImageDescription: digestOf(svg) } })
      .toBuffer();
    const path = join('public', card.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, png);
    console.log(`${path}: ${png.length} bytes`);
  }
}

await inOneLine(main);
