/**
 * Fuzzing: many inputs by chance, the same in every run. A case that fails is shown with
 * its seed and made as small as it will go; `FUZZ_SEED=… FUZZ_CASES=1` runs it alone, and
 * another seed or number of cases looks further.
 */
import { random } from '../search/random.ts';
import { watch } from './watchdog.ts';

/** A number from 0 to 1. */
export type Chance = () => number;

export interface Fuzz<T> {
  /** The first seed; each case has the next one. */
  seed: number;
  cases: number;
  /** Makes an input, as parts that can be left out one by one. */
  make(chance: Chance): readonly T[];
  /** What is wrong with what became of an input; an error that it throws is wrong too. */
  fault(input: readonly T[]): string | undefined | Promise<string | undefined>;
}

/** No case is tried in more forms than this while it is made small. */
const TRIES = 400;

/** A whole number from 0 on, below `end`. */
export const below = (chance: Chance, end: number): number => Math.floor(chance() * end);

async function faultOf<T>({ fault }: Fuzz<T>, input: readonly T[]): Promise<string | undefined> {
  try {
    return await fault(input);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Leaves parts out, halves first, as long as there is still a fault. */
async function shrink<T>(run: Fuzz<T>, input: readonly T[], beat: () => void): Promise<readonly T[]> {
  let small = input;
  let tries = 0;
  for (let size = Math.ceil(input.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < small.length && tries < TRIES; tries += 1) {
      beat();
      const less = small.toSpliced(at, size);
      if (await faultOf(run, less)) small = less;
      else at += size;
    }
  }
  return small;
}

/** Runs all cases. @throws for the first that has a fault */
export async function fuzz<T>(name: string, run: Fuzz<T>): Promise<void> {
  const first = Number(process.env['FUZZ_SEED'] ?? run.seed);
  const cases = Number(process.env['FUZZ_CASES'] ?? run.cases);
  const dog = watch(name);
  try {
    for (let seed = first; seed < first + cases; seed += 1) {
      dog.beat(seed);
      const input = run.make(random(seed));
      if ((await faultOf(run, input)) === undefined) continue;
      const small = await shrink(run, input, () => dog.beat(seed));
      const what = await faultOf(run, small);
      throw new Error(
        `${name}, FUZZ_SEED=${seed} FUZZ_CASES=1: ${what}\n${JSON.stringify(small).slice(0, 2000)}`,
      );
    }
  } finally {
    await dog.end();
  }
}
