/** Looks into a built site: does every published address, and every link inside it, lead somewhere? */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { readText } from '../import/read-text.ts';
import { aliasesOf, PERMALINKS, readPermalinks } from '../model/addresses/permalinks.ts';

interface Page {
  ids: Set<string>;
  links: string[];
}

/** The address of a built HTML file: index.html stands for its folder. */
function addressOf(file: string): string {
  return `/${file.split('\\').join('/')}`.replace(/index\.html$/u, '');
}

/** Adds what an element and all below it are called, and where they lead. */
function addTo(page: Page, node: DefaultTreeAdapterTypes.Node): void {
  if ('attrs' in node) {
    for (const { name, value, prefix } of node.attrs) {
      if (name === 'id') page.ids.add(value);
      else if ((name === 'href' || name === 'src') && !prefix) page.links.push(value);
    }
  }
  if ('childNodes' in node) for (const child of node.childNodes) addTo(page, child);
}

function readPage(path: string): Page {
  const page: Page = { ids: new Set(), links: [] };
  addTo(page, parse(readFileSync(path, 'utf8')));
  return page;
}

/** A fragment as the id that it names, without its words; one that is no encoding of anything stays as it is, and leads nowhere. */
function idOf(fragment: string): string {
  const name = fragment.replace(/:~:.*$/u, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Where a link inside the site leads, without its base; undefined for links that leave it. */
function resolve(from: string, link: string, base: string): string | undefined {
  if (/^[a-z][a-z+.-]*:|^\/\//iu.test(link)) return undefined;
  if (link.startsWith('#')) return `${from}#${idOf(link.slice(1))}`;
  // A query says what a page shows, not which page it is.
  const [path = '', fragment] = link.replace(/\?[^#]*/u, '').split('#');
  const absolute = path.startsWith('/') ? path : posix.join(base, from, path);
  const below = absolute.startsWith(base) ? `/${absolute.slice(base.length)}` : absolute;
  return fragment === undefined ? below : `${below}#${idOf(fragment)}`;
}

/**
 * Checks a built site.
 * @param dist the folder it was built into
 * @param content the content folder, for the registry of published addresses
 * @param base the path the site is served under
 * @returns one line for each address that leads nowhere
 */
export function brokenAddresses(dist: string, content: string, base: string): string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const pages = new Map<string, Page>();
  for (const file of files.filter((f) => f.endsWith('.html')))
    pages.set(addressOf(file), readPage(join(dist, file)));
  const leads = (address: string) => {
    const [path = '', fragment] = address.split('#');
    const page = pages.get(path);
    if (!page) return fragment === undefined && !path.endsWith('/') && existsSync(join(dist, path));
    return fragment === undefined || page.ids.has(fragment);
  };
  const root = `${base.replace(/\/$/u, '')}/`;
  const broken: string[] = [];
  for (const [from, { links }] of pages) {
    for (const link of links) {
      const to = resolve(from, link, root);
      if (to !== undefined && !leads(to))
        broken.push(`${relative('.', dist)}${from}: the link ${link} leads nowhere`);
    }
  }
  const registry = join(content, PERMALINKS);
  // A draft has none yet.
  const published = existsSync(registry) ? readPermalinks(readText(registry)) : [];
  const aliases = aliasesOf(published);
  for (const { address, line } of published) {
    if (!leads(aliases.get(address) ?? address))
      broken.push(`${registry}:${line}: ${address} was published and leads nowhere`);
  }
  return broken;
}
