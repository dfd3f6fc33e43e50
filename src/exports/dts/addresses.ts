/**
 * Where the files of the Distributed Text Services lie. A static host answers paths and no
 * query strings, so the URI templates (RFC 6570) put every parameter into the path.
 */
import { address } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { linkTo, type Published } from '../published.ts';

/** The collection that holds everything. */
export const ROOT = 'zhangju';

/** The chapter as a resource: a name without slashes, since it stands in paths. */
export const resourceId = ({ number }: Chapter): string => `chapter-${number}`;

/** The second citation tree; the first, by sections, is the default and has no name. */
export const PAGES = 'pages';
export type Tree = typeof PAGES | undefined;

const parameter = (name: string, value: string | number | undefined) =>
  value === undefined ? '' : `;${name}=${value}`;
const segment = (value: string | undefined) => (value === undefined ? '' : `/${value}`);

/** Paths below /dts/, each the expansion of its template. */
export const path = {
  entry: 'index.json',
  collection: (id?: string, nav?: string) => `collection${segment(id)}${segment(nav)}.json`,
  navigation: (resource: string, tree: Tree, down: number | undefined, ref?: string) =>
    `navigation/${resource}${parameter('tree', tree)}${parameter('down', down)}${segment(ref)}.json`,
  document: (resource: string, tree: Tree, ref?: string) =>
    `document/${resource}${parameter('tree', tree)}${segment(ref)}.xml`,
} as const;

/** The same as URI templates; of one resource where it is given. */
export function templates(published: Published, resource?: string) {
  const at = (template: string) => linkTo(published, address.dts(template));
  const id = resource ?? '{resource}';
  return {
    collection: at(
      resource === undefined ? 'collection{/id,nav}.json' : `collection/${id}{/nav}.json`,
    ),
    navigation: at(`navigation/${id}{;tree,down}{/ref}.json`),
    document: at(`document/${id}{;tree}{/ref}.xml`),
  };
}
