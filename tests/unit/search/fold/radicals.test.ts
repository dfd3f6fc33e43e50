/** Radicals and strokes fold to the ideographs that Unicode calls their equivalents. */
import { expect, test } from 'vitest';
import { RADICALS } from '../../../../src/search/fold/radicals.ts';
import { tokenise } from '../../../../src/search/fold/tokens.ts';

const keys = (text: string) => tokenise(text).map(({ key }) => key);

test.each([
  ['⻑期', '長期'],
  ['⻓期', '长期'],
  ['⺠⽣', '民生'],
  ['⻄⽅', '西方'],
  ['㇐㇑', '一丨'],
  ['⻘年', '青年'],
])('%s is %s', (one, other) => expect(keys(one)).toEqual(keys(other)));

test('every radical of the supplement but two has an ideograph, and each is one', () => {
  const supplement = [...RADICALS].filter(([c]) => c < '⻴');
  expect(supplement).toHaveLength(0x2ef3 - 0x2e80 + 1 - 2);
  for (const [, ideograph] of RADICALS) expect(ideograph).toMatch(/^\p{Unified_Ideograph}$/u);
});
