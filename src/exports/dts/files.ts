/** All files of the Distributed Text Services, by path below /dts/. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import type { Published } from '../published.ts';
import { PAGES, path } from './addresses.ts';
import { documents } from './documents.ts';
import { collections, entryPoint, navigations } from './json.ts';

export function dtsFiles(chapter: Chapter, published: Published): Map<string, string> {
  const answers = new Map<string, object>([
    [path.entry, entryPoint(published)],
    ...collections(chapter, published),
    ...navigations(chapter, published, undefined),
    ...(chapter.pages ? navigations(chapter, published, PAGES) : []),
  ]);
  const json = [...answers].map(([file, answer]): [string, string] => [
    file,
    `${JSON.stringify(answer, null, 1)}\n`,
  ]);
  return new Map([...json, ...documents(chapter, published)]);
}
