/** A page that arrives in pieces, as over a slow line: nothing that is seen moves. */
import { expect, test } from '@playwright/test';
import { KINDS } from './kinds.ts';
import { piecesOf, serveInPieces } from './pieces.ts';
import { noteShifts, shiftsOf } from './shifts.ts';

const PARTS = 8;

/** Where a desk has another layout than a phone, beside the header and the footer of all. */
const WIDE = ['title page', 'section with a table and a quotation', 'all notes', 'search'];

for (const [device, { kinds, ...viewport }] of Object.entries({
  phone: { width: 390, height: 844, kinds: Object.keys(KINDS) },
  desk: { width: 1440, height: 900, kinds: WIDE },
}))
  for (const kind of kinds) {
    const address = KINDS[kind] ?? '';
    if (kind === 'not found') continue;
    test(`${kind} on a ${device}: nothing moves while it arrives in pieces`, async ({ page }) => {
      await page.setViewportSize(viewport);
      const server = await serveInPieces(address, piecesOf(address, PARTS));
      try {
        await noteShifts(page);
        await page.goto(server.url, { waitUntil: 'commit' });
        await server.letGo(page);
        await page.waitForLoadState();
        expect(await shiftsOf(page)).toEqual([]);
      } finally {
        server.close();
        await server.end();
      }
    });
  }
