/** The versions of the text: listed on their page, and named wherever the text as it stands can be cited. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { textDigest } from '../../src/model/versions/digest.ts';
import { readVersions } from '../../src/model/versions/recorded.ts';
import { all, attribute, DIST, hasTag, page, ROOT, text } from './site.ts';

const root = join(ROOT, 'content');
const versions = readVersions(root);
const read = (file: string) => readFileSync(join(DIST, file));
const words = (address: string) => text(page(address), ({ tagName }) => tagName === 'style');

test('each is on the page of versions, the latest first, with its digest and what changed', () => {
  expect(versions.length).toBeGreaterThan(0);
  const named = all(page('/versions/'), hasTag('h2')).map((heading) => attribute(heading, 'id'));
  const ids = versions.map(({ digest }) => `v-${digest.slice(0, 8)}`).reverse();
  expect(named.slice(0, ids.length)).toEqual(ids);
  for (const { digest, changes } of versions) {
    expect(words('/versions/')).toContain(digest);
    for (const change of changes) expect(words('/versions/')).toContain(change);
  }
});

test('the text as it stands says its version everywhere, or nowhere where it is none', () => {
  const { digest } = textDigest(root);
  const present = versions.find((version) => version.digest === digest);
  const places = JSON.parse(read('places.json').toString()) as {
    styles: { forms: { versioned?: { text: string }[] } }[];
  };
  const forms = places.styles.flatMap(({ forms: { versioned = [] } }) =>
    versioned.length > 0 ? [versioned.map((run) => run.text).join('')] : [],
  );
  const epub = unzipSync(read('downloads/chapter.epub'));
  const said = {
    'the page of versions': words('/versions/'),
    about: words('/about/'),
    downloads: words('/downloads/'),
    'CSL-JSON': read('downloads/chapter.csl.json').toString(),
    'CITATION.cff': read('downloads/CITATION.cff').toString(),
    'JSON-LD': read('downloads/chapter.jsonld').toString(),
    TEI: read('downloads/chapter.xml').toString(),
    EPUB: strFromU8(epub['EPUB/colophon.xhtml'] ?? new Uint8Array()),
    'notes that name it': forms.join('\n'),
  };
  const pattern = /版次 \d{4}-\d{2}-\d{2}（[0-9a-f]{8}）|\d{4}-\d{2}-\d{2} \([0-9a-f]{8}\)/u;
  for (const [where, saying] of Object.entries(said)) {
    if (present) expect(saying, where).toContain(present.digest.slice(0, 8));
    else if (where !== 'the page of versions') expect(saying, where).not.toMatch(pattern);
  }
  expect(forms).toHaveLength(present ? 3 : 0);
});
