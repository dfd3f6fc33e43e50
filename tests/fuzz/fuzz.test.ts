/** A case that fails is made small, and can be run again alone. */
import { afterEach, expect, test, vi } from 'vitest';
import { below, type Fuzz, fuzz } from './fuzz.ts';

afterEach(() => vi.unstubAllEnvs());

const SEVENS: Fuzz<number> = {
  seed: 1,
  cases: 200,
  make: (chance) => Array.from({ length: 1 + below(chance, 20) }, () => below(chance, 10)),
  fault: (numbers) => (numbers.includes(7) ? 'there is a seven' : undefined),
};

const messageOf = (run: Fuzz<number>): Promise<string> =>
  fuzz('sevens', run).then(
    () => '',
    (error: Error) => error.message,
  );

test('it is shown with nothing in it but the fault, and with what repeats it', async () => {
  const said = await messageOf(SEVENS);
  expect(said).toMatch(/^sevens, FUZZ_SEED=1 FUZZ_PATH=[\d:]+: .*there is a seven/u);
  expect(said).toMatch(/\n\[7\]$/u);
  vi.stubEnv('FUZZ_PATH', /FUZZ_PATH=(\d+(?::\d+)*)/u.exec(said)?.[1] ?? '');
  const cases: (readonly number[])[] = [];
  const fault: Fuzz<number>['fault'] = (numbers) => {
    cases.push(numbers);
    return SEVENS.fault(numbers);
  };
  expect(await messageOf({ ...SEVENS, fault })).toMatch(/\n\[7\]$/u);
  expect(cases[0]).toEqual([7]);
});

test('what throws has a fault', async () => {
  const fault = () => {
    throw new RangeError('too far');
  };
  expect(await messageOf({ ...SEVENS, fault })).toContain('too far');
});

test('where nothing is wrong, all cases are run', async () => {
  const fault = vi.fn(() => undefined);
  expect(await messageOf({ ...SEVENS, fault })).toBe('');
  expect(fault).toHaveBeenCalledTimes(200);
});
