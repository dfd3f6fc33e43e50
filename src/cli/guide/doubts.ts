/** Leads through what a file leaves open, one question after the other, and keeps the answers. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { keepAnswer } from '../../import/answers.ts';
import { asked, placeInChinese } from '../../import/questions-zh.ts';
import { readText } from '../../import/read-text.ts';
import { readFile } from '../../import/readers/read.ts';
import type { Question } from '../../import/readers/types.ts';
import { placePicture } from '../../import/report/pictures.ts';
import { readSettings } from '../../import/settings.ts';
import { settingsOf } from '../../import/source-file.ts';

/** Asks a person; gives what was typed. */
export type Ask = (words: string) => Promise<string>;

/** Where pictures of places are put: what is made anew at any time, beside the content. */
const PICTURES = join('.cache', 'import');

/** What a file leaves open. @throws ImportError for what cannot be read */
async function openQuestions(source: string, content: string): Promise<Question[]> {
  const path = settingsOf(source, content);
  const settings = readSettings(path ? readText(path) : '');
  const { answers } = settings;
  const document = await readFile(readFileSync(source), basename(source), { settings, answers });
  return document.questions.filter(({ answered }) => !answered);
}

/** Draws the place of a question. @returns where the picture is; undefined where the file has no pages to draw */
async function drawn(source: string, { place }: Question, name: string) {
  if (!('page' in place)) return undefined;
  mkdirSync(PICTURES, { recursive: true });
  const file = join(PICTURES, `${name}.png`);
  writeFileSync(file, await placePicture(readFileSync(source), place));
  return file;
}

/** Asks until the answer is one of the readings. @returns its number; undefined to stop */
async function answerOf(question: Question, ask: Ask): Promise<number | undefined> {
  for (;;) {
    const given = (await ask('> ')).trim().toLowerCase();
    if (given === 'q') return undefined;
    if (given === '') return question.taken;
    const reading = Number(given) - 1;
    if (Number.isInteger(reading) && question.readings[reading] !== undefined) return reading;
    console.log(`請寫 1 到 ${question.readings.length} 的數字，或按 Enter。(Write a number.)`);
  }
}

function show(question: Question, at: string, picture: string | undefined): void {
  const { asks, readings } = asked(question);
  console.log(`\n${at}　${placeInChinese(question)}：${asks}`);
  console.log(`  ${question.context}`);
  if (picture !== undefined) console.log(`  圖 picture: ${picture}`);
  for (const [i, reading] of readings.entries())
    console.log(`  ${i === question.taken ? '＊' : '　'}${i + 1}. ${reading}`);
}

/**
 * Asks each open question; Enter keeps the reading that is taken, q stops. The
 * answers stand in the settings. What an answer opens anew is asked next.
 * @returns whether something was answered
 */
export async function leadThrough(source: string, content: string, ask: Ask): Promise<boolean> {
  let answers = 0;
  for (
    let open = await openQuestions(source, content);
    open.length > 0;
    open = await openQuestions(source, content)
  ) {
    console.log(
      `\n有 ${open.length} 處可以有兩種讀法。打數字選一種；Enter 採用打＊的；q 以後再答。(Type a number; Enter keeps the starred reading; q stops.)`,
    );
    for (const [i, question] of open.entries()) {
      const picture = await drawn(source, question, `question-${i + 1}`);
      show(question, `${i + 1}/${open.length}`, picture);
      const reading = await answerOf(question, ask);
      if (reading === undefined) return answers > 0;
      keepAnswer(source, content, question.id, reading);
      answers += 1;
    }
  }
  return answers > 0;
}

/** The questions in a terminal, where there is one; else how many there are, and where they are answered. */
export async function askInTerminal(source: string, content: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    const open = await openQuestions(source, content);
    if (open.length > 0)
      console.log(
        `\n有 ${open.length} 處可以有兩種讀法。在終端機執行 npm run guide 逐一回答，或執行 npm run dev，開 /import/ 對照原檔回答；不答也可以。(Run npm run guide in a terminal, or open /import/ in npm run dev.)`,
      );
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Whoever closes the terminal has no more to say.
  const closed = new Promise<string>((resolve) => {
    terminal.once('close', () => resolve('q'));
  });
  try {
    return await leadThrough(source, content, (words) =>
      Promise.race([terminal.question(words), closed]),
    );
  } finally {
    terminal.close();
  }
}
