/** The answers of the entry, collection and navigation endpoints (Distributed Text Services 1.0). */
import { address } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { hostOf } from '../../model/chapter/host.ts';
import { authorOf, fullTitle, imprintOf, latinAuthor } from '../imprint.ts';
import { linkTo, type Published } from '../published.ts';
import { DIVISIONS } from '../tei/divisions.ts';
import { PAGES, path, ROOT, resourceId, type Tree, templates } from './addresses.ts';
import { depthOf, members, type Unit, unitsOf } from './units.ts';

const CONTEXT = 'https://dtsapi.org/context/v1.0.json';
const HEAD = { '@context': CONTEXT, dtsVersion: '1.0' };

const DESCRIPTION =
  '靜態檔案（規格所稱 Level 0，故無 start 與 end）：參數都在路徑裡，展開下列 URI 樣板即得檔名。tree 省略時為章節（s4-2-1），tree=pages 為原書頁碼（57）；down 可為 -1（到底）、0 與正數；ref 省略而 down 也省略者，依規格無此檔。每個檔案都是完整的答覆，不分頁。';

/** A site that was not told its address has no absolute templates to give. */
const FROM_HERE = '樣板是自網站根目錄起的路徑，請以本檔的位址補全。';

/** /dts/index.json */
export function entryPoint(published: Published): object {
  return {
    ...HEAD,
    '@id': linkTo(published, address.dts(path.entry)),
    '@type': 'EntryPoint',
    description: `${DESCRIPTION}${published.origin === undefined ? FROM_HERE : ''}`,
    ...templates(published),
  };
}

const inLanguage = (lang: string, value: string) => [{ lang, value }];

const structure = (units: readonly string[]): object[] => {
  const [citeType, ...below] = units;
  if (citeType === undefined) return [];
  const nested = structure(below);
  return [
    { '@type': 'CiteStructure', citeType, ...(nested.length > 0 ? { citeStructure: nested } : {}) },
  ];
};

const PAGE_TREE = {
  '@type': 'CitationTree',
  identifier: PAGES,
  description: '依原書頁碼。',
  citeStructure: structure(['page']),
};

function citationTrees(chapter: Chapter): object[] {
  const depth = depthOf(unitsOf(chapter, undefined));
  return [
    {
      '@type': 'CitationTree',
      description: '依章節：節、項、目、款。',
      citeStructure: structure(DIVISIONS.slice(1, depth + 1)),
    },
    ...(chapter.pages ? [PAGE_TREE] : []),
  ];
}

/** What the navigation endpoint says of the chapter: as much as is asked for. */
function resource(chapter: Chapter, published: Published): object {
  return {
    '@id': resourceId(chapter),
    '@type': 'Resource',
    title: fullTitle(chapter),
    totalParents: 1,
    totalChildren: 0,
    ...templates(published, resourceId(chapter)),
    mediaTypes: ['application/tei+xml'],
    citationTrees: citationTrees(chapter),
  };
}

/** What the collection endpoint says of it. */
function described(chapter: Chapter, published: Published): object {
  const { lang, description, identifiers, issued, rights } = chapter;
  const latin = latinAuthor(chapter);
  const { publisher } = hostOf(chapter);
  return {
    ...resource(chapter, published),
    description,
    dublinCore: {
      title: inLanguage(lang, fullTitle(chapter)),
      creator: [
        ...inLanguage(lang, authorOf(chapter)),
        ...(latin ? inLanguage('zh-Latn', latin) : []),
      ],
      ...(publisher ? { publisher: inLanguage(lang, publisher) } : {}),
      date: issued,
      language: [lang],
      isPartOf: inLanguage(lang, imprintOf(chapter)),
      source: identifiers.map(({ url }) => url),
      rights: inLanguage(lang, rights),
    },
    download: linkTo(published, address.download('chapter.xml')),
  };
}

function root(published: Published): object {
  return {
    '@id': ROOT,
    '@type': 'Collection',
    title: '章句 Zhangju',
    description: '一篇附註的中文學術論文章節。',
    totalParents: 0,
    totalChildren: 1,
    collection: linkTo(published, address.dts(`collection/${ROOT}{/nav}.json`)),
  };
}

/** The answers of the collection endpoint, by path below /dts/. */
export function collections(chapter: Chapter, published: Published): Map<string, object> {
  const id = resourceId(chapter);
  const top = { ...HEAD, ...root(published) };
  const own = { ...HEAD, ...described(chapter, published) };
  const children = { ...top, member: [described(chapter, published)] };
  return new Map<string, object>([
    [path.collection(), children],
    [path.collection(ROOT), children],
    [path.collection(ROOT, 'children'), children],
    [path.collection(ROOT, 'parents'), { ...top, member: [] }],
    [path.collection(id), own],
    [path.collection(id, 'children'), { ...own, member: [] }],
    [path.collection(id, 'parents'), { ...own, member: [root(published)] }],
  ]);
}

const citable = (lang: string, { title, ...unit }: Unit): object => ({
  '@type': 'CitableUnit',
  ...unit,
  dublinCore: { title: inLanguage(lang, title) },
});

/** The answers of the navigation endpoint for one tree, by path below /dts/. */
export function navigations(
  chapter: Chapter,
  published: Published,
  tree: Tree,
): Map<string, object> {
  const units = unitsOf(chapter, tree);
  const depths = Array.from({ length: depthOf(units) }, (_, i) => i + 1);
  const answers = new Map<string, object>();
  const answer = (ref: Unit | undefined, down: number | undefined) => {
    const file = path.navigation(resourceId(chapter), tree, down, ref?.identifier);
    const found = members(units, ref, down);
    answers.set(file, {
      ...HEAD,
      '@id': linkTo(published, address.dts(file)),
      '@type': 'Navigation',
      resource: resource(chapter, published),
      ...(ref ? { ref: citable(chapter.lang, ref) } : {}),
      ...(found ? { member: found.map((unit) => citable(chapter.lang, unit)) } : {}),
    });
  };
  for (const down of [-1, ...depths]) answer(undefined, down);
  for (const unit of units) for (const down of [undefined, -1, 0, ...depths]) answer(unit, down);
  return answers;
}
