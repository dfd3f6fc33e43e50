/** Checks the names: each stands in the text, and no place could mean two. */
import { noteInlines } from '../chapter/chapter.ts';
import type { Content } from '../content/content.ts';
import { says } from '../names/names.ts';
import { NameFinder, type Occurrence } from '../names/occurrences.ts';
import { formsOf, type NameData } from '../names/schema.ts';
import { IDENTIFIER_NAME } from '../sources/identifiers.ts';
import { inlinesOf, textOf } from '../text/document.ts';
import type { Blocks } from './blocks.ts';
import { didYouMean, type Finding } from './findings.ts';
import { lineIn } from './hosts.ts';

/** Finds what a name cannot have: an ORCID is a person's, and each identifier is of one name. */
function checkNameIdentifiers({ names }: Content): Finding[] {
  const seen = new Map<string, string>();
  return names.data.flatMap(({ name, kind, identifiers }, i) =>
    identifiers.flatMap(({ type, value }, j): Finding[] => {
      const at = { file: names.file, line: names.lineOf?.([i, 'identifiers', j]) ?? 1 };
      const shown = `${IDENTIFIER_NAME[type]} ${value}`;
      if (type === 'orcid' && kind !== 'person') {
        const message = `${shown} is a person's, and ${name} is a ${kind}: take it out.`;
        return [{ rule: 'identifier/misfit', ...at, message }];
      }
      const first = seen.get(shown);
      seen.set(shown, first ?? name);
      if (first === undefined) return [];
      const message = `${shown} is that of ${first} already: take it out of one of them.`;
      return [{ rule: 'identifier/shared', ...at, message }];
    }),
  );
}

/** Finds forms that stand under two names, and ids that do. A form of which a rule says where it means which may. */
function checkForms({ names }: Content): Finding[] {
  const seen = new Map<string, string>();
  const ids = new Map<string, string>();
  return names.data.flatMap((entry, i): Finding[] => {
    const { id, name, only, except } = entry;
    const at = { rule: 'name/duplicate', file: names.file, line: names.lineOf?.([i]) ?? 1 };
    const said = formsOf(entry).flatMap((form): Finding[] => {
      const first = seen.get(form);
      const isRuled = form in only || form in except;
      if (!isRuled || first === undefined) seen.set(form, first ?? name);
      if (first === undefined || isRuled) return [];
      const message = `“${form}” stands under ${first} already: take it out of one of them, or say under “only” and “except” where it means which.`;
      return [{ ...at, message }];
    });
    const first = id === undefined ? undefined : ids.get(id);
    if (id !== undefined) ids.set(id, first ?? name);
    if (first === undefined) return said;
    return [
      ...said,
      { ...at, message: `the id ${id} is that of ${first} already: choose another.` },
    ];
  });
}

/** A passage with what stands in it. */
interface Passage {
  text: string;
  found: Occurrence[];
}

function passagesIn(content: Content, blocks: Blocks): Map<string, Passage> {
  const finder = new NameFinder(content.names.data);
  const texts: [string, string][] = [
    ...blocks.text.map(({ block }): [string, string] => [block.id, textOf(inlinesOf(block))]),
    ...content.footnotes.map(({ data, body }): [string, string] => [
      `fn${data.number}`,
      textOf(noteInlines(body)),
    ]),
  ];
  return new Map(texts.map(([at, text]) => [at, { text, found: finder.find(text, at) }]));
}

