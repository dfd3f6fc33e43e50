/** The parts of a Word file (ECMA-376): which is which, and how they are called. */
import { ImportError } from '../../errors.ts';
import { openContainer } from '../container.ts';
import { attributeOf, type Element, elementsOf, type Prefixes, parseXml } from '../xml.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PREFIXES: Prefixes = {
  [W]: 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
};

/** A part as XML, with its name in the container. */
export interface Part {
  name: string;
  root: Element;
}

/** The parts of a Word file that hold text or say how it is to be read. */
export interface Package {
  main: Part;
  /** Targets of the main part's relations, by their ids: addresses of links, names of parts. */
  targets: Map<string, string>;
  /** The part of a kind: styles, numbering, settings, footnotes, endnotes, comments. */
  part: (kind: string) => Part | undefined;
  /** A part by the id of its relation (headers and footers). */
  related: (id: string | undefined) => Part | undefined;
  core: Element | undefined;
  app: Element | undefined;
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1);

/** A target, which may be relative to the folder of the part. */
function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

interface Relation {
  id: string;
  kind: string;
  target: string;
}

/** @throws ImportError for what is no Word file */
export function openPackage(bytes: Uint8Array): Package {
  const parts = openContainer(bytes, (name) => /\.(?:xml|rels)$/u.test(name));
  const parsed = new Map<string, Element>();
  const read = (name: string): Element | undefined => {
    const known = parsed.get(name);
    const own = parts.get(name);
    if (known || !own) return known;
    const root = parseXml(own, name, PREFIXES);
    parsed.set(name, root);
    return root;
  };
  const relationsOf = (name: string): Relation[] => {
    const folder = folderOf(name);
    return elementsOf(read(`${folder}_rels/${name.slice(folder.length)}.rels`)).map((relation) => {
      const target = attributeOf(relation, 'Target') ?? '';
      const outside = attributeOf(relation, 'TargetMode') === 'External';
      return {
        id: attributeOf(relation, 'Id') ?? '',
        kind: (attributeOf(relation, 'Type') ?? '').split('/').at(-1) ?? '',
        target: outside ? target : resolvePart(folder, target),
      };
    });
  };
  const top = relationsOf('');
  const mainName = top.find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml';
  const main = read(mainName);
  if (main?.name !== 'w:document')
    throw new ImportError(
      0,
      'the file is no Word document',
      'give a .docx file, as Word or LibreOffice saves it',
    );
  const relations = relationsOf(mainName);
  const partNamed = (name: string | undefined): Part | undefined => {
    const root = name === undefined ? undefined : read(name);
    return root && name !== undefined ? { name, root } : undefined;
  };
  return {
    main: { name: mainName, root: main },
    targets: new Map(relations.map(({ id, target }) => [id, target])),
    part: (kind) => partNamed(relations.find((r) => r.kind === kind)?.target),
    related: (id) => partNamed(relations.find((r) => r.id === id)?.target),
    core: read(top.find(({ kind }) => kind === 'core-properties')?.target ?? 'docProps/core.xml'),
    app: read(top.find(({ kind }) => kind === 'extended-properties')?.target ?? 'docProps/app.xml'),
  };
}
