/**
 * `npm run new`: starts the site of another text in a folder of its own, and
 * leads to a chapter that can be read. Looks at the file first; asks what neither it
 * nor the options tell; where nobody can answer (no terminal) it says which are missing.
 */
import { readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ImportError } from '../import/errors.ts';
import { parted, type Survey, survey } from '../import/survey.ts';
import { lineOf } from './faults.ts';
import { guide } from './guide.ts';
import { type Answers, QUESTIONS, type Question, questionsOf } from './new/questions.ts';
import { scaffold } from './new/scaffold.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** An answer that cannot be used; the message says what is wanted. */
export class Unanswered extends Error {}

/** The answers given as options, each checked. */
export function readOptions(args: string[]): Answers {
  const options = Object.fromEntries(
    QUESTIONS.map(({ name }) => [name, { type: 'string' as const }]),
  );
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    const all = QUESTIONS.map(({ name }) => `[--${name} …]`).join(' ');
    throw new Unanswered(`${(error as Error).message}\nUsage: npm run new -- ${all}`);
  }
  const answers: Answers = {};
  for (const { name, kinds, fault } of QUESTIONS) {
    const answer = values[name];
    if (typeof answer !== 'string') continue;
    if (kinds && !questionsOf(answers).some((question) => question.name === name))
      throw new Unanswered(`--${name}: 這一項須有 (this needs) --kind ${kinds.join(' / ')}`);
    const wrong = fault?.(answer, answers);
    if (wrong) throw new Unanswered(`--${name}: ${wrong}`);
    answers[name] = answer;
  }
  return answers;
}

type Ask = (question: string) => Promise<string>;

/** Asks until the answer is good. @param before what is answered already */
async function answerTo(
  { asks, fallback, fault }: Question,
  before: Answers,
  ask: Ask,
): Promise<string> {
  for (;;) {
    const given = (await ask(`\n${asks}${fallback ? `［${fallback}］` : ''}\n> `)).trim();
    const answer = given || fallback;
    const wrong = answer === undefined ? '這一題要回答。(Please answer.)' : fault?.(answer, before);
    if (answer !== undefined && !wrong) return answer;
    console.log(wrong);
  }
}

/**
 * Looks at the file, and told what it tells as defaults. A text that only its
 * settings can make clear is let through: `npm run guide` leads on from there.
 * @throws Unanswered for a file that cannot be read at all
 */
async function look(path: string, answers: Answers): Promise<Survey | undefined> {
  try {
    return await survey(readFileSync(path), basename(path));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const isHopeless = /not UTF-8|file is empty/u.test(error.message);
    if (/\.te?xt$/iu.test(path) && !isHopeless) return undefined;
    if (answers['chapter'] && /chapters, and a site/u.test(error.message)) return undefined;
    throw new Unanswered(
      `${path}: ${error.message}\n  → ${error.hint}\n什麼也沒寫。(Nothing was written.)`,
    );
  }
}

/** What a file tells, as defaults of the questions; its title is that of the thesis or the book it holds. */
function offered(seen: Survey | undefined): Answers {
  if (!seen) return {};
  const { metadata, chapters, paged, firstPage } = seen;
  const author = metadata.author === undefined ? undefined : parted(metadata.author);
  const language = metadata.language?.replace(/^zh(?:-TW|-Hant)?$/u, 'zh-Hant-TW');
  const entries: Record<string, string | undefined> = {
    thesis: metadata.title,
    book: metadata.title,
    author: author?.includes(' ') ? author : undefined,
    institution: metadata.institution,
    genre: metadata.genre,
    date: metadata.date,
    language: language && /^zh-Han[ts]/u.test(language) ? language : undefined,
    'first-page': firstPage !== undefined ? 'file' : paged ? undefined : 'none',
    chapter: chapters.length > 1 ? undefined : '',
  };
  return Object.fromEntries(
    Object.entries(entries).filter((e): e is [string, string] => e[1] !== undefined),
  );
}

/** A question with what the file told for an answer. */
function withOffer(question: Question, told: Answers, before: Answers): Question {
  const offer = told[question.name];
  return offer === undefined || question.fault?.(offer, before)
    ? question
    : { ...question, fallback: offer };
}

/** What need not be asked: what the file shows by itself. */
const isSettled = ({ name, silent }: Question, told: Answers): boolean =>
  silent === true || ((name === 'first-page' || name === 'chapter') && told[name] !== undefined);

