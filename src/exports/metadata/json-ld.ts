/**
 * Pages as JSON-LD, in types of schema.org that are true of them. The ids are
 * addresses that the site keeps: the chapter is `/chapter/#ch3`, a section
 * `/sections/4/#s4`, a note `/notes/43/#fn43`, a source `/sources/#niksch-1981`.
 */
import { address } from '../../model/addresses/address.ts';
import { sourceNamed } from '../../model/sources/uses.ts';
import { linkTo } from '../published.ts';
import { type Page, pathOf, SITE_NAME } from './about.ts';
import { chapterBrief, chapterInFull, pageNode, sectionNode } from './json-ld-text.ts';
import { type Node, sourceId, workNode } from './json-ld-works.ts';

/** The types of pages that are more than a page. */
const PAGE_TYPES: Record<string, string> = {
  [address.about]: 'AboutPage',
  [address.notes]: 'CollectionPage',
  [address.search]: 'SearchResultsPage',
  [address.sources]: 'CollectionPage',
};

/** The way from the title page to a page. */
function breadcrumb({ about, published, title }: Page): Node {
  const above: Partial<Record<typeof about.kind, [name: string, path: string]>> = {
    note: ['註釋', address.notes],
    source: ['徵引文獻', address.sources],
  };
  const over = above[about.kind];
  const steps = [['首頁', address.home], ...(over ? [over] : []), [title, pathOf(about) ?? '']];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, path = ''], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: linkTo(published, path),
    })),
  };
}

/** The site; it says how it is searched where its address is known. */
function website({ chapter, published }: Page): Node {
  const home = linkTo(published, address.home);
  const searched = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${linkTo(published, address.search)}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@type': 'WebSite',
    '@id': home,
    url: home,
    name: SITE_NAME,
    inLanguage: chapter.lang,
    potentialAction: published.origin !== undefined ? searched : undefined,
  };
}

/** What a page is about, as a node of its own. */
function subject(page: Page): Node | undefined {
  const { about, chapter, published } = page;
  switch (about.kind) {
    case 'home':
    case 'chapter':
      return chapterInFull(chapter, published);
    case 'section':
      return {
        ...sectionNode(chapter, about.section, published),
        isPartOf: chapterBrief(chapter, published),
      };
    case 'page':
      return pageNode(chapter, about.page, about.section, published);
    case 'note': {
      const { citations, number } = about.note;
      const cited = citations.flatMap(({ source }) => sourceNamed(chapter, source) ?? []);
      return {
        '@type': 'CreativeWork',
        '@id': linkTo(published, `${address.note(number)}#fn${number}`),
        name: page.title,
        position: number,
        inLanguage: chapter.lang,
        isPartOf: chapterBrief(chapter, published),
        citation: [...new Set(cited)].map((source) => ({ '@id': sourceId(source, published) })),
      };
    }
    case 'source':
      return workNode(about.source, published);
    case 'list':
      if (about.path !== address.sources) return undefined;
      return { '@type': 'ItemList', name: page.title, numberOfItems: chapter.sources.length };
    case 'missing':
      return undefined;
  }
}

/** The nodes of a page: the page itself, and what it is about. */
function nodesOf(page: Page): Node[] {
  const { about, chapter, published, title } = page;
  const path = pathOf(about);
  if (path === undefined) return [];
  const work = subject(page);
  const id = work?.['@id'];
  const mainEntity = id === undefined ? work : { '@id': id };
  const nodes = id === undefined ? [] : [work ?? {}];
  if (about.kind === 'home') return [{ ...website(page), mainEntity }, ...nodes];
  const self: Node = {
    '@type': PAGE_TYPES[path] ?? 'WebPage',
    '@id': linkTo(published, path),
    url: linkTo(published, path),
    name: title,
    inLanguage: chapter.lang,
    isPartOf: { '@type': 'WebSite', '@id': linkTo(published, address.home), name: SITE_NAME },
    breadcrumb: breadcrumb(page),
    mainEntity,
  };
  return [self, ...nodes];
}

/** JSON-LD as text that may stand in a script element. */
const asJson = (nodes: Node[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c');

/** The data block of a page; undefined for one that says nothing. */
export function jsonLd(page: Page): string | undefined {
  const nodes = nodesOf(page);
  return nodes.length > 0 ? asJson(nodes) : undefined;
}
