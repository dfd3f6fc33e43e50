/** The resolver: each citation gets one answer, its source or the reason why there is none. */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CitingHost, toCitations } from '../../src/model/citations/hosts.ts';
import { type Resolution, resolve } from '../../src/model/citations/resolve.ts';
import { BASES, type CitationData, FORMS, REASONS } from '../../src/model/citations/schema.ts';
import { spoken } from '../../src/model/sources/name.ts';
import { type Source, sourceSchema } from '../../src/model/sources/source.ts';
import { among } from '../search/random.ts';
import { below, type Chance, fuzz } from './fuzz.ts';
import { odd } from './harm.ts';

const YAML = readFileSync(new URL('../cases/resolver/sources.yaml', import.meta.url), 'utf8');
const SOURCES: ReadonlyMap<string, Source> = new Map(
  Object.entries(z.record(z.string(), sourceSchema).parse(parse(YAML))).map(([id, data]) => [
    id,
    { ...data, id },
  ]),
);
const ALL = [...SOURCES.values()];

const LEADS = ['', '', '', '參見', '轉引自', '另見', 'See also ', 'Cf. ', 'quoted in ', '，'];
const MARKS = [
  'Ibid.',
  'ibid',
  'op. cit.',
  'loc. cit.',
  '前引文',
  '同前引書',
  '前揭註',
  '同上註',
  '同前',
  '同上',
];
const NUMBERS = ['1', '2', '3', '12', '０', '３', '十二', '二○○三', '百', '99999999999999999999'];
const ENDS = ['', '。', '，頁 3。', ', p. 12.', ', pp. 13-15', '第 2 頁', ' et al.', '等人', '編'];

/** Words that cite a work: its people, its title, a short form, or none of them. */
function wordsOf(source: Source, chance: Chance): string {
  const people = (source.author ?? source.editor ?? []).map((name) =>
    among([spoken(name), 'family' in name ? name.family : name.literal], chance),
  );
  const author = people.join(among(['、', ' and ', ', ', '與'], chance));
  const title = `${among(['「', '“', '', '"'], chance)}${source.title ?? ''}${among(['」', '”', '', '"'], chance)}`;
  const mark = among(MARKS, chance);
  const form = below(chance, 8);
  if (form < 2) return mark;
  if (form === 2) return `同註 ${among(NUMBERS, chance)}`;
  if (form < 5) return `${author}，${below(chance, 3) === 0 ? title : ''}${mark}`;
  if (form === 5) return `${author}，${title}`;
  if (form === 6)
    return `${author}, ${title}, ${source['container-title'] ?? source.publisher ?? ''}`;
  return odd(chance).repeat(below(chance, 100) === 0 ? 1000 : 1);
}

const isTable = (place: CitingHost) => place.table !== undefined;

function citation(chance: Chance): CitationData {
  const source = among(ALL, chance);
  const isLost = below(chance, 8) === 0;
  const text = `${among(LEADS, chance)}${wordsOf(source, chance)}${among(ENDS, chance)}`;
  const value = among(['3', '12-15', '15-12', 'A-15', '12, 15-17', ...NUMBERS], chance);
  return {
    form: 'full',
    text: below(chance, 8) === 0 ? odd(chance) + text + odd(chance) : text,
    ...(isLost ? { unresolved: among(REASONS, chance) } : { source: source.id }),
    ...(below(chance, 20) === 0 ? { source: 'no-such-source' } : {}),
    ...(below(chance, 2) === 0 ? { locator: { label: 'page' as const, value } } : {}),
  };
}

/** Notes and tables; their numbers are given when it is known which of them are left. */
function place(chance: Chance): CitingHost {
  const citations = Array.from({ length: below(chance, 3) + below(chance, 2) }, () =>
    citation(chance),
  );
  const text = citations.map((c) => c.text).join('');
  const table = below(chance, 10) === 0 ? { table: 'table-1-1' } : {};
  return { note: 0, ...table, text, kind: undefined, citations: toCitations(citations, text) };
}

function numbered(places: readonly CitingHost[]): CitingHost[] {
  let note = 0;
  return places.map((p) => {
    if (!isTable(p)) note += 1;
    return { ...p, note };
  });
}

let resolved = 0;

/** What is wrong with the answer to a citation of a place. */
function faultOf(answer: Resolution, at: CitingHost, before: readonly CitingHost[]) {
  if (!FORMS.includes(answer.form)) return `no form: ${answer.form}`;
  if ('reason' in answer)
    return REASONS.includes(answer.reason) && answer.detail ? undefined : 'no reason';
  resolved += 1;
  if (!SOURCES.has(answer.source) && answer.source !== 'no-such-source') return 'no source';
  if (answer.basis !== undefined && !BASES.includes(answer.basis)) return 'no basis';
  if (answer.antecedent === undefined) {
    const earlier = before.some((p) => p.citations.some((c) => c.source === answer.source));
    return answer.form === 'full' || earlier ? undefined : `${answer.form} without a place before`;
  }
  const antecedent = before.find((p) => !isTable(p) && p.note === answer.antecedent);
  if (!antecedent) return `note ${answer.antecedent} does not come before ${at.note}`;
  return antecedent.citations.some((c) => c.source === answer.source)
    ? undefined
    : `note ${answer.antecedent} does not cite ${answer.source}`;
}

function fault(parts: readonly CitingHost[]): string | undefined {
  const places = numbered(parts);
  const answers = resolve(places, SOURCES);
  if (answers.length !== places.length) return `${answers.length} of ${places.length} places`;
  for (const [i, at] of places.entries()) {
    const own = answers[i] ?? [];
    if (own.length !== at.citations.length)
      return `${own.length} of ${at.citations.length} citations`;
    for (const answer of own) {
      const wrong = faultOf(answer, at, places.slice(0, i));
      if (wrong) return `place ${i}: ${wrong}`;
    }
  }
  return undefined;
}

test('notes by chance', async () => {
  await fuzz('resolver', {
    seed: 300_001,
    cases: 10_000,
    make: (chance) => Array.from({ length: 1 + below(chance, 12) }, () => place(chance)),
    fault,
  });
  if (!process.env['FUZZ_CASES']) expect(resolved).toBeGreaterThan(10_000);
}, 600_000);
