/** Makes the folder of a new project: this program without its first text, and the beginnings of a new one. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Answers } from './questions.ts';
import { chapterYaml, hostTitle, NAMES_YAML, settingsYaml } from './templates.ts';

/** What of this repository makes the site; its text, its tests and what is made from them stay here. */
const PROGRAM = [
  '.biome.json',
  '.gitignore',
  '.npmrc',
  'LICENSE',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'public',
  'src',
  'tsconfig.json',
] as const;

/** Pictures drawn of the first text, and what is installed. */
const staysHere = (path: string): boolean =>
  /(?:^|[\\/])(?:public[\\/]og|node_modules)(?:[\\/]|$)/u.test(path);

/** The scripts of the tests stay with the tests. */
function withoutTests(packageJson: string, name: string): string {
  const data = JSON.parse(packageJson) as { name: string; scripts: Record<string, string> };
  const scripts = Object.entries(data.scripts).filter(([, script]) => !script.includes('tests/'));
  return `${JSON.stringify({ ...data, name, scripts: Object.fromEntries(scripts) }, null, 2)}\n`;
}

const readme = (answers: Answers): string => `# ${hostTitle(answers)}

以章句（Zhangju）製作。Made with 章句 (Zhangju).

1. \`npm run guide\`：匯入、檢查，並說明下一步。Imports, checks, and says what to do next.
2. \`npm start\`：建置網站並在本機開啟。Builds the site and serves it.

\`content/source/\` 是原文與匯入設定，\`content/chapter.yaml\` 是書目資料。

程式依 MIT 授權條款（\`LICENSE\`）；\`content/\` 的文字屬其作者，不在此列。The program is under the MIT licence; the text in \`content/\` is its author's and is not.
`;

/** Writes all of a project into a folder. @param name what the project is called */
function writeProject(root: string, folder: string, name: string, answers: Answers): void {
  mkdirSync(folder, { recursive: true });
  const present = new Set(readdirSync(root));
  for (const part of PROGRAM.filter((own) => present.has(own)))
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (source) => !staysHere(relative(root, source)),
    });
  const packageFile = join(folder, 'package.json');
  const named = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  writeFileSync(
    packageFile,
    withoutTests(readFileSync(packageFile, 'utf8'), named || 'my-chapter'),
  );
  writeFileSync(join(folder, 'README.md'), readme(answers));
  const content = join(folder, 'content');
  mkdirSync(join(content, 'source'), { recursive: true });
  const text = join(content, 'source', basename(answers['text'] ?? ''));
  cpSync(answers['text'] ?? '', text);
  writeFileSync(text.replace(/\.[^.]+$/u, '.yaml'), settingsYaml(answers));
  writeFileSync(join(content, 'chapter.yaml'), chapterYaml(answers));
  writeFileSync(join(content, 'names.yaml'), NAMES_YAML);
}

/**
 * Makes a new project: beside its place, and puts it there when all of it is written, so that a
 * try that fails leaves nothing behind to be in the way of the next.
 * @param root this repository
 * @throws the system's error, when it cannot be written
 */
export function scaffold(root: string, answers: Answers): void {
  const folder = resolve(answers['folder'] ?? '');
  mkdirSync(dirname(folder), { recursive: true });
  const half = join(dirname(folder), `.zhangju-new-${process.pid}.part`);
  try {
    writeProject(root, half, basename(folder), answers);
    // It is empty, or it would have been refused; not every system renames over a folder.
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
}
