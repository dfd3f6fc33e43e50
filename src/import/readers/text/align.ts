/**
 * Leads marks to notes. Both stand in order, so of all places that could be
 * the mark of a note those are taken that, in order, serve most notes at the
 * least cost. Form does not matter: the number joins a mark and its note.
 */

/** A place in the text that could be a mark. */
export interface Place {
  number: number;
  /** Signs (＊) and numbers are counted apart. */
  sign: boolean;
  /** Index of its page; 0 where pages are not known. */
  page: number;
  /** How unlikely it is that this is a mark: 0 for a raised number, up to 60. */
  cost: number;
}

/** A note to be led to. */
export interface Target {
  number: number;
  sign: boolean;
  page: number;
  /** Notes at an end stand far from their marks. */
  far: boolean;
}

export interface Alignment {
  /** For each place the index of its note. */
  noteOf: (number | undefined)[];
  /** Notes without a mark. */
  unmarked: number[];
  /** Pairs of a note and another place that fits as well as the one taken. */
  rivals: { note: number; place: number }[];
}

const WORTH = 100;
/** A mark on the page before its note: a long page carries its last notes over. */
const PAGE_BEFORE = 8;
/** A mark on the page after its note: Typst may set a note before it moves the line of its mark to the next page. */
const PAGE_AFTER = 25;
/** How many pages a note may stand from its mark. */
const APART = 1;

interface Pair {
  note: number;
  place: number;
  gain: number;
  best: number;
  before: Pair | undefined;
}

function gainOf(place: Place, target: Target): number | undefined {
  if (place.number !== target.number || place.sign !== target.sign) return undefined;
  const behind = target.page - place.page;
  if (target.far) return behind < 0 ? undefined : WORTH - place.cost;
  if (Math.abs(behind) > APART) return undefined;
  const page = behind === 0 ? 0 : behind > 0 ? PAGE_BEFORE : PAGE_AFTER;
  return WORTH - place.cost - page;
}

/** The best choice of places, as a chain of pairs. */
function chain(pairs: Pair[], notes: number): Pair | undefined {
  // best[n]: the best chain among the places so far whose last note is n.
  const best: (Pair | undefined)[] = new Array(notes).fill(undefined);
  // Fenwick tree over the notes: the best chain that ends at or before a note.
  const tree: (Pair | undefined)[] = new Array(notes + 1).fill(undefined);
  const upTo = (note: number): Pair | undefined => {
    let found: Pair | undefined;
    for (let i = note; i > 0; i -= i & -i) {
      const own = tree[i];
      if (own && (!found || own.best > found.best)) found = own;
    }
    return found;
  };
  const put = (pair: Pair): void => {
    for (let i = pair.note + 1; i <= notes; i += i & -i) {
      const own = tree[i];
      if (!own || pair.best > own.best) tree[i] = pair;
    }
  };
  for (let i = 0; i < pairs.length; ) {
    // Pairs of one place do not follow one another.
    const { place } = pairs[i] as Pair;
    const group: Pair[] = [];
    while (pairs[i]?.place === place) group.push(pairs[i++] as Pair);
    for (const pair of group) {
      pair.before = upTo(pair.note);
      pair.best = pair.gain + (pair.before?.best ?? 0);
    }
    for (const pair of group) {
      const own = best[pair.note];
      if (own && own.best >= pair.best) continue;
      best[pair.note] = pair;
      put(pair);
    }
  }
  return upTo(notes);
}

/** Leads places to notes, both in the order of the text. */
export function align(places: Place[], targets: Target[]): Alignment {
  const byNumber = new Map<string, number[]>();
  const keyOf = (of: { number: number; sign: boolean }) => `${of.sign}${of.number}`;
  for (const [i, target] of targets.entries())
    byNumber.set(keyOf(target), [...(byNumber.get(keyOf(target)) ?? []), i]);
  const pairs = places.flatMap((place, p) =>
    (byNumber.get(keyOf(place)) ?? []).flatMap((note): Pair[] => {
      const gain = gainOf(place, targets[note] as Target);
      return gain === undefined ? [] : [{ note, place: p, gain, best: 0, before: undefined }];
    }),
  );
  const noteOf: (number | undefined)[] = places.map(() => undefined);
  const placeOf: (number | undefined)[] = targets.map(() => undefined);
  const chosen: Pair[] = [];
  for (let pair = chain(pairs, targets.length); pair; pair = pair.before) {
    noteOf[pair.place] = pair.note;
    placeOf[pair.note] = pair.place;
    chosen.unshift(pair);
  }
  const rivals = chosen.flatMap(({ note, place, gain }, i) => {
    const after = chosen[i - 1]?.place ?? -1;
    const before = chosen[i + 1]?.place ?? places.length;
    return pairs
      .filter((p) => p.note === note && p.place !== place && p.gain === gain)
      .filter((p) => p.place > after && p.place < before && places[p.place]?.cost !== 0)
      .map((p) => ({ note, place: p.place }));
  });
  const unmarked = targets.flatMap((_, i) => (placeOf[i] === undefined ? [i] : []));
  return { noteOf, unmarked, rivals };
}

/**
 * Further marks of a note that has one: certain places with its number, after it and in its range.
 * @param isSure whether a place is certain enough to be a mark that comes again
 */
export function repeats<P extends Place>(
  places: P[],
  targets: Target[],
  { noteOf }: Alignment,
  isSure: (place: P) => boolean = ({ cost }) => cost <= 0,
): (number | undefined)[] {
  const again = [...noteOf];
  let last = -1;
  for (const [i, place] of places.entries()) {
    const own = noteOf[i];
    if (own !== undefined) {
      last = Math.max(last, own);
      continue;
    }
    if (!isSure(place)) continue;
    for (let note = last; note >= 0; note -= 1) {
      const target = targets[note] as Target;
      const same = target.number === place.number && target.sign === place.sign;
      if (
        same &&
        (target.far || Math.abs(target.page - place.page) <= 1 || unique(targets, target))
      ) {
        again[i] = note;
        break;
      }
    }
  }
  return again;
}

const unique = (targets: Target[], of: Target): boolean =>
  targets.filter((t) => t.number === of.number && t.sign === of.sign).length === 1;

/**
 * Numbers that stand side by side in one run of digits: 3132 is 31 and 32 where
 * there are such notes and none with the number 3132.
 * @param has whether a note that may be marked here has this number
 * @returns the length of each number; one where the run is one number
 */
export function numbersIn(digits: string, has: (number: number) => boolean): number[] {
  const whole = [digits.length];
  if (!/^\d{2,8}$/u.test(digits) || has(Number(digits))) return whole;
  for (let first = 1; first <= digits.length / 2; first += 1) {
    const lengths: number[] = [];
    let number = Number(digits.slice(0, first));
    let at = 0;
    while (at < digits.length && digits.startsWith(String(number), at) && has(number)) {
      lengths.push(String(number).length);
      at += String(number).length;
      number += 1;
    }
    if (at === digits.length && lengths.length > 1) return lengths;
  }
  return whole;
}
