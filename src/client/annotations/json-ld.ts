/**
 * Annotations as a file for other programs, and back: W3C Web Annotation Data Model (2017), one
 * AnnotationPage in JSON-LD. Nothing here asks the browser for anything.
 */
import { type Anchor, type Annotation, COLOURS, type Colour, tagsIn } from './annotation.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** An id in HTML (RFC 3236 names fragments of application/xhtml+xml). */
const FRAGMENT = 'http://tools.ietf.org/rfc/rfc3236';

/** How each colour looks to programs that follow `styleClass`. */
const STYLE = COLOURS.map((colour) => `.${colour}{text-decoration:underline ${colour}}`).join('');

/** @param sourceOf the whole address of the page on which a block stands */
function targetOf(
  { block, exact, prefix, suffix, start, end, was, lost }: Anchor,
  colour: Colour,
  sourceOf: (block: string) => string,
): object {
  const quote = (words: string) => ({ type: 'TextQuoteSelector', exact: words, prefix, suffix });
  const position =
    start === undefined || lost ? {} : { refinedBy: { type: 'TextPositionSelector', start, end } };
  return {
    type: 'SpecificResource',
    source: sourceOf(block),
    styleClass: colour,
    selector: [
      { type: 'FragmentSelector', conformsTo: FRAGMENT, value: block, ...position },
      quote(exact),
      // The words as they were marked, where the text has changed since.
      ...(was ? [quote(was)] : []),
    ],
  };
}

function bodiesOf({ colour, note, tags }: Annotation): object[] {
  const body = (purpose: string, value: string) => ({
    type: 'TextualBody',
    purpose,
    value,
    format: 'text/plain',
  });
  return [
    body('highlighting', colour),
    ...(note === '' ? [] : [body('commenting', note)]),
    ...tags.map((tag) => body('tagging', tag)),
  ];
}

/** What a file says of itself. */
export interface About {
  /** An IRI of this very file. */
  id: string;
  /** What it holds, for people. */
  label: string;
  /** The address of the site. */
  site: string;
  /** ISO 8601. */
  created: string;
}

/**
 * Annotations as JSON-LD.
 * @param sourceOf the whole address of the page on which a block stands
 */
