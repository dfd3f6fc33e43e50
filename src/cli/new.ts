/**
 * `npm run new`: starts the site of another text in a folder of its own, and
 * leads to a chapter that can be read. Asks what it is not told by options;
 * where nobody can answer (no terminal) it says which options are missing.
 */
import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { guide } from './guide.ts';
import { type Answers, QUESTIONS, type Question } from './new/questions.ts';
import { scaffold } from './new/scaffold.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** An answer that cannot be used; the message says what is wanted. */
class Unanswered extends Error {}

/** The answers given as options, each checked. */
function readOptions(args: string[]): Answers {
  const options = Object.fromEntries(
    QUESTIONS.map(({ name }) => [name, { type: 'string' as const }]),
  );
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    throw new Unanswered((error as Error).message);
  }
  const answers: Answers = {};
  for (const { name, fault } of QUESTIONS) {
    const answer = values[name];
    if (typeof answer !== 'string') continue;
    const wrong = fault?.(answer);
    if (wrong) throw new Unanswered(`--${name}: ${wrong}`);
    answers[name] = answer;
  }
  return answers;
}

type Ask = (question: string) => Promise<string>;

async function answerTo({ asks, fallback, fault }: Question, ask: Ask): Promise<string> {
  for (;;) {
    const given = (await ask(`\n${asks}${fallback ? `［${fallback}］` : ''}\n> `)).trim();
    const answer = given || fallback;
    const wrong = answer === undefined ? '這一題要回答。(Please answer.)' : fault?.(answer);
    if (answer !== undefined && !wrong) return answer;
    console.log(wrong);
  }
}

/** Asks the questions that are open. */
async function askAll(answers: Answers): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<never>((_, reject) => {
    terminal.once('close', () =>
      reject(new Unanswered('沒有完成，什麼也沒寫。(Stopped; nothing was written.)')),
    );
  });
  closed.catch(() => undefined);
  console.log('為另一篇文字建立網站。方括號內是預設值，按 Enter 即採用。');
  for (const question of QUESTIONS)
    answers[question.name] ??= await answerTo(question, (words) =>
      Promise.race([terminal.question(words), closed]),
    );
  terminal.close();
}

/** Without a terminal nothing can be asked: defaults are taken, and what has none is named. */
function takeDefaults(answers: Answers): void {
  for (const { name, fallback, fault } of QUESTIONS) {
    if (answers[name] !== undefined || fallback === undefined) continue;
    const wrong = fault?.(fallback);
    if (wrong) throw new Unanswered(`--${name}: ${wrong}`);
    answers[name] = fallback;
  }
  const missing = QUESTIONS.filter(({ name }) => answers[name] === undefined);
  if (missing.length === 0) return;
  const list = missing.map(({ name, asks }) => `  --${name}  ${asks}`).join('\n');
  throw new Unanswered(`還缺這些選項 (these options are missing):\n${list}`);
}

/**
 * Runs the command.
 * @param args what stands after the command's name
 * @returns the exit code; 1 also when the text needs mending before it can be read
 */
export async function runNew(args: string[]): Promise<number> {
  try {
    const answers = readOptions(args);
    if (process.stdin.isTTY) await askAll(answers);
    else takeDefaults(answers);
    scaffold(ROOT, answers);
    const folder = resolve(answers['folder'] ?? '');
    const shown = relative(process.cwd(), folder) || '.';
    console.log(`\n已建立 ${shown}。接下來的工作都在那裡做：cd ${shown}\n`);
    return guide(`${folder}/content`, `cd ${shown} && npm start`);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    console.error(error.message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await runNew(process.argv.slice(2));
