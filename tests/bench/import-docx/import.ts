/** A whole import of a file: reading, content and proof. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { importFile } from '../../../src/import/import.ts';

const file = process.argv[2] ?? '';
const { summary } = await importFile(readFileSync(file), basename(file));
const { characters, notes } = summary;
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ characters, notes, megabytes }));
