// Whether the project can be built where it lies.

import { accessSync, constants } from 'node:fs';
import { SetupError } from './errors.mjs';

/** What a path may not hold: to Vite, paths are addresses, in which these signs mean other things. */
const SIGNS = /[#?%]/u;

/**
 * Ends a command at once where it would fail later with a message about something else.
 * @param {string} folder the project
 * @throws {SetupError} when its path or its rights do not let it be built; the message says what to do
 */
export function checkPlace(folder) {
  const sign = SIGNS.exec(folder)?.[0];
  if (sign !== undefined) {
    throw new SetupError(
      `${folder}: the site cannot be built in a folder whose path holds “${sign}”. Move the project, or rename the folder without it.`,
    );
  }
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new SetupError(
      `${folder}: nothing can be written here (${code}), and a build needs to. Work in a copy of your own.`,
    );
  }
}
