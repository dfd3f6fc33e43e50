/** The names of facets and their values, for the search in the browser. */

import { fullTitle } from '../../exports/imprint.ts';
import { messages } from '../../messages/site.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { KIND } from '../../model/sources/kind-names.ts';
import { FORM, LANGUAGE } from '../sources/labels.ts';

/** Facet → its name, and the names of its values; a value without one is its own name. */
export function searchLabels({ sections }: Chapter) {
  return {
    facets: {
      type: messages.search.kindOfWork,
      publisher: messages.search.publisher,
      author: messages.common.author,
      year: messages.search.year,
      lang: messages.search.language,
      form: messages.search.form,
      section: messages.common.section,
    },
    values: {
      type: KIND,
      lang: LANGUAGE,
      form: FORM,
      section: Object.fromEntries(sections.map((s) => [String(s.number), fullTitle(s)])),
    },
  };
}
