/** Why a search could not be made: told to the reader, never hidden in an empty result. */

export type Reason = 'index-missing' | 'garbled' | 'timeout' | 'offline';

export class SearchFailure extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, what: string, options?: ErrorOptions) {
    super(`${reason}: ${what}`, options);
    this.reason = reason;
  }
}

/** Any error as a failure; one of unknown origin means that the index is not what it should be. */
export function toFailure(error: unknown): SearchFailure {
  if (error instanceof SearchFailure) return error;
  return new SearchFailure('garbled', String(error), { cause: error });
}

/** The longest that a search may take, in milliseconds; less than 8 s, which readers are promised. */
const DEADLINE = 7500;

/** Gives up waiting when the time is over. */
export async function withDeadline<T>(work: Promise<T>, milliseconds = DEADLINE): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new SearchFailure('timeout', `no answer in ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
