/**
 * `~text/digest`: a digest of the printed words and their order. What a reader keeps of the text
 * (src/client/annotations) is looked for anew when it has become another.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT } from '../import/content-folder.ts';
import { readText } from '../import/read-text.ts';

const MODULE = '~text/digest';

/** The folders of the text; one without notes has the first alone. */
const FOLDERS = ['sections', 'footnotes'];

/**
 * Whatever the line ends of the files: git may give them others.
 * @param content the folder of the content
 */
function textDigest(content: string): string {
  const digest = createHash('sha256');
  for (const folder of FOLDERS.filter((name) => existsSync(join(content, name)))) {
    const files = readdirSync(join(content, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .sort();
    for (const file of files)
      digest.update(`${folder}/${file}\n`).update(readText(join(content, folder, file)));
  }
  return digest.digest('hex').slice(0, 12);
}

/** The plugin of Vite. */
export const textDigestModule = {
  name: 'zhangju-text-digest',
  resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : undefined),
  load: (id: string) =>
    id === `\0${MODULE}` ? `export default ${JSON.stringify(textDigest(CONTENT))};` : undefined,
};
