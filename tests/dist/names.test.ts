/** /names/ and the page of each name on the built site: all are there, and every passage links to its very words. */
import { expect, test } from 'vitest';
import { readNames } from '../../src/model/names/read.ts';
import { formsOf } from '../../src/model/names/schema.ts';
import { all, attribute, hasId, hasTag, one, page, ROOT, text } from './site.ts';

const names = readNames(`${ROOT}/content`).filter(({ id }) => id !== undefined);
const squeezed = (s: string) => s.replace(/\s+/gu, '');

/** What a browser does not look into for `:~:text=`. */
const unsearched = (e: { tagName: string; attrs: { name: string }[] }): boolean =>
  /^(?:script|style|noscript|template|dialog|title)$/u.test(e.tagName) ||
  e.attrs.some(({ name }) => name === 'hidden' || name === 'popover');

test('the list has every name with an address, and leads to its page', () => {
  const links = all(one(page('/names/'), hasTag('main')), hasTag('a'))
    .map((a) => attribute(a, 'href') ?? '')
    .filter((href) => /^\/names\/[^#]+\/$/u.test(href));
  expect(links.sort()).toEqual(names.map(({ id }) => `/names/${id}/`).sort());
  expect(names.length).toBeGreaterThanOrEqual(300);
});

test('every passage of a name links to its very words', () => {
  let count = 0;
  for (const name of names) {
    const links = all(page(`/names/${name.id}/`), hasTag('a')).filter((a) =>
      (attribute(a, 'href') ?? '').includes(':~:text='),
    );
    expect(links.length, name.name).toBeGreaterThan(0);
    for (const link of links) {
      const href = attribute(link, 'href') ?? '';
      const [address = '', fragment = ''] = href.split('#');
      const [passage = '', directive = ''] = fragment.split(':~:text=');
      const parts = directive.split(',').map((part) => ({
        part,
        words: decodeURIComponent(part.replace(/^-|-$/gu, '')),
      }));
      const words = parts.find(({ part }) => !/^-|-$/u.test(part))?.words ?? '';
      const own = squeezed(text(one(page(address), hasId(passage)), unsearched));
      // The words stand there with those that the link names before and after them.
      expect(own, href).toContain(squeezed(parts.map((part) => part.words).join('')));
      expect(
        formsOf(name).some((form) => squeezed(words).includes(squeezed(form))),
        `${href}: ${words}`,
      ).toBe(true);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(1000);
});
