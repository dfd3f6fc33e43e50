/**
 * The types and properties of schema.org that the site uses, spelled and placed as
 * in its release 30.0: what a type is a kind of, and which types a property is for.
 */
import { expect } from 'vitest';

/** A type, and the one it is a kind of. */
const TYPES: Record<string, string> = {
  CreativeWork: 'Thing',
  Article: 'CreativeWork',
  ScholarlyArticle: 'Article',
  NewsArticle: 'Article',
  Report: 'Article',
  Book: 'CreativeWork',
  Chapter: 'CreativeWork',
  Thesis: 'CreativeWork',
  MediaObject: 'CreativeWork',
  CreativeWorkSeries: 'CreativeWork',
  Periodical: 'CreativeWorkSeries',
  Newspaper: 'Periodical',
  PublicationIssue: 'CreativeWork',
  PublicationVolume: 'CreativeWork',
  WebSite: 'CreativeWork',
  WebPage: 'CreativeWork',
  AboutPage: 'WebPage',
  CollectionPage: 'WebPage',
  SearchResultsPage: 'WebPage',
  Organization: 'Thing',
  EducationalOrganization: 'Organization',
  CollegeOrUniversity: 'EducationalOrganization',
  Person: 'Thing',
  Action: 'Thing',
  SearchAction: 'Action',
  Place: 'Thing',
  Intangible: 'Thing',
  DefinedTerm: 'Intangible',
  EntryPoint: 'Intangible',
  ItemList: 'Intangible',
  BreadcrumbList: 'ItemList',
  ListItem: 'Intangible',
  StructuredValue: 'Intangible',
  PropertyValue: 'StructuredValue',
};

const PAGED = ['Article', 'Chapter', 'PublicationIssue', 'PublicationVolume'];
const WORK = ['CreativeWork'];
const THING = ['Thing'];

/** A property, and the types it is for. */
const PROPERTIES: Record<string, string[]> = {
  alternateName: THING,
  author: WORK,
  bookEdition: ['Book'],
  breadcrumb: ['WebPage'],
  citation: WORK,
  contentUrl: ['MediaObject'],
  copyrightHolder: WORK,
  copyrightNotice: WORK,
  datePublished: WORK,
  description: THING,
  editor: WORK,
  encoding: WORK,
  encodingFormat: [...WORK, 'MediaObject'],
  familyName: ['Person'],
  genre: WORK,
  givenName: ['Person'],
  hasPart: WORK,
  honorificSuffix: ['Person'],
  identifier: THING,
  inLanguage: WORK,
  inSupportOf: ['Thesis'],
  isPartOf: WORK,
  issueNumber: ['PublicationIssue'],
  item: ['ListItem'],
  itemListElement: ['ItemList'],
  location: ['Organization'],
  mainEntity: WORK,
  mentions: WORK,
  name: THING,
  numberOfItems: ['ItemList'],
  pageEnd: PAGED,
  pageStart: PAGED,
  pagination: PAGED,
  position: [...WORK, 'ListItem'],
  potentialAction: THING,
  propertyID: ['PropertyValue'],
  publisher: WORK,
  // An annotation of the SearchAction's query, as schema.org's page on actions describes it.
  'query-input': ['SearchAction'],
  sameAs: THING,
  sourceOrganization: WORK,
  target: ['Action'],
  translator: WORK,
  url: THING,
  urlTemplate: ['EntryPoint'],
  usageInfo: WORK,
  version: WORK,
  value: ['PropertyValue'],
  volumeNumber: ['PublicationVolume'],
};

export type JsonNode = Record<string, unknown>;

/** A type and all that it is a kind of. */
function kindsOf(type: string): string[] {
  const above = TYPES[type];
  return above === undefined ? [type] : [type, ...kindsOf(above)];
}

const isNode = (value: unknown): value is JsonNode => typeof value === 'object' && value !== null;

/** A node and all nodes inside it. */
export function nodesIn(value: unknown): JsonNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesIn)];
}

/** Holds a block of JSON-LD against the vocabulary; a node without a type only refers to another. */
export function expectSchemaOrg(block: unknown, where: string): void {
  const { '@context': context, '@graph': graph, ...rest } = block as JsonNode;
  expect([context, rest], where).toEqual(['https://schema.org', {}]);
  for (const node of nodesIn(graph)) {
    const { '@type': type, '@id': id, ...properties } = node;
    if (type === undefined) {
      expect([typeof id, Object.keys(properties)], where).toEqual(['string', []]);
      continue;
    }
    expect(Object.keys(TYPES), where).toContain(type);
    const kinds = kindsOf(String(type));
    for (const [name, value] of Object.entries(properties)) {
      expect(PROPERTIES[name], `${where}: ${name}`).toBeDefined();
      const isFor = PROPERTIES[name]?.some((domain) => kinds.includes(domain));
      expect(isFor, `${where}: ${name} of a ${type}`).toBe(true);
      expect([null, '', undefined], `${where}: ${name}`).not.toContain(value);
    }
  }
}
