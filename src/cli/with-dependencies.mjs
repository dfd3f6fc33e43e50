// Runs one of our TypeScript commands, installing the dependencies first where
// they are missing: node src/cli/with-dependencies.mjs <command> [arguments]

import path from 'node:path';
import { ensureDependencies, main, ROOT, start } from './setup.mjs';

await main(async () => {
  const [command = '', ...args] = process.argv.slice(2);
  await ensureDependencies();
  const child = start('node', [path.join(ROOT, 'src/cli', `${command}.ts`), ...args]);
  process.exitCode = await new Promise((resolve) =>
    child.once('close', (code) => resolve(code ?? 1)),
  );
});
