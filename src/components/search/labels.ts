/** The names of facets and their values, for the search in the browser. */
import { fullTitle } from '../../exports/imprint.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { KIND } from '../../model/sources/kind-names.ts';
import { FORM, LANGUAGE } from '../sources/labels.ts';

/** Facet → its name, and the names of its values; a value without one is its own name. */
export function searchLabels({ sections }: Chapter) {
  return {
    facets: {
      type: '文獻種類',
      publisher: '刊物／出版者',
      author: '作者',
      year: '文獻年份',
      lang: '語文',
      form: '徵引方式',
      section: '節',
    },
    values: {
      type: KIND,
      lang: LANGUAGE,
      form: FORM,
      section: Object.fromEntries(sections.map((s) => [String(s.number), fullTitle(s)])),
    },
  };
}
