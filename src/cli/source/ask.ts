/** What a person is asked of a draft: each field with what it was read from, to be taken, left out or mended. */
import { parse, stringify } from 'yaml';
import { type Locator, locatorSchema } from '../../model/citations/schema.ts';
import type { Read } from '../../model/drafts/imprint.ts';
import { DRAFT_FIELDS, type DraftField, type DraftValues } from '../../model/drafts/source.ts';
import { sourceSchema } from '../../model/sources/source.ts';

/** Asks a question of the person at the terminal. */
export type Ask = (question: string) => Promise<string>;

const FIELD_NAMES: Record<DraftField, string> = {
  kind: '種類',
  type: 'CSL 類型',
  language: '語言',
  author: '作者',
  editor: '編者',
  translator: '譯者',
  title: '題名',
  'container-title': '刊名、書名或網站名',
  'event-title': '會議',
  volume: '卷',
  issue: '期',
  number: '編號',
  page: '版面或起訖頁',
  publisher: '出版者',
  'publisher-place': '出版地',
  issued: '日期',
  URL: '網址',
};

/** Without these a source is none. */
const NEEDED: readonly DraftField[] = ['kind', 'type', 'language'];

/** A value in one line, as YAML has it. */
const lineOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();

/** A field as it is shown: its name, its value, and the words it was read from. */
export const fieldLine = (field: DraftField, value: unknown, from: string | undefined): string =>
  `  ${FIELD_NAMES[field]} ${field}: ${lineOf(value)}${from === undefined || from === lineOf(value) ? '' : `    ← ${from}`}`;

/** What was typed, as the value of a field; a mapping or a list in the flow form of YAML. */
function typedValue(typed: string): unknown {
  return /^[[{]/u.test(typed) ? parse(typed) : typed;
}

/** What is wrong with a value of a field; undefined for a good one. */
function faultOf(field: DraftField, value: unknown): string | undefined {
  const checked = sourceSchema.shape[field].safeParse(value);
  return checked.success ? undefined : checked.error.issues[0]?.message;
}

async function mended(field: DraftField, ask: Ask): Promise<unknown> {
  for (;;) {
    const typed = (await ask(`  ${field} = `)).trim();
    if (typed === '') continue;
    try {
      const value = typedValue(typed);
      const fault = faultOf(field, value);
      if (fault === undefined) return value;
      console.log(`  ${fault}`);
    } catch (error) {
      console.log(`  ${(error as Error).message.split('\n')[0]}`);
    }
  }
}

/** Asks for one letter of several; the first is taken where nothing is typed. */
export async function choose(ask: Ask, question: string, letters: string): Promise<string> {
  for (;;) {
    const typed = (await ask(question)).trim().toLowerCase();
    const letter = typed === '' ? letters[0] : typed[0];
    if (letter !== undefined && letters.includes(letter)) return letter;
    console.log(`  請答 ${[...letters].join('、')}。(Answer ${[...letters].join(', ')}.)`);
  }
}

/**
 * Has a person confirm every field of a draft, and add what was not read.
 * @param from what each field was read from
 */
export async function confirmed(
  values: DraftValues,
  from: (field: DraftField) => string | undefined,
  ask: Ask,
): Promise<DraftValues> {
  const kept: DraftValues = {};
  for (const field of DRAFT_FIELDS) {
    const value = values[field];
    if (value === undefined) continue;
    console.log(fieldLine(field, value, from(field)));
    const needed = NEEDED.includes(field);
    const answer = await choose(
      ask,
      needed
        ? '  採用 y／修改 e？(keep, edit) > '
        : '  採用 y／不採用 n／修改 e？(keep, drop, edit) > ',
      needed ? 'ye' : 'yne',
    );
    if (answer === 'y') kept[field] = value;
    if (answer === 'e') kept[field] = await mended(field, ask);
  }
  for (;;) {
    const open = DRAFT_FIELDS.filter((field) => kept[field] === undefined);
    const typed = (
      await ask(`  還要補哪一項？(Add a field, or Enter) ${open.join(', ')} > `)
    ).trim();
    if (typed === '') break;
    const field = open.find((name) => name === typed);
    if (field === undefined) console.log(`  沒有這一項。(There is no field ${typed}.)`);
    else kept[field] = await mended(field, ask);
  }
  // In the order of a source file, whatever was added last.
  return Object.fromEntries(
    DRAFT_FIELDS.flatMap((field) => (kept[field] === undefined ? [] : [[field, kept[field]]])),
  );
}

/** A locator as it is typed: page 85-86. */
const shown = ({ label, value }: Locator): string => `${label} ${value}`;

/**
 * Has a person confirm the page that a citation names.
 * @param ask asks the person; without one, what was read is taken
 */
export async function confirmedLocator(
  { value, from }: Read<Locator>,
  ask: Ask | undefined,
): Promise<Locator | undefined> {
  console.log(`  引用處 locator: ${shown(value)}    ← ${from}`);
  if (!ask) return value;
  const question = '  採用 y／不採用 n／修改 e？(keep, drop, edit) > ';
  const answer = await choose(ask, question, 'yne');
  if (answer !== 'e') return answer === 'y' ? value : undefined;
  for (;;) {
    const typed = (await ask('  locator (page 3) = ')).trim();
    const [, label = 'page', number = ''] = /^(?:([a-z]+)\s+)?(.*)$/u.exec(typed) ?? [];
    const checked = locatorSchema.safeParse({ label, value: number });
    if (checked.success) return checked.data;
    console.log(`  ${checked.error.issues[0]?.message}`);
  }
}
