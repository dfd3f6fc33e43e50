// Programs on the PATH.

import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** @param {string[]} names */
export function* executablesOnPath(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      if (folder && isExecutable(file)) yield file;
    }
  }
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
