/** CITATION.cff: the chapter as the Citation File Format 1.2.0 has it. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toCff } from '../../../src/exports/citation-cff.ts';
import { chapter } from './placed-chapter.ts';

const authors = [{ 'family-names': '何', 'given-names': '仁傑' }];

test('names the chapter, and its thesis as what is to be cited', () => {
  const description = '本章說明：一、二。';
  const file = toCff({ ...chapter, description });
  expect(file).not.toMatch(/[&*]a1/u);
  expect(parse(file)).toEqual({
    'cff-version': '1.2.0',
    message: expect.stringContaining('引用'),
    type: 'dataset',
    title: '駐韓美軍與朝鮮半島安全',
    authors,
    abstract: description,
    identifiers: [{ type: 'url', value: 'http://h.example/33717' }],
    'preferred-citation': {
      type: 'thesis',
      title: '第三章　駐韓美軍與朝鮮半島安全',
      authors,
      'collection-title': '駐韓美軍問題與中國立場之研究',
      'thesis-type': '碩士論文',
      institution: { name: '國立政治大學' },
      year: 2004,
      start: 42,
      end: 83,
      languages: ['zh'],
      url: 'http://h.example/33717',
    },
  });
});

test('leaves out pages and identifiers that a chapter lacks', () => {
  const file = parse(toCff({ ...chapter, pages: undefined, identifiers: [] }));
  expect(file).not.toHaveProperty('identifiers');
  expect(Object.keys(file['preferred-citation'])).not.toEqual(
    expect.arrayContaining(['start', 'url']),
  );
});
