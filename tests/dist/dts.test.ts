/** /dts/: the answers that Distributed Text Services 1.0 asks for, each found by the templates of the entry. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { afterAll, describe, expect, test } from 'vitest';
import { DIST, PAGES } from './site.ts';
import { commandOf, run, schema, temporary } from './tools.ts';
import { elements, named, readXml, textOf, type XmlElement } from './xml.ts';

/** The file that an address of the service names. */
const read = (address: string) => readFileSync(join(DIST, address), 'utf8');

/** Expands a URI template (RFC 6570), as far as this service uses them. */
function expand(template: string, values: Record<string, string | number | undefined>): string {
  return template.replace(/\{([/;]?)([^}]+)\}/gu, (_, operator: string, names: string) =>
    names
      .split(',')
      .map((name) => {
        const value = values[name];
        if (value === undefined) return '';
        const encoded = encodeURIComponent(value);
        return operator === ';' ? `;${name}=${encoded}` : operator + encoded;
      })
      .join(''),
  );
}

const localized = z.array(
  z.union([z.url(), z.string(), z.strictObject({ lang: z.string(), value: z.string() })]),
);
const metadata = z.record(z.string(), z.union([z.string(), z.number(), localized]));
const template = z.string().regex(/^\/dts\//u);
const head = {
  '@context': z.literal('https://dtsapi.org/context/v1.0.json'),
  dtsVersion: z.literal('1.0'),
};

interface CiteStructure {
  '@type': 'CiteStructure';
  citeType: string;
  citeStructure?: CiteStructure[] | undefined;
}
const citeStructure: z.ZodType<CiteStructure> = z.lazy(() =>
  z.strictObject({
    '@type': z.literal('CiteStructure'),
    citeType: z.string(),
    citeStructure: z.array(citeStructure).optional(),
  }),
);
const tree = {
  '@type': z.literal('CitationTree'),
  description: z.string().optional(),
  citeStructure: z.array(citeStructure),
};
const common = {
  '@id': z.string(),
  title: z.string(),
  totalParents: z.int(),
  totalChildren: z.int(),
  description: z.string().optional(),
  dublinCore: metadata.optional(),
  collection: template,
};
const resource = z.strictObject({
  ...common,
  '@type': z.literal('Resource'),
  navigation: template,
  document: template,
  download: z.string().optional(),
  mediaTypes: z.array(z.string()),
  // The first is the default, and has no name.
  citationTrees: z.tuple([
    z.strictObject(tree),
    z.strictObject({ ...tree, identifier: z.string() }),
  ]),
});
const collection = z.strictObject({ ...common, '@type': z.literal('Collection') });
const unit = z.strictObject({
  '@type': z.literal('CitableUnit'),
  identifier: z.string(),
  level: z.int().min(1),
  parent: z.string().nullable(),
  citeType: z.string(),
  dublinCore: metadata,
});
const SCHEMAS = {
  entry: z.strictObject({
    ...head,
    '@id': z.string(),
    '@type': z.literal('EntryPoint'),
    description: z.string(),
    collection: template,
    navigation: template,
    document: template,
  }),
  collection: z.union([
    z.strictObject({
      ...collection.shape,
      ...head,
      member: z.array(z.union([collection, resource])),
    }),
    z.strictObject({ ...resource.shape, ...head, member: z.array(collection).optional() }),
  ]),
  navigation: z.strictObject({
    ...head,
    '@id': z.string(),
    '@type': z.literal('Navigation'),
    resource,
    ref: unit.optional(),
    member: z.array(unit).optional(),
  }),
};

const entry = SCHEMAS.entry.parse(JSON.parse(read('/dts/index.json')));
const navigation = (values: Parameters<typeof expand>[1]) =>
  SCHEMAS.navigation.parse(
    JSON.parse(read(expand(entry.navigation, { resource: 'chapter-3', ...values }))),
  );
const ids = (values: Parameters<typeof expand>[1]) =>
  navigation(values).member?.map(({ identifier }) => identifier);
const documentOf = (values: Parameters<typeof expand>[1]) =>
  read(expand(entry.document, { resource: 'chapter-3', ...values }));

const DEPTHS = [-1, 0, 1, 2, 3, 4];
const SECTIONS = ids({ down: -1 }) ?? [];
const NUMBERS = PAGES.map((address) => address.match(/\d+/u)?.[0] ?? '');

describe('the entry and the collections', () => {
  /** Level 0 of DTS 1.0 is for static files, and alone may do without ranges. */
  test('say that they are of Level 0, without ranges, and from where paths are counted', () => {
    expect(entry.description).toMatch(/Level 0，故無 start 與 end/u);
    expect(entry.description).toContain('以本檔的位址補全');
  });

  test('lead to the root, its member, and back', () => {
    const at = (values: Parameters<typeof expand>[1]) =>
      SCHEMAS.collection.parse(JSON.parse(read(expand(entry.collection, values))));
    const root = at({});
    expect(root).toMatchObject({ '@type': 'Collection', totalParents: 0, totalChildren: 1 });
    expect(root.member).toHaveLength(root.totalChildren);
    expect(at({ id: root['@id'] })).toEqual(root);
    expect(at({ id: root['@id'], nav: 'children' })).toEqual(root);
    expect(at({ id: root['@id'], nav: 'parents' }).member).toEqual([]);
    for (const { '@id': id } of root.member ?? []) {
      const own = at({ id });
      expect(own['@type']).toBe('Resource');
      expect(at({ id, nav: 'parents' }).member?.map((m) => m['@id'])).toEqual([root['@id']]);
      expect(at({ id, nav: 'children' }).member).toEqual([]);
    }
  });

  test('name the templates of the resource, which are those of the entry filled in', () => {
    const { resource: own } = navigation({ down: 1 });
    const rest = { tree: 'pages', down: 1, ref: '57', nav: 'parents' };
    expect(expand(own.navigation, rest)).toBe(
      expand(entry.navigation, { resource: own['@id'], ...rest }),
    );
    expect(expand(own.document, rest)).toBe(
      expand(entry.document, { resource: own['@id'], ...rest }),
    );
    expect(expand(own.collection, rest)).toBe(
      expand(entry.collection, { id: own['@id'], ...rest }),
    );
  });
});

describe('navigation', () => {
  test('answers every call for which the specification asks, with the units it asks for', () => {
    for (const [tree, refs] of [
      [undefined, SECTIONS],
      ['pages', NUMBERS],
    ] as const) {
      const all = navigation({ tree, down: -1 }).member ?? [];
      expect(all.map(({ identifier }) => identifier)).toEqual(refs);
      const deepest = Math.max(...all.map(({ level }) => level));
      for (const down of DEPTHS.filter((d) => d > 0 && d <= deepest))
        expect(ids({ tree, down })).toEqual(
          all.filter(({ level }) => level <= down).map(({ identifier }) => identifier),
        );
      for (const { identifier: ref, level, parent } of all) {
        expect(navigation({ tree, ref })).not.toHaveProperty('member');
        expect(navigation({ tree, ref }).ref?.identifier).toBe(ref);
        for (const down of DEPTHS.filter((d) => d <= deepest)) {
          const under = all.filter((unit) =>
            down === 0
              ? unit.parent === parent
              : (unit.identifier === ref || unit.identifier.startsWith(`${ref}-`)) &&
                (down < 0 || unit.level <= level + down),
          );
          expect(ids({ tree, ref, down }), `${ref} ${down}`).toEqual(
            under.map(({ identifier }) => identifier),
          );
        }
      }
    }
  });

  test('has two trees, whose units are those of the site', () => {
    expect(SECTIONS.slice(0, 3)).toEqual(['s1', 's1-1', 's1-2']);
    expect(SECTIONS).toContain('s4-2-1-1');
    const { citationTrees } = navigation({ down: 1 }).resource;
    expect(citationTrees[1].identifier).toBe('pages');
    const types = new Set(navigation({ down: -1 }).member?.map(({ citeType }) => citeType));
    const named: string[] = [];
    for (let [level] = citationTrees[0].citeStructure; level; [level] = level.citeStructure ?? [])
      named.push(level.citeType);
    expect([...types]).toEqual(named);
  });

  test('says of each answer where it stands', () => {
    const down = { tree: 'pages', down: 0, ref: '57' };
    expect(navigation(down)['@id']).toBe(
      expand(entry.navigation, { resource: 'chapter-3', ...down }),
    );
  });
});

const wrapperOf = (xml: string): XmlElement => {
  const [found, ...more] = elements(readXml(xml), named('dts:wrapper'));
  if (!found || more.length > 0) throw new Error('there is not one wrapper');
  return found;
};
const isNote = ({ name }: XmlElement) => name === 'note';
const words = (element: XmlElement) => textOf(element, isNote).replace(/\s+/gu, '');

describe('documents', () => {
  const whole = documentOf({});
  const [body] = elements(readXml(whole), named('body'));

  test('give the whole, which is chapter.xml, whatever the tree', () => {
    expect(whole).toBe(read('/downloads/chapter.xml'));
    expect(documentOf({ tree: 'pages' })).toBe(whole);
  });

  test('give each section as it stands in the whole', () => {
    for (const ref of SECTIONS) {
      const [division, ...more] = wrapperOf(documentOf({ ref })).children;
      expect(more).toEqual([]);
      const own = body && elements(body, (e) => e.attributes['xml:id'] === ref)[0];
      expect(division).toEqual(own);
    }
  });

  test('give pages that together are the text, each with its own notes', () => {
    const pages = NUMBERS.map((ref) => wrapperOf(documentOf({ tree: 'pages', ref })));
    expect(pages.map(words).join('')).toBe(body && words(body));
    for (const [i, page] of pages.entries()) {
      const breaks = elements(page, named('pb')).filter((e) => !('corresp' in e.attributes));
      expect(breaks.map((e) => e.attributes['n'])).toEqual([NUMBERS[i]]);
    }
    const notes = pages.flatMap((page) => elements(page, isNote).map((e) => e.attributes['n']));
    expect(notes).toEqual(body && elements(body, isNote).map((e) => e.attributes['n']));
  });

  const jing = commandOf('jing');
  const TEI_ALL = schema('tei_all.rng');
  const folder = temporary();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.skipIf(!jing || !TEI_ALL)(
    'are valid TEI but for the wrapper (left out where jing or the schema is not at hand)',
    { timeout: 120_000 },
    () => {
      mkdirSync(join(folder, 'tei'));
      const write = (ref: string, xml: string) => {
        const file = join(folder, 'tei', `${ref}.xml`);
        writeFileSync(file, xml.replace(/<\/?dts:wrapper[^>]*>/gu, ''));
        return file;
      };
      const files = [
        ...SECTIONS.map((ref) => write(ref, documentOf({ ref }))),
        ...NUMBERS.map((ref) => write(ref, documentOf({ tree: 'pages', ref }))),
      ];
      const { status, stdout } = run(jing ?? [], [TEI_ALL ?? '', ...files]);
      expect(stdout).toBe('');
      expect(status).toBe(0);
    },
  );
});

test('there is no file to which no template leads', () => {
  const calls = [
    [undefined, SECTIONS],
    ['pages', NUMBERS],
  ] as const;
  // The page is for people who have cut an address.
  const expected = new Set(['/dts/index.json', '/dts/index.html']);
  for (const id of [undefined, 'zhangju', 'chapter-3'])
    for (const nav of id ? [undefined, 'children', 'parents'] : [undefined])
      expected.add(expand(entry.collection, { id, nav }));
  for (const [tree, refs] of calls) {
    for (const ref of [undefined, ...refs]) {
      expected.add(expand(entry.document, { resource: 'chapter-3', tree, ref }));
      for (const down of [undefined, ...DEPTHS])
        expected.add(expand(entry.navigation, { resource: 'chapter-3', tree, down, ref }));
    }
  }
  const built = readdirSync(join(DIST, 'dts'), { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => join(f.parentPath, f.name).slice(DIST.length));
  expect(built.filter((file) => !expected.has(file))).toEqual([]);
});
