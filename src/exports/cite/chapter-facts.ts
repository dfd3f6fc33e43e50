/** What the styles say of a chapter of a thesis. */
import type { Thesis } from '../../model/chapter/chapter.ts';
import { type Name, spoken } from '../../model/sources/name.ts';
import type { Run } from '../../model/sources/reference/runs.ts';
import { englishTitle, type Shown } from '../../model/sources/reference/titles.ts';
import type { Source } from '../../model/sources/source.ts';
import { pageRange } from '../imprint.ts';
import { chapterSource } from './record.ts';

export interface Facts {
  chapter: Thesis;
  /** The chapter as a source, its title without the label. */
  source: Source;
  author: Name;
  /** 何仁傑 */
  name: string;
  /** 2004, where the thesis has a day too. */
  year: string;
  /** National Chengchi University; the Chinese name where it has no other. */
  school: string;
  /** 國立政治大學東亞研究所 */
  institute: string;
  /** 42–83; undefined where the print numbers no pages. */
  pages: string | undefined;
  handle: string | undefined;
  /** The titles as an English style shows them. */
  title: (shown: Shown) => Run[];
  thesis: (shown: Shown) => Run[];
  /** Without its translation, for short notes. */
  shortTitle: Run[];
}

export function factsOf(chapter: Thesis): Facts {
  const { author, institution, identifiers, title, issued } = chapter;
  const source: Source = { ...chapterSource(chapter), title };
  const { translated: _, ...untranslated } = source;
  return {
    chapter,
    source,
    author,
    name: spoken(author),
    year: issued.slice(0, 4),
    school: institution.latin ?? institution.name,
    institute: institution.name + (institution.department ?? ''),
    pages: pageRange(chapter),
    handle: identifiers[0]?.url,
    title: (shown) => englishTitle(source, 'title', shown),
    shortTitle: englishTitle(untranslated, 'title', { as: 'part', characters: false }),
    thesis: (shown) => englishTitle(source, 'container-title', shown),
  };
}
