/** The checks of locators against mutations: a page that is not all and only what is printed is found. */
import { describe, expect, test } from 'vitest';
import type { Locator } from '../../../../src/model/citations/schema.ts';
import { ALL, changed, survivors } from './spoilt.ts';

describe('a citation spoilt is found in its own file', () => {
  test('when it names a page that is not printed', () => {
    const mutations = ALL.flatMap((one) => {
      const { locator } = one.citation;
      if (!locator) return [];
      const content = changed(one, { locator: { ...locator, value: '9999' } });
      return [{ one, name: `${locator.value} → 9999`, content }];
    });
    expect(mutations.length).toBeGreaterThan(50);
    expect(survivors(mutations)).toEqual([]);
  }, 30_000);

  /** All citations that have a locator, each with others that say less or other than is printed. */
  const ofLocators = (spoil: (locator: Locator) => (Locator | undefined)[]) =>
    ALL.flatMap((one) => {
      const { locator } = one.citation;
      if (!locator) return [];
      return spoil(locator).map((spoilt) => ({
        one,
        name: `${locator.value} → ${spoilt ? `${spoilt.label} ${spoilt.value}` : 'none'}`,
        content: changed(one, { locator: spoilt }),
      }));
    });

  test('when its locator is dropped', () => {
    const mutations = ofLocators(() => [undefined]);
    expect(mutations.length).toBeGreaterThan(50);
    expect(survivors(mutations)).toEqual([]);
  }, 30_000);

  test('when its locator has another label', () => {
    const labels: Locator['label'][] = ['volume', 'note'];
    const mutations = ofLocators(({ value }) => labels.map((label) => ({ label, value })));
    expect(mutations.length).toBeGreaterThan(100);
    expect(survivors(mutations)).toEqual([]);
  }, 30_000);

  test('when its range is cut to one end', () => {
    const mutations = ofLocators((locator) => {
      const ends = locator.value.split('-');
      return ends.length < 2 ? [] : ends.map((value) => ({ ...locator, value }));
    });
    expect(mutations.length).toBeGreaterThan(40);
    expect(survivors(mutations)).toEqual([]);
  }, 30_000);

  test('when a digit of its page is cut', () => {
    const mutations = ofLocators((locator) =>
      [...locator.value].flatMap((character, i) => {
        const value = locator.value.slice(0, i) + locator.value.slice(i + 1);
        return /\d/u.test(character) && value ? [{ ...locator, value }] : [];
      }),
    );
    expect(mutations.length).toBeGreaterThan(140);
    expect(survivors(mutations)).toEqual([]);
  }, 60_000);
});
