/**
 * `npm run guide`: imports the text again, checks the content, and says in plain
 * words what is to be done next.
 */
import { join } from 'node:path';
import { runImport } from '../import/cli.ts';
import { CONTENT } from '../import/content-folder.ts';
import { readText } from '../import/read-text.ts';
import { sourceIn } from '../import/source-file.ts';
import { findingsOf, show } from '../model/checks/content-folder.ts';
import { wordsOf } from './arguments.ts';
import { inOneLine } from './faults.ts';
import { askInTerminal } from './guide/doubts.ts';
import { adviceOn } from './new/advice.ts';

const AGAIN = '改好後再執行：npm run guide（Then run npm run guide again.）';

/** Runs the import; gives what it complained of, if it did. */
async function complaint(text: string, content: string): Promise<string | undefined> {
  let said = '';
  const { error } = console;
  console.error = (words: string) => {
    said += words;
    error(words);
  };
  try {
    return (await runImport([text, '--content', content])) === 0 ? undefined : said;
  } finally {
    console.error = error;
  }
}

/** The message of the import without file and line. */
const messageOf = (said: string): string =>
  said
    .trim()
    .split('\n')[0]
    ?.replace(/^\S+?: /u, '') ?? '';

/** Imports the text, and says what to do where it cannot be. */
async function isImported(text: string, content: string): Promise<boolean> {
  const said = await complaint(text, content);
  if (said !== undefined) console.log(`  → ${adviceOn(messageOf(said))}\n\n${AGAIN}`);
  return said === undefined;
}

/** Says what must be mended, the first first. */
function tellFindings(content: string): boolean {
  const findings = findingsOf(content).filter(({ rule }) => rule !== 'permalink/unlisted');
  for (const [i, finding] of findings.entries()) {
    console.log(`\n${i + 1}. ${show(content, [finding])}\n  → ${adviceOn(finding.rule)}`);
  }
  if (findings.length > 0) console.log(`\n共 ${findings.length} 處，請由上而下處理。${AGAIN}`);
  return findings.length === 0;
}

/**
 * Leads from a source text to a chapter that can be built.
 * @param content the content folder
 * @param start what is to be typed when all is well
 * @returns the exit code: 0 when the chapter can be built
 */
export async function guide(content: string, start = 'npm start'): Promise<number> {
  const text = sourceIn(content);
  if (!text) {
    console.log(
      `${join(content, 'source')} 裡要有一個原文檔（.docx、.odt、.pdf、.txt、.md、.xml 或 .html），而且只有一個。${AGAIN}`,
    );
    return 1;
  }
  console.log('一、匯入文字 Importing the text');
  if (!(await isImported(text, content))) return 1;
  if (await askInTerminal(text, content)) {
    console.log('\n依您的回答再匯入一次 Importing again with your answers');
    if (!(await isImported(text, content))) return 1;
  }
  console.log('\n二、檢查內容 Checking the content');
  if (!tellFindings(content)) return 1;
  console.log('  沒有問題。Nothing is wrong.');
  console.log(`\n完成。現在執行 ${start}，在瀏覽器看您的網站。(Done: now run ${start}.)`);
  const isDraft = /^draft:[ \t]*true\b/mu.test(readText(join(content, 'chapter.yaml')));
  if (!isDraft)
    console.log(
      '網址已公布，登記在 content/permalinks.txt，不再變動。有新的段落或註釋時，再執行 npm run permalinks。(Addresses are published and hold. After adding paragraphs or notes run npm run permalinks again.)',
    );
  else
    console.log(
      '網址目前仍隨文字而變，可以放心修改原文。決定公開時執行 npm run permalinks：網址從此登記在冊，不再變動。(Addresses still follow the text. npm run permalinks, once you publish, makes them permanent.)',
    );
  console.log(
    '以後可以：改 content/chapter.yaml 的摘要；在 content/names.yaml 寫別名；為各註著錄文獻（見 src/model/README.md）。',
  );
  return 0;
}

if (import.meta.main)
  await inOneLine(async () => {
    const [content = CONTENT] = wordsOf('guide', process.argv.slice(2));
    process.exitCode = await guide(content);
  });
