// Runs one of our TypeScript commands, installing the dependencies first where
// they are missing: node src/cli/with-dependencies.mjs <command> [arguments]

import path from 'node:path';
import { start } from './setup/commands.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ROOT } from './setup/environment.mjs';
import { main } from './setup/main.mjs';

await main(async () => {
  const [command = '', ...args] = process.argv.slice(2);
  await ensureDependencies();
  const child = start('node', [path.join(ROOT, 'src/cli', `${command}.ts`), ...args]);
  process.exitCode = await new Promise((resolve) =>
    child.once('close', (code) => resolve(code ?? 1)),
  );
});
