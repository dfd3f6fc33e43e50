/** Look-up links are made of what a work says, and of nothing else. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { LOOKUPS_YAML } from '../../../../src/cli/new/lookups.ts';
import { lookupLinks, lookupsSchema } from '../../../../src/model/sources/lookups.ts';
import type { SourceData } from '../../../../src/model/sources/source.ts';
import { ROOT } from '../../../cases/content.ts';
import { source } from './source.ts';

const DEFAULTS = lookupsSchema.parse(parse(LOOKUPS_YAML).lookups);
const linksOf = (data: Partial<SourceData>, urls?: string[]) =>
  lookupLinks(urls ? lookupsSchema.parse([{ name: 'x', urls }]) : DEFAULTS, source(data));

test('the text that is here has the look-up links of a new project', () => {
  const yaml = readFileSync(join(ROOT, 'content/chapter.yaml'), 'utf8');
  expect(lookupsSchema.parse(parse(yaml).lookups)).toEqual(DEFAULTS);
});

test('a value is encoded, whatever it holds', () => {
  const title = '「燈」& Lamps? #1/2 (100%)';
  expect(linksOf({ title }, ['https://lamp.example/?q={title}&x=1'])).toEqual([
    {
      name: 'x',
      url: 'https://lamp.example/?q=%E3%80%8C%E7%87%88%E3%80%8D%26%20Lamps%3F%20%231%2F2%20%28100%25%29&x=1',
      opensOnly: false,
    },
  ]);
  // What a field holds is not read as a template again.
  expect(linksOf({ title: '{isbn}$&' }, ['https://lamp.example/{title}'])[0]?.url).toBe(
    'https://lamp.example/%7Bisbn%7D%24%26',
  );
});

test('the first address whose fields are all there is taken; without one there is no link', () => {
  const urls = ['https://lamp.example/i/{isbn}', 'https://lamp.example/t/{title}/{year}'];
  const identifiers: SourceData['identifiers'] = [
    { type: 'isbn', value: '0-306-40615-2', by: 'x' },
  ];
  const issued = { date: '1981/1982', printed: '1981-82' };
  expect(linksOf({ title: 'Lamps', issued, identifiers }, urls)[0]?.url).toMatch(/i\/0306406152$/u);
  expect(linksOf({ title: 'Lamps', issued }, urls)[0]?.url).toMatch(/t\/Lamps\/1981$/u);
  expect(linksOf({ title: 'Lamps' }, urls)).toEqual([]);
  // A description is no title that a catalogue could know.
  expect(linksOf({ title: '[two articles]', issued }, urls)).toEqual([]);
});

test('a catalogue is offered for the kinds and languages that it has', () => {
  const names = (data: Partial<SourceData>) => linksOf(data).map(({ name }) => name);
  expect(names({ title: 'Lamps' })).toEqual(['WorldCat', 'Google Scholar']);
  expect(names({ title: '燈', language: 'zh' })).toEqual([
    '國家圖書館（臺灣期刊論文索引）',
    '華藝線上圖書館',
    'WorldCat',
    'Google Scholar',
  ]);
  expect(names({ title: '燈', language: 'zh', kind: 'book' })).toEqual([
    '國家圖書館（全國圖書書目資訊網）',
    'WorldCat',
    'Google Scholar',
  ]);
  expect(linksOf({ title: '燈', language: 'zh' }).map((link) => link.opensOnly)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
