/**
 * The notes of this text that are catalogued by hand, drafted anew from their words alone: how often
 * each field of a draft is that of the catalogue. The rates are those of src/cli/README.md.
 */
import { expect, test } from 'vitest';
import { noteInlines } from '../../../../src/model/chapter/chapter.ts';
import { readContent } from '../../../../src/model/content/content.ts';
import { draftOf } from '../../../../src/model/drafts/draft.ts';
import { partsOf } from '../../../../src/model/drafts/parts.ts';
import { sourcesById } from '../../../../src/model/sources/ids.ts';
import type { Name } from '../../../../src/model/sources/name.ts';
import { isDescription } from '../../../../src/model/sources/source.ts';
import { textOf, walk } from '../../../../src/model/text/document.ts';
import { ROOT } from '../../../cases/content.ts';

const read = readContent(`${ROOT}/content`);
if ('findings' in read) throw new Error('the content cannot be read');
const { content } = read;
const sources = sourcesById(content.sources);

const names = (list: Name[] | undefined): string | undefined =>
  list
    ?.map((name) => ('literal' in name ? name.literal : `${name.family}, ${name.given}`))
    .join('; ');

/** What the catalogue has of each field, and what a draft says; of full citations alone. */
const pairs = content.footnotes.flatMap(({ data, body }) => {
  const inlines = noteInlines(body);
  const text = textOf(inlines).trim();
  const urls = [...walk(inlines)].flatMap((inline) => (inline.type === 'link' ? [inline.url] : []));
  return (data.citations ?? []).flatMap((citation) => {
    const source = sources.get(citation.source ?? '');
    if (citation.form !== 'full' || !source) return [];
    const words = citation.text ?? text;
    const draft = draftOf(
      words,
      urls.filter((url) => words.includes(url)),
    );
    const as = (field: 'title' | 'container-title' | 'publisher' | 'publisher-place') =>
      source.printed.find((form) => form.field === field && form.note === data.number)?.value ??
      source[field];
    const title = as('title');
    const rows: Record<string, [string | undefined, string | undefined]> = {
      kind: [source.kind, draft.kind.value],
      type: [source.type, draft.type.value],
      language: [source.language, draft.language.value],
      author: [names(source.author ?? source.editor), names((draft.author ?? draft.editor)?.value)],
      // A description is a person's.
      title: [title && isDescription(title) ? undefined : title, draft.title?.value],
      'container-title': [as('container-title'), draft['container-title']?.value],
      volume: [source.volume, draft.volume?.value],
      issue: [source.issue, draft.issue?.value],
      publisher: [as('publisher'), draft.publisher?.value],
      'publisher-place': [as('publisher-place'), draft['publisher-place']?.value],
      issued: [source.issued?.date, draft.issued?.value.date],
      URL: [source.URL, draft.URL?.value],
      locator: [
        citation.locator?.label === 'page' ? citation.locator.value : undefined,
        draft.locator?.value.value,
      ],
    };
    return [rows];
  });
});

/** Of the values that the catalogue has, how many a draft has; at least. */
test.each([
  ['kind', 0.9],
  ['type', 0.88],
  ['language', 0.98],
  ['author', 0.88],
  ['title', 0.95],
  ['container-title', 0.9],
  ['volume', 0.88],
  ['issue', 0.99],
  ['publisher', 0.8],
  ['publisher-place', 0.99],
  ['issued', 0.97],
  ['URL', 0.99],
  ['locator', 0.99],
])('%s', (field, least) => {
  const known = pairs.map((rows) => rows[field] ?? []).filter(([value]) => value !== undefined);
  const right = known.filter(([value, drafted]) => value === drafted);
  expect(known.length).toBeGreaterThan(5);
  expect(right.length / known.length, `${right.length} of ${known.length}`).toBeGreaterThanOrEqual(
    least,
  );
});

test('of 116 notes, at least 112 are parted into as many citations as by hand', () => {
  const alike = content.footnotes.filter(({ data, body }) => {
    const text = textOf(noteInlines(body)).trim();
    const parts = partsOf(text);
    // No word is lost, and each stands as it is printed.
    for (const part of parts) expect(text).toContain(part.text);
    return parts.filter(({ cites }) => cites).length === (data.citations ?? []).length;
  });
  expect(alike.length).toBeGreaterThanOrEqual(112);
});