export function toJsonLd(
  annotations: readonly Annotation[],
  { id, label, site, created }: About,
  sourceOf: (block: string) => string,
): string {
  const items = annotations.map((annotation) => {
    const targets = annotation.anchors.map((a) => targetOf(a, annotation.colour, sourceOf));
    return {
      id: annotation.id,
      type: 'Annotation',
      motivation: annotation.note === '' ? 'highlighting' : 'commenting',
      created: annotation.created,
      modified: annotation.modified,
      body: bodiesOf(annotation),
      target: targets.length === 1 ? targets[0] : targets,
      stylesheet: { type: 'CssStylesheet', value: STYLE },
    };
  });
  const page = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationPage',
    partOf: {
      id: `${id}#collection`,
      type: 'AnnotationCollection',
      label,
      total: items.length,
      created,
      generator: { id: site, type: 'Software', homepage: site },
    },
    startIndex: 0,
    items,
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

/** A file that is none of annotations, and why: a message names it. */
export class NotAnnotations extends Error {
  readonly why: 'json' | 'kind';

  constructor(why: 'json' | 'kind') {
    super(why);
    this.why = why;
  }
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const isOf =
  (type: string) =>
  (value: unknown): value is Json =>
    isObject(value) && listOf(value['type'] ?? value['@type']).includes(type);

/** The annotations of a file, whatever holds them: a page, a collection, a list, one alone. */
function itemsIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value.every(isObject) ? value : undefined;
  if (isOf('Annotation')(value)) return [value];
  if (isOf('AnnotationPage')(value)) return listOf(value['items']);
  if (isOf('AnnotationCollection')(value)) return itemsIn(value['first']);
  return undefined;
}

const isId = (id: string): boolean => /^[\w-]{1,80}$/u.test(id);

/** The permanent id of the block that a target names, in its selectors or its address. */
function blockOf(source: string, selectors: readonly unknown[]): string {
  const fragment = selectors.find(isOf('FragmentSelector'));
  const named = textIn(fragment?.['value']) || (/#([\w-]+)$/u.exec(source)?.[1] ?? '');
  return isId(named) ? named : '';
}

const natural = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

/** A target as an anchor; undefined where it quotes nothing. */
function anchorIn(target: unknown): (Anchor & { source: string }) | undefined {
  if (!isObject(target)) return undefined;
  const source = textIn(isObject(target['source']) ? target['source']['id'] : target['source']);
  const selectors = listOf(target['selector']);
  // Hypothesis and others refine a selector by the quotation.
  const nested = selectors.flatMap((one) => (isObject(one) ? listOf(one['refinedBy']) : []));
  const every = [...selectors, ...nested];
  const [quote, old] = every.filter(isOf('TextQuoteSelector'));
  const exact = textIn(quote?.['exact']);
  if (!quote || exact.trim() === '') return undefined;
  const position = nested.find(isOf('TextPositionSelector'));
  const [start, end] = [natural(position?.['start']), natural(position?.['end'])];
  const was = textIn(old?.['exact']);
  return {
    source,
    block: blockOf(source, selectors),
    exact,
    prefix: textIn(quote['prefix']),
    suffix: textIn(quote['suffix']),
    ...(start !== undefined && end !== undefined && start < end ? { start, end } : {}),
    ...(was === '' ? {} : { was }),
  };
}

const dayOf = (value: unknown): string | undefined => {
  const time = Date.parse(textIn(value));
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/** An annotation of a file, with the addresses of the pages that it is about. */
export interface Read {
  annotation: Annotation;
  sources: string[];
}

function read(item: unknown, now: string): Read | undefined {
  if (!isOf('Annotation')(item)) return undefined;
  const id = textIn(item['id'] ?? item['@id']);
  const anchors = listOf(item['target']).flatMap((target) => anchorIn(target) ?? []);
  if (id === '' || anchors.length === 0) return undefined;
  const bodies = listOf(item['body']).filter(isObject);
  const values = (purpose: string) =>
    bodies
      .filter((body) => listOf(body['purpose']).includes(purpose))
      .map((body) => textIn(body['value']));
  const classes = listOf(item['target']).map((t) => (isObject(t) ? t['styleClass'] : undefined));
  const colours = [...values('highlighting'), ...classes];
  const created = dayOf(item['created']) ?? now;
  // A body without a purpose has that of the annotation.
  const unnamed = bodies.filter((body) => body['purpose'] === undefined);
  const notes = [...values('commenting'), ...unnamed.map((body) => textIn(body['value']))];
  return {
    annotation: {
      id,
      created,
      modified: dayOf(item['modified']) ?? created,
      colour: COLOURS.find((colour) => colours.includes(colour)) ?? 'yellow',
      note: notes.filter((note) => note !== '').join('\n\n') || textIn(item['bodyValue']),
      tags: tagsIn(values('tagging').join('\n')),
      anchors: anchors.map(({ source: _, ...anchor }) => anchor),
    },
    sources: anchors.map(({ source }) => source),
  };
}

/**
 * The annotations of a file; those that cannot be understood are counted.
 * @param now ISO 8601, for annotations without a date
 * @throws NotAnnotations where the file is none of annotations
 */
export function fromJsonLd(text: string, now: string): { read: Read[]; refused: number } {
  let value: unknown;
  try {
    // A byte order mark is no part of JSON.
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new NotAnnotations('json');
  }
  const items = itemsIn(value);
  if (!items) throw new NotAnnotations('kind');
  const all = items.map((item) => read(item, now));
  const understood = all.filter((one) => one !== undefined);
  if (items.length > 0 && understood.length === 0) throw new NotAnnotations('kind');
  return { read: understood, refused: all.length - understood.length };
}
