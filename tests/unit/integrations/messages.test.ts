/** Messages in what runs in the browser. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { withMessages } from '../../../src/integrations/messages.ts';
import { messages as en } from '../../../src/messages/en.ts';

/** Run by Node itself, since the tests' own loader renames what functions call. */
const PROGRAM = `
import { withMessages } from './src/integrations/messages.ts';
import { monthName } from './src/messages/dates.ts';
import { messages as en } from './src/messages/en.ts';
import { lower } from './src/messages/lower.ts';
import { counted } from './src/messages/plural.ts';
import { messages as simplified } from './src/messages/zh-Hans.ts';
import { messages as traditional } from './src/messages/zh-Hant-TW.ts';
const helpers = { counted, lower, monthName };
const say = (one) => (typeof one === 'function' ? one('2', '3', '4', '5', '6', '7', '8') : one);
const wrong = [];
let seen = 0;
for (const catalogue of [traditional, simplified, en])
  for (const [group, all] of Object.entries(catalogue))
    for (const name of Object.keys(all)) {
      const asked = "import { messages } from '../messages/site.ts';\\nreturn messages." + group + '.' + name + ';';
      const code = withMessages(asked, 'x.ts', catalogue);
      const names = [...code.matchAll(/^import . (\\w+) as \\w+ . from /gmu)].map(([, one]) => one);
      const run = new Function(...names.map((one) => 'messages_' + one), code.replace(/^import .*$/gmu, ''));
      seen += 1;
      try {
        if (say(run(...names.map((one) => helpers[one]))) !== say(all[name])) wrong.push(group + '.' + name);
      } catch (error) {
        wrong.push(group + '.' + name + ': ' + error.message);
      }
    }
console.log(JSON.stringify({ seen, wrong }));
`;

test('each message says the same there, in every language', () => {
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { seen, wrong } = JSON.parse(said);
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(2000);
});

test('a message that is not there is named', () => {
  const code = "import { messages } from '../messages/site.ts';\nf(messages.common.nothing);";
  expect(() => withMessages(code, 'x.ts', en)).toThrow(
    'x.ts: src/messages has no messages.common.nothing',
  );
});