/** What each thing that a file may tell is called. */
const NAMES: Readonly<Record<string, string>> = {
  thesis: '題名 title',
  book: '書名 title',
  author: '作者 author',
  institution: '學校 institution',
  genre: '種類 kind',
  date: '年份 year',
  language: '文字 script',
};

/** Shows what the file tells. @returns whether it is taken as it is */
async function isTaken(told: Answers, answers: Answers, ask: Ask): Promise<boolean> {
  const shown = Object.entries(told).filter(([n]) => NAMES[n] && answers[n] === undefined);
  if (shown.length === 0) return false;
  console.log('\n檔案裡讀到 (the file tells):');
  for (const [name, answer] of shown) console.log(`  ${NAMES[name]}：${answer}`);
  const given = await ask(
    '都對就按 Enter；要改就寫 n。(Enter if all is right, n to change it.)\n> ',
  );
  return !/^n/iu.test(given.trim());
}

/**
 * Asks the questions that are open: what the file tells is shown, and asked
 * only where a person would have it otherwise.
 * @param answers what is answered already; the others are put there
 */
export async function askOpen(answers: Answers, ask: Ask): Promise<void> {
  console.log('為另一篇文字建立網站。方括號內是預設值，按 Enter 即採用。');
  // Which questions are asked hangs on the kind of publication: it comes before what the file tells.
  for (const question of QUESTIONS.filter(({ name }) => name === 'text' || name === 'kind'))
    answers[question.name] ??= await answerTo(question, answers, ask);
  const others = questionsOf(answers);
  const seen = await look(answers['text'] as string, answers);
  const found = offered(seen);
  const told: Answers = Object.fromEntries(
    others.flatMap(({ name, fault }) => {
      const offer = found[name];
      return offer === undefined || fault?.(offer, answers) ? [] : [[name, offer]];
    }),
  );
  const taken = await isTaken(told, answers, ask);
  for (const { number, title } of (seen?.chapters.length ?? 0) > 1 ? (seen?.chapters ?? []) : [])
    console.log(`  ${number}  ${title}`);
  for (const question of others) {
    const own = withOffer(question, told, answers);
    const settled = isSettled(question, told) || (taken && told[own.name] !== undefined);
    if (settled) answers[own.name] ??= own.fallback ?? '';
    answers[own.name] ??= await answerTo(own, answers, ask);
  }
}

/** Asks in the terminal. */
async function askAll(answers: Answers): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<never>((_, reject) => {
    terminal.once('close', () =>
      reject(new Unanswered('沒有完成，什麼也沒寫。(Stopped; nothing was written.)')),
    );
  });
  closed.catch(() => undefined);
  await askOpen(answers, (words) => Promise.race([terminal.question(words), closed]));
  terminal.close();
}

/** Without a terminal nothing can be asked: defaults are taken, and what has none is named. */
async function takeDefaults(answers: Answers): Promise<void> {
  const path = answers['text'];
  const told = path === undefined ? {} : offered(await look(path, answers));
  const questions = questionsOf(answers);
  for (const question of questions) {
    const { name, fallback, fault } = withOffer(question, told, answers);
    if (answers[name] !== undefined || fallback === undefined) continue;
    const wrong = fault?.(fallback, answers);
    if (wrong) throw new Unanswered(`--${name}: ${wrong}`);
    answers[name] = fallback;
  }
  const missing = questions.filter(({ name }) => answers[name] === undefined);
  if (missing.length === 0) return;
  const list = missing.map(({ name, asks }) => `  --${name}  ${asks}`).join('\n');
  throw new Unanswered(`還缺這些選項 (these options are missing):\n${list}`);
}

/** Whether a folder is in a part of the program, of which it would hold a copy that holds it. */
function isInProgram(folder: string): boolean {
  const [first, ...rest] = relative(ROOT, folder).split(/[\\/]/u);
  return rest.length > 0 && (first === 'src' || first === 'public');
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
    else await takeDefaults(answers);
    const folder = resolve(answers['folder'] ?? '');
    if (isInProgram(folder))
      throw new Unanswered(
        `--folder: 「${folder}」在本程式的資料夾內；請另取一個地方。(It is inside this program: choose another place.)`,
      );
    scaffold(ROOT, answers);
    const shown = relative(process.cwd(), folder) || '.';
    console.log(`\n已建立 ${shown}。接下來的工作都在那裡做：cd ${shown}\n`);
    return await guide(`${folder}/content`, `cd ${shown} && npm start`);
  } catch (error) {
    const said = error instanceof Unanswered ? error.message : lineOf(error);
    if (said === undefined) throw error;
    console.error(said);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await runNew(process.argv.slice(2));
