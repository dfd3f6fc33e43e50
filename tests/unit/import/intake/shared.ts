/** The files handed in for trial, beside a clone; a clone alone does without them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** Where they are: ../shared/intake, or INTAKE. */
export const INTAKE = process.env['INTAKE'] ?? join(ROOT, '..', 'shared', 'intake');
export const HAS_INTAKE = existsSync(join(INTAKE, 'made.truth.json'));
