/**
 * `npm run source -- <note or table>`: reads the printed words of a note, or of the source line of a
 * table, and drafts what they cite: a file of `sources/` for each new work, and the front matter. A person confirms each field; where
 * nobody can (no terminal) the draft is shown and nothing is written, unless `--yes` says so.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, isPair, isScalar, visit } from 'yaml';
import { renewMarkdown } from '../import/frontmatter.ts';
import { findingsOf, show } from '../model/checks/content-folder.ts';
import { type Content, readContent } from '../model/content/content.ts';
import {
  DRAFT_FIELDS,
  type DraftField,
  type DraftValues,
  idFor,
  sourceFileOf,
  twinOf,
  valuesOf,
} from '../model/drafts/source.ts';
import { sourcesById } from '../model/sources/ids.ts';
import { plainReference } from '../model/sources/reference.ts';
import { type SourceData, sourceSchema } from '../model/sources/source.ts';
import { inOneLine, Refused } from './faults.ts';
import { type Ask, choose, confirmed, confirmedLocator, fieldLine } from './source/ask.ts';
import { type Catalogued, citationsOf, type ReadPart, readHost } from './source/catalogue.ts';
import { hostOf } from './source/host.ts';
import { type Order, readOrder } from './source/order.ts';
import { causesFirst, report } from './source/report.ts';
import { writeTogether } from './source/write.ts';
import { withPerson } from './terminal.ts';

/** The work that a part names: one of the catalogue, or a new one. */
interface Chosen {
  source: string;
  made?: { data: SourceData; file: Record<string, unknown> };
}

async function choice(
  part: ReadPart,
  content: Content,
  order: Order,
  made: ReadonlyMap<string, SourceData>,
  stem: string,
  ask: Ask | undefined,
): Promise<Chosen | undefined> {
  const { draft } = part;
  if (!draft) return undefined;
  const known = new Map(sourcesById(content.sources));
  for (const [id, data] of made) known.set(id, { ...data, id });
  const twin = order.isNew
    ? undefined
    : twinOf(sourceSchema.parse(valuesOf(draft)), known.values());
  if (twin) {
    console.log(
      `  文獻已有此種 (the catalogue seems to have it): ${twin.id}\n    ${plainReference(twin)}`,
    );
    const answer = ask
      ? await choose(ask, '  引用這一種 y／另立新檔 n？(cite it, or a new source) > ', 'yn')
      : 'y';
    if (answer === 'y') return { source: twin.id };
  }
  const from = (field: DraftField) => draft[field]?.from;
  const read = valuesOf(draft);
  let values: DraftValues = read;
  if (ask) values = await confirmed(read, from, ask);
  else
    for (const field of DRAFT_FIELDS)
      if (read[field] !== undefined) console.log(fieldLine(field, read[field], from(field)));
  const file = sourceFileOf(values, draft.others);
  const data = sourceSchema.parse(file);
  return {
    source: await idOf(idFor(data, stem, content.names.data, new Set(known.keys())), known, ask),
    made: { data, file },
  };
}

/** The id of a new source: as proposed, or as a person writes it. */
async function idOf(
  proposed: string,
  known: ReadonlyMap<string, unknown>,
  ask: Ask | undefined,
): Promise<string> {
  if (!ask) return proposed;
  for (;;) {
    const typed = (await ask(`  檔名 (its id)［${proposed}］> `)).trim() || proposed;
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(typed))
      console.log(
        '  小寫字母、數字與連字號，例如 niksch-1981。(Small letters, digits and hyphens.)',
      );
    else if (known.has(typed)) console.log(`  ${typed} 已有人用。(It is taken.)`);
    else return typed;
  }
}

/**
 * Data as YAML in the manner of the files that are there: what is small stands in a line. Strings that
 * YAML 1.1 takes for a day stand in quotation marks, since Astro's reader follows it.
 */
function yamlOf(data: unknown): string {
  const document = new Document(data, { version: '1.1' });
  visit(document, {
    Collection: (key, node) => {
      const small = node.items.every((item) => isScalar(isPair(item) ? item.value : item));
      if (key !== null && small) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, directives: false });
}

/**
 * Reads, drafts, asks, writes, checks.
 * @param ask asks the person; without one, drafts are taken as they are
 * @throws Refused for what the person can mend; then nothing was written
 */
export async function catalogue(order: Order, ask: Ask | undefined): Promise<void> {
  const { root } = order;
  const content = readContent(root);
  if ('findings' in content) throw new Refused(show(root, causesFirst(content.findings, [])));
  const host = hostOf(content.content, order);
  const { entry } = host;
  const before = findingsOf(root);
  const read = readHost(host);
  if (read.text === '') throw new Refused(`${join(root, entry.file)}: ${order.host} has no words.`);
  console.log(`${host.name}：${read.text}\n`);
  const made = new Map<string, SourceData>();
  const files = new Map<string, string>();
  const catalogued: Catalogued[] = [];
  for (const part of read.parts) {
    if (!part.cites) {
      console.log(`說明 (comment): ${part.text}\n`);
      continue;
    }
    console.log(`徵引 (citation): ${part.text}`);
    if (part.form) console.log(`  略式 (short form): ${part.form}`);
    const chosen = await choice(part, content.content, order, made, host.stem, ask);
    if (chosen?.made) {
      made.set(chosen.source, chosen.made.data);
      files.set(`sources/${chosen.source}.yaml`, yamlOf(chosen.made.file));
    }
    const value = part.locator && (await confirmedLocator(part.locator, ask));
    const { locator, ...rest } = part;
    const known = locator && value ? { ...rest, locator: { ...locator, value } } : rest;
    catalogued.push({ part: known, ...(chosen ? { source: chosen.source } : {}) });
    console.log('');
  }
  const { kind, citations, untraced } = citationsOf(content.content, read, catalogued, made);
  for (const { text, detail } of untraced)
    console.log(`無法確定 (not traced): ${text}\n  ${detail}`);
  const matter = host.matter(kind, citations);
  const path = join(root, entry.file);
  const body = entry.body.replace(/^\r?\n/u, '');
  files.set(entry.file, renewMarkdown(readFileSync(path, 'utf8'), matter, body));
  for (const [file, text] of files)
    console.log(`${join(root, file)}:\n${file === entry.file ? yamlOf(matter) : text}`);
  const isWanted = ask
    ? (await choose(ask, '寫入 y／放棄 n？(write, or give up) > ', 'yn')) === 'y'
    : order.yes;
  if (!isWanted) {
    console.log(
      ask
        ? '什麼也沒寫。(Nothing was written.)'
        : '什麼也沒寫：這裡沒有人能確認。在終端機執行，或加 --yes 照草稿寫入。(Nothing was written: nobody is here to confirm it. Run it in a terminal, or add --yes.)',
    );
    return;
  }
  writeTogether(new Map([...files].map(([file, text]) => [join(root, file), text])));
  console.log(`已寫入 ${files.size} 個檔案。(${files.size} files written.)`);
  report(root, [...files.keys()], before);
}

/**
 * Runs the command.
 * @param args what stands after its name
 * @throws Refused for what the person can mend; then nothing was written
 */
export async function runSource(args: string[]): Promise<void> {
  const order = readOrder(args);
  if (!process.stdin.isTTY || order.yes) return catalogue(order, undefined);
  await withPerson((ask) => catalogue(order, ask));
}

if (import.meta.main) await inOneLine(() => runSource(process.argv.slice(2)));