/** Words in Latin letters that stand in brackets right after a name: 利奇(James A. Leach). */
const BRACKETED =
  /^\s*[（(]\s*(?<latin>\p{Script=Latin}[\p{Script=Latin}\p{M}.,’'\s-]*?)(?=[)）]|[,，]\s*\d|，簡稱)/u;
/** Titles and articles before a name in Latin letters. */
const BEFORE = /^(?:the|a|General|Senator|Dr\.|Prof\.)\s+/iu;

const known = (latin: string, forms: readonly string[]): boolean =>
  [latin, latin.replace(BEFORE, '')].some((form) =>
    forms.some(
      (own) =>
        own.replace(BEFORE, '').toLowerCase() ===
        form
          .replace(/[\s,，]+$/u, '')
          .replace(BEFORE, '')
          .toLowerCase(),
    ),
  );

/** What a passage says that the list does not know: a place that could mean two names, a Latin form of nobody's. */
function faultsIn(
  at: string,
  { text, found }: Passage,
  lineOf: (name: NameData) => number,
  { file, data }: Content['names'],
): Finding[] {
  const forms = data.flatMap(formsOf);
  return found.flatMap(({ form, names, to }): Finding[] => {
    const [name, other] = names;
    if (!name) return [];
    const line = lineOf(name);
    if (other) {
      const message = `“${form}” in ${at} could be ${name.name} or ${other.name}: write under “only” or “except” which it is.`;
      return [{ rule: 'name/ambiguous', file, line, message }];
    }
    const latin = BRACKETED.exec(text.slice(to, to + 120))?.groups?.['latin']?.trim() ?? '';
    // What another name has stands beside this one: Journal of East Asian Affairs (Seoul).
    if (latin === '' || known(latin, forms)) return [];
    const message = `${at} prints “${latin}” in brackets after ${name.name}: write it under “latin”.`;
    return [{ rule: 'name/unlisted', file, line, message }];
  });
}

/** What an entry says that the text does not: that it stands there, its gloss, the places of its rules. */
function entryFaults(
  name: NameData,
  at: string[],
  passages: ReadonlyMap<string, Passage>,
  say: (found: { rule: string; key: string; message: string }) => Finding,
): Finding[] {
  const { id, gloss, only, except } = name;
  if (id === undefined) return [];
  const faults: Finding[] = [];
  if (at.length === 0)
    faults.push(
      say({
        rule: 'name/nowhere',
        key: 'name',
        message: `${name.name} stands nowhere in the text: mend its forms, or take its id out, so that it is for search alone.`,
      }),
    );
  else if (gloss !== undefined && !at.some((place) => says(passages.get(place)?.text ?? '', gloss)))
    faults.push(
      say({
        rule: 'name/gloss',
        key: 'gloss',
        message: `no passage with ${name.name} says “${gloss}”: write words that stand there.`,
      }),
    );
  for (const [key, rules] of [
    ['only', only],
    ['except', except],
  ] as const)
    for (const [form, places] of Object.entries(rules)) {
      if (!formsOf(name).includes(form))
        faults.push(
          say({
            rule: 'name/rule',
            key,
            message: `“${form}” is no form of ${name.name}: take the rule out, or write the form under “other”.`,
          }),
        );
      for (const place of places)
        if (!says(passages.get(place)?.text ?? '', form))
          faults.push(
            say({
              rule: 'name/rule',
              key,
              message: `there is no “${form}” in “${place}”: take it out of the rule.${didYouMean(place, [...passages.keys()])}`,
            }),
          );
    }
  return faults;
}

/** Finds what is wrong with names.yaml. */
export function checkNames(content: Content, blocks: Blocks): Finding[] {
  const { names } = content;
  const passages = passagesIn(content, blocks);
  const at = new Map<NameData, string[]>();
  for (const [place, { found }] of passages)
    for (const { names: meant } of found)
      for (const name of meant) at.set(name, [...(at.get(name) ?? []), place]);
  const lineOf = (name: NameData) => lineIn(names, [names.data.indexOf(name)]);
  return [
    ...checkForms(content),
    ...checkNameIdentifiers(content),
    ...names.data.flatMap((name, i) =>
      entryFaults(name, at.get(name) ?? [], passages, ({ key, ...found }) => ({
        ...found,
        file: names.file,
        line: lineIn(names, [i, key]),
      })),
    ),
    ...[...passages].flatMap(([place, passage]) => faultsIn(place, passage, lineOf, names)),
  ];
}
