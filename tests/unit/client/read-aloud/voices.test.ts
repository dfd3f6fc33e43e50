/** Which voice reads. */
import { describe, expect, test } from 'vitest';
import { preferencesIn } from '../../../../src/client/read-aloud/preferences.ts';
import {
  isOfRegion,
  primaryOf,
  type Voice,
  voicesFor,
} from '../../../../src/client/read-aloud/voices.ts';

const voice = (name: string, lang: string, localService = true): Voice => ({
  name,
  lang,
  localService,
  voiceURI: name,
});
const ALL = [
  voice('Samantha', 'en-US'),
  voice('Sinji', 'zh-HK'),
  voice('Tingting', 'zh-CN'),
  voice('Dongmei', 'zh-CN-liaoning'),
  voice('Eddy (Chinese (Taiwan))', 'zh-TW'),
  voice('Google 國語（臺灣）', 'zh-TW', false),
  voice('Meijia', 'zh_TW'),
  voice('Meijia (Premium)', 'zh-TW'),
  voice('Kyoko', 'ja-JP'),
];
const names = (lang: string, voices = ALL, online = true) =>
  voicesFor(voices, lang, online).map(({ name }) => name);

describe('the voices of a language', () => {
  test('of the printed script: of Taiwan, then other Mandarin, then Cantonese', () => {
    expect(names('zh-Hant-TW')).toEqual([
      'Meijia (Premium)',
      'Meijia',
      'Google 國語（臺灣）',
      'Tingting',
      'Dongmei',
      'Sinji',
    ]);
  });

  test('of a page in Simplified characters: of the mainland first', () => {
    expect(names('zh-Hans')[0]).toBe('Tingting');
    expect(names('zh-Hant-HK')[0]).toBe('Sinji');
  });

  test('poor voices read where there are no others', () => {
    expect(names('zh-Hant-TW', ALL.slice(4, 5))).toEqual(['Eddy (Chinese (Taiwan))']);
  });

  test('away from the net, only those of the device', () => {
    expect(names('zh-Hant-TW', ALL, false)).not.toContain('Google 國語（臺灣）');
  });

  test('none is of another language', () => {
    expect(names('ko')).toEqual([]);
    expect(names('en')).toEqual(['Samantha']);
  });

  test.each([
    ['cmn-TW', true],
    ['cmn-Hant-TW', true],
    ['zh-Hant', true],
    ['zh_CN', false],
    ['yue-HK', false],
    ['zh', false],
  ])('%s is of Taiwan: %s', (lang, is) => {
    expect(primaryOf(lang)).toBe('zh');
    expect(isOfRegion(voice('', lang), 'zh-Hant-TW')).toBe(is);
  });
});

test('what is stored counts as far as it can be understood', () => {
  expect(preferencesIn('{"rate":1.5,"voices":{"zh-Hans":"a","x":1},"notes":true}')).toEqual({
    rate: 1.5,
    voices: { 'zh-Hans': 'a' },
    notes: true,
  });
  const usual = { rate: 1, voices: {}, notes: false };
  for (const text of [null, '', '[]', '7', 'null', '{"rate":9,"voices":"x","notes":1}'])
    expect(preferencesIn(text)).toEqual(usual);
});
