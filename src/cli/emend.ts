/**
 * `npm run emend [-- <report>]`: takes what a reader reports of a slip, finds its place, asks what is
 * open, and writes the entry in `emendations.yaml` after a person's yes. The text itself stays as it is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { writeWhole } from '../import/write-whole.ts';
import { findStretch } from '../markdown/stretch.ts';
import { buildChapter } from '../model/chapter/chapter.ts';
import { findingsOf, show } from '../model/checks/content-folder.ts';
import { readContent } from '../model/content/content.ts';
import { type EmendationHost, emendationHosts } from '../model/emendations/hosts.ts';
import { CERTAINTIES, EMENDATION_KINDS, type EmendationData } from '../model/emendations/schema.ts';
import { textOf } from '../model/text/document.ts';
import { type EmendOrder, readEmendOrder } from './emend/order.ts';
import { type Report, readReport } from './emend/report.ts';
import { inOneLine, Refused } from './faults.ts';
import { type Ask, choose } from './source/ask.ts';
import { withPerson } from './terminal.ts';
import { here } from './today.ts';

const FILE = 'emendations.yaml';

/** What each kind is called, by the letter that chooses it. */
const KINDS: Readonly<Record<string, EmendationData['kind']>> = {
  c: 'character',
  e: 'extra',
  m: 'missing',
  w: 'word',
  p: 'punctuation',
  n: 'number',
  r: 'reference',
  a: 'name',
  f: 'fact',
};
const KIND_QUESTION =
  '種類：錯字 c／衍字 e／脫字 m／用詞 w／標點 p／數目 n／指引 r／名稱 a／事實 f (its kind) > ';

/** Asks until something is typed that will do; what was reported is taken where nothing is typed. */
async function asked(
  ask: Ask,
  question: string,
  reported: string | undefined,
  fault: (value: string) => string | undefined = () => undefined,
): Promise<string> {
  const offer = reported === undefined ? '' : `［${reported}］`;
  for (;;) {
    const typed = (await ask(`${question}${offer}> `)).trim() || (reported ?? '');
    const wrong = typed === '' ? '請填一下。(Something is needed.)' : fault(typed);
    if (wrong === undefined) return typed;
    console.log(`  ${wrong}`);
  }
}

const ABSENT = '原文此處沒有這些字：請照印本。(These words are not printed there.)';
const AMBIGUOUS = '此處不只一次：請多寫前後幾字。(They stand there more than once.)';

/** Words around a reading by which it is found once: none where it stands once by itself. */
async function contextOf(
  text: string,
  printed: string,
  { context }: Report,
  ask: Ask,
): Promise<string | undefined> {
  if (findStretch(text, { printed }) !== 'ambiguous') return undefined;
  const fault = (around: string) => {
    const found = findStretch(text, { printed, context: around });
    if (found === 'absent') return ABSENT;
    return found === 'ambiguous' ? AMBIGUOUS : undefined;
  };
  const good = context !== undefined && fault(context) === undefined ? context : undefined;
  console.log(`  ${AMBIGUOUS}`);
  return asked(ask, '上下文 (with the words around them)', good, fault);
}

/** The number after the highest that was ever given. */
function nextId(entries: readonly EmendationData[]): string {
  const numbers = entries.map(({ id }) => Number(id.replace(/^\D+/u, '')));
  return `em${Math.max(0, ...numbers) + 1}`;
}

