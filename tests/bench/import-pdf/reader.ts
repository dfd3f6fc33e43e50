/** Our reader on a file, library included. */
import { readFileSync } from 'node:fs';
import { openPdf } from '../../../src/import/readers/pdf/library.ts';
import { readPdf } from '../../../src/import/readers/pdf.ts';
import { readSettings } from '../../../src/import/settings.ts';

const bytes = new Uint8Array(readFileSync(process.argv[2] ?? ''));
// The module is compiled outside the time, here as there.
await openPdf(new Uint8Array([0])).catch(() => undefined);
const start = performance.now();
const document = await readPdf(bytes, { settings: readSettings(''), answers: {} });
const ms = performance.now() - start;
const characters = document.units.reduce((sum, u) => sum + u.text.replace(/\s+/gu, '').length, 0);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ms, megabytes, pages: document.pages.length, characters }));
