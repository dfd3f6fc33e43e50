/** The checks of citations against seeded mutations: a citation spoilt anywhere in the chapter is found. */
import { describe, expect, test } from 'vitest';
import { outletOf } from '../../../../src/model/sources/source.ts';
import { pick, seeded } from '../../import/source.ts';
import { ALL, CONTENT, changed, check, SOURCES, survivors } from './spoilt.ts';

test('nothing is wrong with the content as it is', () => {
  expect(check(CONTENT)).toEqual([]);
  expect(ALL.length).toBeGreaterThan(120);
});

describe('a citation spoilt is found in its own file', () => {
  test('when it is led to another source: any of the same outlet, and one of all others', () => {
    const random = seeded(1);
    const mutations = ALL.flatMap((one) => {
      const others = SOURCES.filter(({ id }) => id !== one.citation.source);
      const own = SOURCES.find(({ id }) => id === one.citation.source);
      const outlet = own && outletOf(own);
      const alike = others.filter((s) => outlet !== undefined && outletOf(s) === outlet);
      return [...alike, pick(random, others)].map(({ id }) => ({
        one,
        name: id,
        content: changed(one, { source: id, unresolved: undefined }),
      }));
    });
    expect(mutations.length).toBeGreaterThan(400);
    expect(survivors(mutations)).toEqual([]);
  }, 60_000);

  test('when a short form or a repeat points to the note before or after the right one', () => {
    const mutations = ALL.flatMap((one) => {
      const { antecedent } = one.citation;
      if (antecedent === undefined) return [];
      return [antecedent - 1, antecedent + 1].map((to) => ({
        one,
        name: `${antecedent} → ${to}`,
        content: changed(one, { antecedent: to }),
      }));
    });
    expect(mutations.length).toBeGreaterThan(50);
    expect(survivors(mutations)).toEqual([]);
  }, 30_000);

  test('when it no longer says in which work it was seen', () => {
    const mutations = ALL.filter(({ citation }) => citation.via !== undefined).map((one) => ({
      one,
      name: `without ${one.citation.via}`,
      content: changed(one, { via: undefined }),
    }));
    expect(mutations.length).toBe(2);
    expect(survivors(mutations)).toEqual([]);
  });

  test('when its source is taken out as not cited earlier', () => {
    const mutations = ALL.filter(({ citation }) => citation.source !== undefined).map((one) => ({
      one,
      name: 'not-cited-earlier',
      content: changed(one, {
        source: undefined,
        antecedent: undefined,
        basis: undefined,
        unresolved: 'not-cited-earlier',
      }),
    }));
    expect(mutations.length).toBeGreaterThan(120);
    expect(survivors(mutations)).toEqual([]);
  }, 30_000);

  test('when it has changed places with the other citation of its note or table', () => {
    const mutations = ALL.filter(({ i }) => i > 0).map((one) => {
      const { home, i } = one;
      const citations = home.citations.map(
        (c, j) => home.citations[j === i ? i - 1 : j === i - 1 ? i : j] ?? c,
      );
      return {
        one,
        name: `before ${home.citations[i - 1]?.source}`,
        content: home.with(citations),
      };
    });
    expect(mutations.length).toBeGreaterThan(10);
    expect(survivors(mutations)).toEqual([]);
  });
});

test('a source with another year is found in its own file', () => {
  const dated = CONTENT.sources.filter(({ data }) => data.issued);
  expect(dated.length).toBeGreaterThan(70);
  const silent = dated.filter(({ file, data }) => {
    const date = data.issued?.date.replace(/^\d{4}/u, (year) => String(Number(year) - 11)) ?? '';
    const issued = data.issued && { ...data.issued, date };
    const sources = CONTENT.sources.map((entry) =>
      entry.file === file ? { ...entry, data: { ...data, issued } } : entry,
    );
    const found = check({ ...CONTENT, sources });
    return !found.some((f) => f.rule === 'source/date' && f.file === file);
  });
  // The table prints 2000.08.01 及 08.03: of the second date no year is printed.
  expect(silent.map(({ file }) => file)).toEqual(['sources/china-times-2000-08-03.yaml']);
}, 30_000);

test('a citation dropped is found, there or at the source that nothing cites any more', () => {
  const dropped = ALL.map(({ home, i, name }) => ({
    name,
    findings: check(home.with(home.citations.filter((_, j) => j !== i))),
  }));
  const lost = dropped.filter(({ findings }) => findings.length === 0).map(({ name }) => name);
  expect(lost).toEqual([]);
}, 30_000);