async function entryOf(
  hosts: ReadonlyMap<string, EmendationHost>,
  known: readonly EmendationData[],
  report: Report,
  today: string,
  ask: Ask,
): Promise<EmendationData> {
  const noPlace = (id: string) =>
    hosts.has(id) ? undefined : `本文沒有 ${id}：請寫段落或註釋的 id。(There is no such place.)`;
  const reported = report.at !== undefined && hosts.has(report.at) ? report.at : undefined;
  if (report.at !== undefined && reported === undefined) console.log(`  ${noPlace(report.at)}`);
  const at = await asked(ask, '位置 (the id of its place)', reported, noPlace);
  const text = textOf(hosts.get(at)?.inlines ?? []);
  console.log(`\n${text}\n`);
  const printed = await asked(ask, '印作 (as printed)', report.printed, (words) =>
    findStretch(text, { printed: words }) === 'absent' ? ABSENT : undefined,
  );
  const context = await contextOf(text, printed, report, ask);
  const correction =
    (
      await ask(
        `應作，不能確定就寫 ?，該刪就寫 - (the correction; ? where none is certain, - to take it out)${report.correction ? `［${report.correction}］` : ''}> `,
      )
    ).trim() ||
    (report.correction ?? '?');
  const kind = KINDS[await choose(ask, KIND_QUESTION, Object.keys(KINDS).join(''))];
  const sure = await choose(ask, '確定 s／存疑 d (sure, or doubtful) > ', 'sd');
  const reason = await asked(ask, '理由 (why, in Traditional Chinese)', report.reason);
  return {
    id: nextId(known),
    at,
    ...(context === undefined ? {} : { context }),
    printed,
    ...(correction === '?' ? {} : { correction: correction === '-' ? '' : correction }),
    kind: kind ?? EMENDATION_KINDS[0],
    certainty: sure === 's' ? CERTAINTIES[0] : CERTAINTIES[1],
    reason,
    added: today,
  };
}

/** An entry in the manner of the file: words in quotation marks, the day without. */
function yamlOf({ added, ...entry }: EmendationData): string {
  const quoted = new Set(['context', 'printed', 'correction', 'reason']);
  const lines = Object.entries(entry).map(([key, value]) =>
    quoted.has(key)
      ? `${key}: ${JSON.stringify(value)}`
      : stringify({ [key]: value }, { lineWidth: 0 }).trim(),
  );
  return `${[...lines, `added: ${added}`].map((line, i) => `${i === 0 ? '- ' : '  '}${line}\n`).join('')}`;
}

/** What the checks find, but that the new entry has no published address yet. */
const faults = (root: string) =>
  findingsOf(root).filter(({ rule }) => rule !== 'permalink/unlisted');

/**
 * Reads a report, asks, writes, checks.
 * @param today ISO date
 * @throws Refused for what the person can mend; then the file is as it was
 */
export async function emend(order: EmendOrder, today: string, ask: Ask): Promise<void> {
  const { root } = order;
  const content = readContent(root);
  if ('findings' in content) throw new Refused(show(root, content.findings));
  const report = order.report === undefined ? {} : readReport(readFileSync(order.report, 'utf8'));
  const hosts = emendationHosts(buildChapter(content.content));
  const known = content.content.emendations.data;
  const entry = await entryOf(hosts, known, report, today, ask);
  const text = yamlOf(entry);
  console.log(`\n${text}`);
  if ((await choose(ask, '寫入 y／放棄 n？(write, or give up) > ', 'yn')) === 'n') {
    console.log('什麼也沒寫。(Nothing was written.)');
    return;
  }
  const path = join(root, FILE);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const was = faults(root).length;
  writeWhole(path, `${before === '' || before.endsWith('\n') ? before : `${before}\n`}${text}`);
  const findings = faults(root);
  if (findings.length > was) {
    writeWhole(path, before);
    throw new Refused(
      `沒有寫入，因為 (nothing was written, because):\n${show(
        root,
        findings.filter(({ file }) => file === FILE),
      )}`,
    );
  }
  console.log(
    `已寫入 ${join(root, FILE)}：${entry.id}。以 npm run permalinks 登記它的網址。(Written; register its address.)`,
  );
}

/**
 * Runs the command.
 * @param args what stands after its name
 * @throws Refused for what the person can mend
 */
export async function runEmend(args: string[]): Promise<void> {
  const order = readEmendOrder(args);
  if (!process.stdin.isTTY)
    throw new Refused(
      '這裡沒有人能確認：請在終端機執行。(Nobody is here to confirm it: run it in a terminal.)',
    );
  await withPerson((ask) => emend(order, here(), ask));
}

if (import.meta.main) await inOneLine(() => runEmend(process.argv.slice(2)));
