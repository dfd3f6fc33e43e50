/** Whatever a source says is in its record, in every form, for every type: in a field, or noted. */

import { expect, test } from 'vitest';
import { toXml } from 'xast-util-to-xml';
import { toBiblatex } from '../../../src/exports/bibtex/biblatex.ts';
import { toBibtex } from '../../../src/exports/bibtex/bibtex.ts';
import { toCsl } from '../../../src/exports/csl-json.ts';
import { reference } from '../../../src/exports/jats/references.ts';
import { toRis } from '../../../src/exports/ris.ts';
import { biblStruct } from '../../../src/exports/tei/sources.ts';
import { type Source, type SourceData, sourceSchema } from '../../../src/model/sources/source.ts';
import { source } from '../model/sources/source.ts';

/** A word of its own for each field that holds words. */
const WORDS = {
  title: 'wtitle',
  'container-title': 'wcontainer',
  'collection-title': 'wcollection',
  'event-title': 'wevent',
  'event-place': 'wheld',
  authority: 'wauthority',
  genre: 'wgenre',
  edition: 'wedition',
  volume: 'wvolume',
  issue: 'wissue',
  number: 'wnumber',
  page: 'wpage',
  publisher: 'wpublisher',
  'publisher-place': 'wplace',
} satisfies Partial<SourceData>;

const name = (family: string) => [{ family, given: 'Ann' }];
const NAMES = {
  author: name('Wauthor'),
  editor: name('Weditor'),
  translator: name('Wtranslator'),
  'container-author': name('Wwhole'),
};
const URLS = { URL: 'https://w.example/first', otherURLs: ['https://w.example/other'] };

const FORMS: Record<string, (one: Source) => string> = {
  BibTeX: (one) => toBibtex([one]),
  BibLaTeX: (one) => toBiblatex([one]),
  RIS: (one) => toRis([one]),
  'CSL-JSON': (one) => JSON.stringify(toCsl(one)),
  TEI: (one) => toXml(biblStruct(one)),
  JATS: (one) => toXml(reference(one)),
};

const types = sourceSchema.shape.type.options;
const wanted = [
  ...Object.values(WORDS),
  ...Object.values(NAMES).map(([{ family } = { family: '' }]) => family),
  URLS.URL,
  ...URLS.otherURLs,
];

test.each(Object.keys(FORMS))('%s holds all that a source of any type says', (form) => {
  const lost = types.flatMap((type) =>
    (['zh', 'en'] as const).flatMap((language) => {
      const data = source({ type, language, ...WORDS, ...NAMES, ...URLS });
      const record = FORMS[form]?.({ id: 'x', ...data }) ?? '';
      return wanted.filter((word) => !record.includes(word)).map((word) => `${type}: ${word}`);
    }),
  );
  expect(lost).toEqual([]);
  expect(types.length).toBeGreaterThan(10);
});

test.each(Object.keys(FORMS))('%s says a thing that stands alone once', (form) => {
  const wrong = types.flatMap((type) =>
    Object.entries(WORDS).flatMap(([key, word]) => {
      const data = source({ type, title: 'A lamp', [key]: word });
      const record = FORMS[form]?.({ id: 'x', ...data }) ?? '';
      // BibTeX files by a title what nobody wrote, and the outlet is of our own making.
      const own = record.replace(/^ {2}key = .*$/mu, '').replace(/"outlet":"[^"]*"/u, '');
      return own.split(word).length === 2 ? [] : [`${type}: ${key}`];
    }),
  );
  // Programs read no kind of a chapter from its field.
  expect(wrong).toEqual(form === 'RIS' ? ['chapter: genre'] : []);
});
