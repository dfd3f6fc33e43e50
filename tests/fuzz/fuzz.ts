/**
 * Fuzzing with fast-check: many inputs by chance, the same in every run. A case that fails is
 * made as small as it will go, and shown with what repeats it: `FUZZ_SEED=… FUZZ_PATH=…`.
 * Another seed, or `FUZZ_CASES=…`, looks further.
 */
import fc from 'fast-check';
import { watch } from './watchdog.ts';

/** A number from 0 to 1. */
export type Chance = () => number;

export interface Fuzz<T> {
  seed: number;
  cases: number;
  /** Makes an input, as parts that can be left out one by one. */
  make(chance: Chance): readonly T[];
  /** What is wrong with what became of an input; an error that it throws is wrong too. */
  fault(input: readonly T[]): string | undefined | Promise<string | undefined>;
}

/** A whole number from 0 on, below `end`. */
export const below = (chance: Chance, end: number): number => Math.floor(chance() * end);

/** Inputs made of parts; smaller ones leave parts out, halves first. */
class Parts<T> extends fc.Arbitrary<readonly T[]> {
  readonly #make: Fuzz<T>['make'];

  constructor(make: Fuzz<T>['make']) {
    super();
    this.#make = make;
  }

  generate(random: fc.Random): fc.Value<readonly T[]> {
    return new fc.Value(
      this.#make(() => random.nextDouble()),
      undefined,
    );
  }

  canShrinkWithoutContext(_input: unknown): _input is readonly T[] {
    return true;
  }

  shrink(input: readonly T[]): fc.Stream<fc.Value<readonly T[]>> {
    return fc.stream(
      (function* () {
        for (let size = Math.ceil(input.length / 2); size > 0; size = Math.floor(size / 2))
          for (let at = 0; at < input.length; at += size)
            yield new fc.Value<readonly T[]>(input.toSpliced(at, size), undefined);
      })(),
    );
  }
}

/** Runs all cases. @throws for the first that has a fault, made small */
export async function fuzz<T>(name: string, run: Fuzz<T>): Promise<void> {
  const { FUZZ_SEED, FUZZ_CASES, FUZZ_PATH } = process.env;
  const seed = Number(FUZZ_SEED ?? run.seed);
  const dog = watch(name, seed);
  const property = fc.asyncProperty(new Parts(run.make), async (input) => {
    dog.beat();
    const fault = await run.fault(input);
    if (fault !== undefined) throw new Error(fault);
  });
  try {
    await fc.assert(property, {
      seed,
      numRuns: Number(FUZZ_CASES ?? run.cases),
      ...(FUZZ_PATH === undefined ? {} : { path: FUZZ_PATH }),
      reporter: ({ failed, counterexample, counterexamplePath, errorInstance }) => {
        if (!failed) return;
        const [input] = counterexample ?? [];
        throw new Error(
          `${name}, FUZZ_SEED=${seed} FUZZ_PATH=${counterexamplePath}: ${errorInstance instanceof Error ? errorInstance.stack : errorInstance}\n${JSON.stringify(input).slice(0, 2000)}`,
        );
      },
    });
  } finally {
    await dog.end();
  }
}
