/** A page that arrives in pieces, as over a slow line: nothing that is seen moves. */
import { expect, test } from '@playwright/test';
import { KINDS } from './kinds.ts';
import { piecesOf, serveInPieces } from './pieces.ts';
import { noteShifts, shiftsOf } from './shifts.ts';

const PARTS = 12;

for (const [device, viewport] of Object.entries({
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
}))
  for (const [kind, address] of Object.entries(KINDS)) {
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
