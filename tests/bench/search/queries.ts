/** The queries of the comparison, each with the records it should find. */
import { type Random, seeded } from './random.ts';
import { REAL, type RealQuery } from './real-queries.ts';
import { charactersOf, holding, type Stretch, simplify } from './truth.ts';

interface Case {
  typed: string;
  wanted: Set<string>;
}
export interface QuerySet {
  name: string;
  cases: Case[];
}

const HAN = /^\p{Script=Han}+$/u;

/** Characters, each with another form that people type. */
const OTHER = new Map(
  '為爲 爲為 台臺 臺台 裡裏 裏裡 佈布 佔占 著着 線綫 群羣 峰峯 眾衆 啟啓'
    .split(' ')
    .map(([printed = '', typed = '']) => [printed, typed]),
);
const VARIED = new RegExp(`^\\p{Script=Han}*[${[...OTHER.keys()].join('')}]\\p{Script=Han}*$`, 'u');

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Stretches of the text, longer paragraphs oftener. */
function cutter(stretches: readonly Stretch[], random: Random) {
  const weighted = stretches.flatMap((s) => times(Math.ceil(s.text.length / 20), () => s.text));
  return (min: number, max: number, fits = /./su): string => {
    for (;;) {
      const characters = [...random.pick(weighted)];
      const length = random.between(min, max);
      const at = random.between(0, Math.max(0, characters.length - length));
      const cut = characters
        .slice(at, at + length)
        .join('')
        .trim();
      // Quotation marks would be operators; cells of a table are no running text.
      if (charactersOf(cut) !== '' && !/["\t]/u.test(cut) && fits.test(cut)) return cut;
    }
  };
}

const widen = (text: string): string =>
  text.replace(/[!-~]/gu, (c) =>
    '-"'.includes(c) ? c : String.fromCharCode(c.charCodeAt(0) + 0xfee0),
  );

/** Strings of the text's own characters, letters, and digits that stand nowhere in it. */
function absent(stretches: readonly Stretch[], random: Random, count: number): Case[] {
  const han = [...new Set(stretches.flatMap((s) => [...s.text]))].filter((c) =>
    /\p{Script=Han}/u.test(c),
  );
  const makers = [
    () => times(random.between(2, 6), () => random.pick(han)).join(''),
    () => times(random.between(4, 8), () => random.pick([...'bcdfghjklmnpqrstvwxz'])).join(''),
    () => String(random.between(10_000, 9_000_000)),
  ];
  const cases: Case[] = [];
  while (cases.length < count) {
    // Of ten, eight of Han characters, one of letters, one of digits.
    const typed = (makers[Math.max(0, (cases.length % 10) - 7)] ?? String)();
    const found = [holding(typed, stretches), holding(simplify(typed), stretches, 'simplified')];
    if (found.every((paths) => paths.size === 0)) cases.push({ typed, wanted: new Set() });
  }
  return cases;
}

/** The records that hold it when all is Simplified, and those that print what it was typed from. */
function inSimplified(text: string, stretches: readonly Stretch[]): Case {
  const typed = simplify(text);
  // Some characters are simplified by the word (計畫 → 计划), so a stretch may cut them otherwise.
  const wanted = holding(typed, stretches, 'simplified').union(holding(text, stretches));
  return { typed, wanted };
}

const otherForm = (text: string): string => [...text].map((c) => OTHER.get(c) ?? c).join('');

function answering({ all, none = [] }: RealQuery, stretches: readonly Stretch[]): Set<string> {
  const [first = new Set<string>(), ...rest] = all.map((text) => holding(text, stretches));
  const unwanted = none.map((text) => holding(text, stretches));
  return new Set(
    [...first].filter((p) => rest.every((s) => s.has(p)) && !unwanted.some((s) => s.has(p))),
  );
}

/** The same for the same seed. */
export function querySets(stretches: readonly Stretch[], seed: number): QuerySet[] {
  const random = seeded(seed);
  const cut = cutter(stretches, random);
  const plainly = (typed: string, printed = typed): Case => ({
    typed,
    wanted: holding(printed, stretches),
  });
  return [
    { name: 'random stretches of 1–40 characters', cases: times(500, () => plainly(cut(1, 40))) },
    {
      name: 'random stretches of 2–6 Han characters',
      cases: times(300, () => plainly(cut(2, 6, HAN))),
    },
    {
      name: 'hand-made real queries',
      cases: REAL.map((query) => ({ typed: query.typed, wanted: answering(query, stretches) })),
    },
    {
      name: 'typed in Simplified',
      cases: times(300, () => inSimplified(cut(2, 12, HAN), stretches)),
    },
    {
      name: 'other regional forms of characters',
      cases: times(150, () => {
        const text = cut(2, 12, VARIED);
        return plainly(otherForm(text), text);
      }),
    },
    {
      name: 'Latin and digits in full width or capitals',
      cases: times(100, (i) => {
        const text = cut(2, 30, /[a-z0-9]/iu);
        return plainly(i % 2 ? widen(text) : text.toUpperCase(), text);
      }),
    },
    { name: 'absent strings', cases: absent(stretches, random, 300) },
  ];
}
