/** Other pages of the site, asked for when a reader wants to see what a link leads to. */
import { bodyOf } from '../site/page-body.ts';

const asked = new Map<string, Promise<Document>>();

async function load(path: string): Promise<Document> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const page = bodyOf(await response.text());
  // Its links are read from where it stands, not from here.
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]'))
    link.setAttribute('href', new URL(link.getAttribute('href') ?? '', response.url).href);
  return page;
}

/** A page of the site, without its scripts; a failure is forgotten, so that one can try again. */
export function pageAt(path: string): Promise<Document> {
  if (path === location.pathname) return Promise.resolve(document);
  const page =
    asked.get(path) ??
    load(path).catch((error: unknown) => {
      asked.delete(path);
      throw error;
    });
  asked.set(path, page);
  return page;
}

/** The works that a note cites, as its page names them. */
export async function sourcesOf(page: string): Promise<{ href: string; name: string }[]> {
  const links = (await pageAt(page)).querySelectorAll<HTMLAnchorElement>('.citation .reference a');
  const works = [...links].map((link) => ({ href: link.href, name: link.textContent.trim() }));
  return works.filter(({ href }, i) => works.findIndex((work) => work.href === href) === i);
}
