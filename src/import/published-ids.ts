/**
 * Ids of paragraphs that are published stay with their words when a changed text is imported again:
 * a paragraph that is new among others gets an id that no address has had, wherever it stands.
 */
import { distance } from 'fastest-levenshtein';
import { ImportError } from './errors.ts';

/** Files of a content folder, by their path in it. */
type Files = ReadonlyMap<string, string>;

/** A heading or paragraph that has an id. */
interface Named {
  id: string;
  words: string;
}

const ID = /\{#([^{}]+)\}/u;
const PARAGRAPH = /^(.+)-p(\d+)$/u;
const HEADING = /^s\d+(?:-\d+)*$/u;
/** How alike two paragraphs are that are one, changed: of ten characters no more than four are others. */
const ALIKE = 0.6;

/** The words of a block, without what the format adds to them. */
const wordsOf = (block: string): string =>
  block.replace(/\{[^{}]*\}|\[\^\d+\]|^[#>\s]+|\s+/gmu, '');

const isSection = (path: string): boolean => /^sections\/\d+\.md$/u.test(path);

/** All that has an id, in order. */
function namedIn(files: Files): Named[] {
  return [...files]
    .filter(([path]) => isSection(path))
    .sort(([a], [b]) => Number.parseInt(a.slice(9), 10) - Number.parseInt(b.slice(9), 10))
    .flatMap(([, text]) => text.replace(/^---\n.*?\n---\n/su, '').split(/\n{2,}/u))
    .flatMap((block) => {
      const id = ID.exec(block)?.[1];
      return id === undefined ? [] : [{ id, words: wordsOf(block) }];
    });
}

const alikeness = (a: string, b: string): number =>
  1 - distance(a, b) / Math.max(a.length, b.length, 1);

/** Which block of before each block is: the same words first, then, between two such, the most alike. */
function matched(before: readonly Named[], after: readonly Named[]): Map<Named, Named> {
  const found = new Map<Named, Named>();
  const byWords = new Map<string, Named[]>();
  for (const block of before)
    byWords.set(block.words, [...(byWords.get(block.words) ?? []), block]);
  for (const block of after) {
    const same = byWords.get(block.words) ?? [];
    const own = same.find(({ id }) => id === block.id) ?? same[0];
    if (!own) continue;
    found.set(block, own);
    same.splice(same.indexOf(own), 1);
  }
  const taken = new Set(found.values());
  const left = before.filter((block) => !taken.has(block));
  for (const block of after.filter((one) => !found.has(one))) {
    const [best] = left
      .map((old) => ({ old, like: alikeness(old.words, block.words) }))
      .filter(({ like }) => like >= ALIKE)
      .sort((a, b) => b.like - a.like);
    if (!best) continue;
    found.set(block, best.old);
    left.splice(left.indexOf(best.old), 1);
  }
  return found;
}

/** @throws ImportError where the address of a heading would name another one */
function refuseOtherHeadings(matches: Map<Named, Named>): void {
  for (const [{ id, words }, old] of matches) {
    if (!HEADING.test(id) || old.id === id) continue;
    throw new ImportError(
      0,
      `the heading “${words}” is published as #${old.id}, and in this text it would be #${id}, which has named another`,
      'published headings keep their numbers: add new ones after them, or, while nobody has linked to this site, delete content/permalinks.txt and set `draft: true` in chapter.yaml',
    );
  }
}

/** The ids that paragraphs have instead of those they were given. */
function renamed(before: readonly Named[], after: readonly Named[], published: Set<string>) {
  const matches = matched(before, after);
  refuseOtherHeadings(matches);
  const used = new Set([...published, ...before.map(({ id }) => id)]);
  const names = new Map<string, string>();
  for (const block of after) {
    const [, place = '', number] = PARAGRAPH.exec(block.id) ?? [];
    if (number === undefined) continue;
    const old = matches.get(block)?.id;
    if (old !== undefined && PARAGRAPH.exec(old)?.[1] === place) {
      names.set(block.id, old);
      continue;
    }
    let id = block.id;
    for (let n = 1; used.has(id); n += 1) id = `${place}-p${n}`;
    used.add(id);
    names.set(block.id, id);
  }
  return names;
}

const given = (names: Map<string, string>, id: string): string => names.get(id) ?? id;

/**
 * Gives the paragraphs of an import the ids under which they are published.
 * @param before the content folder as it is: sections/*.md
 * @param after what the import makes of the text
 * @param permalinks the registry of published addresses; without one of a section nothing is published
 * @returns the files of `after`, in which published paragraphs have their ids
 * @throws ImportError where a published heading would have another id
 */
export function withPublishedIds(
  before: Files,
  after: Files,
  permalinks: string,
): Map<string, string> {
  const published = new Set(
    [...permalinks.matchAll(/^\/sections\/\d+\/#(\S+)/gmu)].map(([, id = '']) => id),
  );
  if (published.size === 0) return new Map(after);
  const names = renamed(namedIn(before), namedIn(after), published);
  return new Map(
    [...after].map(([path, text]) => {
      if (isSection(path))
        return [path, text.replace(/\{#([^{}]+)\}/gu, (_, id: string) => `{#${given(names, id)}}`)];
      if (/^footnotes\/\d+\.md$/u.test(path))
        return [
          path,
          text.replace(
            /^(\s*at: )(\S+)$/gmu,
            (_, key: string, id: string) => key + given(names, id),
          ),
        ];
      return [path, text];
    }),
  );
}
