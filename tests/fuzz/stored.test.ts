/** What lies in a browser: written by an earlier edition, by another site of the same origin, or by nobody's hand. */
import { expect, test } from 'vitest';
import { historySteps } from '../../src/client/search/history-steps.ts';
import { placesIn, readIn } from '../../src/client/session/reading.ts';
import { CHOICES, isSetting, SIZES } from '../../src/client/settings/choices.ts';
import { NAMES, settingsIn, straysIn, written } from '../../src/client/settings/stored.ts';
import { askIn, manifestIn, pathBelow, stateIn, statusIn } from '../../src/worker/understood.ts';
import { among } from '../search/random.ts';
import { below, type Chance, fuzz } from './fuzz.ts';
import { odd } from './harm.ts';

const WORDS = [
  ...CHOICES.flatMap(({ name, options }) => [name, ...options.map(([value]) => value)]),
  ...[SIZES.name, '1', '7', '8', 'serif', 'night', '__proto__', 'constructor', 'toString'],
  ...['id', 'name', 's4', 's4-2-1-p3', '/sections/4/', '//evil.example/', 'javascript:alert(1)'],
  ...'edition whole since latest asked before cache clients begun trouble reason path'.split(' '),
  ...'shell files ask status save cancel remove read addresses fresh progress done of'.split(' '),
  ...'pages bytes size behind quota assets/a.js offline/'.split(' '),
];
const text = (chance: Chance): string =>
  below(chance, 6) === 0 ? odd(chance) : among(WORDS, chance);

/** Any value that JSON can hold. */
function value(chance: Chance, depth = 0): unknown {
  const kind = below(chance, depth > 3 ? 6 : 10);
  if (kind < 2) return text(chance);
  if (kind === 2) return below(chance, 2) === 0;
  if (kind === 3) return among([0, 1, -1, 1e21, 0.5, 1_764_000_000_000], chance);
  if (kind === 4) return null;
  if (kind === 5) return text(chance).repeat(below(chance, 20));
  const inside = () => value(chance, depth + 1);
  const length = below(chance, 5);
  if (kind < 8) return Array.from({ length }, inside);
  return Object.fromEntries(Array.from({ length }, () => [text(chance), inside()]));
}

/** A text in the store, as parts: names and values; seldom one that is cut, or no JSON. */
function entries(own: (chance: Chance) => [string, unknown]) {
  return (chance: Chance): [string, unknown][] =>
    Array.from({ length: below(chance, 7) }, () =>
      below(chance, 3) === 0 ? [text(chance), value(chance)] : own(chance),
    );
}

/** The forms in which entries may lie there. */
function textsOf(parts: readonly [string, unknown][]): (string | null)[] {
  const whole = JSON.stringify(Object.fromEntries(parts));
  const values = parts.map(([, v]) => v);
  return [
    whole,
    whole.slice(0, whole.length >> 1),
    whole.replace('{', '{"__proto__":{"theme":"dark"},'),
    JSON.stringify(values),
    JSON.stringify(values[0] ?? null),
    JSON.stringify(whole),
    parts.map(([name]) => name).join(),
    null,
  ];
}

const TIME = 300_000;

test('settings', { timeout: TIME }, async () => {
  let taken = 0;
  await fuzz('settings stored', {
    seed: 61,
    cases: 10_000,
    make: entries((chance) => {
      const { name, options } = among(CHOICES, chance);
      return below(chance, 4) === 0
        ? [among(NAMES, chance), text(chance)]
        : [
            name,
            among(
              options.map(([one]) => one),
              chance,
            ),
          ];
    }),
    fault: (parts) => {
      for (const stored of textsOf(parts)) {
        const settings = settingsIn(stored);
        taken += settings.size;
        for (const entry of settings) if (!isSetting(...entry)) return `not ours: ${entry}`;
        const again = settingsIn(written(settings));
        if (written(again) !== written(settings)) return 'another after it was stored again';
        if (straysIn(written(settings)).length > 0) return 'what is not ours is stored again';
        if (straysIn(stored).some((name) => NAMES.includes(name))) return 'ours is a stray';
      }
      const all = settingsIn(JSON.stringify(Object.fromEntries(parts)));
      const lost = Object.entries(Object.fromEntries(parts)).find(
        ([name, v]) => typeof v === 'string' && isSetting(name, v) && all.get(name) !== v,
      );
      return lost && `lost: ${lost}`;
    },
  });
  if (!process.env['FUZZ_CASES']) expect(taken).toBeGreaterThan(5000);
});

test('places and paragraphs read', { timeout: TIME }, async () => {
  const place = (chance: Chance): [string, unknown] => [
    among(['/sections/4/', '/', '/pages/57/', '//evil.example/', 'javascript:alert(1)'], chance),
    { id: text(chance), name: text(chance) },
  ];
  const read = (chance: Chance): [string, unknown] => [
    among(['s1', 's4', '__proto__'], chance),
    Array.from({ length: below(chance, 4) }, () => text(chance)),
  ];
  await fuzz('places stored', {
    seed: 62,
    cases: 10_000,
    make: entries((chance) => (below(chance, 2) === 0 ? place(chance) : read(chance))),
    fault: (parts) => {
      for (const stored of textsOf(parts)) {
        for (const [path, { id, name }] of Object.entries(placesIn(stored))) {
          if (typeof id !== 'string' || typeof name !== 'string') return 'no place';
          const to = new URL(`${path}#${id}`, 'https://thesis.example/');
          if (to.origin !== 'https://thesis.example') return `away: ${to.href}`;
        }
        const all = readIn(stored);
        if (Object.getPrototypeOf(all) !== Object.prototype) return 'another prototype';
        for (const ids of Object.values(all))
          if (new Set(ids).size !== ids.length || ids.some((id) => typeof id !== 'string'))
            return 'no paragraphs';
      }
      return undefined;
    },
  });
});

test('steps of a search: one push for what is typed in one go', { timeout: TIME }, async () => {
  await fuzz('history', {
    seed: 63,
    cases: 10_000,
    make: (chance) =>
      Array.from({ length: below(chance, 30) }, () =>
        among(['typed', 'typed', 'typed', 'sent', 'chosen'] as const, chance),
      ),
    fault: (done) => {
      const steps = historySteps();
      let typing = false;
      for (const [i, what] of done.entries()) {
        const wanted = typing && what !== 'chosen' ? 'replace' : 'push';
        if (steps[what]() !== wanted) return `${what}, step ${i}, is no ${wanted}`;
        typing = what === 'typed';
      }
      return undefined;
    },
  });
});

test('what a worker of another edition says, asks and has kept', { timeout: TIME }, async () => {
  const STATUS = {
    ...{ whole: true, edition: 'a1', since: 1, pages: ['', 'notes/'], bytes: 1, size: 2 },
    ...{ cache: 'c', behind: false, progress: { done: 1, of: 2 } },
  };
  const STATE = {
    ...{ edition: 'a1', whole: false, since: 1, latest: 'a1', asked: 1, begun: 'c' },
    before: { cache: 'c', clients: ['x'] },
  };
  const MANIFEST = { edition: 'a1', shell: ['offline/'], files: [['offline/', 'ab', 3]] };
  const ASKS = [{ ask: 'read', addresses: ['https://thesis.example/'] }, { ask: 'status' }];
  const GOOD: object[] = [STATUS, STATE, MANIFEST, ...ASKS];
  const understood = { status: 0, state: 0, manifest: 0, ask: 0 };
  await fuzz('worker', {
    seed: 64,
    cases: 10_000,
    // A good one, of which some is otherwise; or anything.
    make: (chance): [string, unknown][] => {
      if (below(chance, 4) === 0) return entries((c) => [text(c), value(c)])(chance);
      const good = Object.entries(among(GOOD, chance));
      const other = (): [string, unknown] => [
        among(good, chance)[0],
        below(chance, 2) === 0 ? undefined : value(chance),
      ];
      return [...good, ...Array.from({ length: below(chance, 3) }, other)];
    },
    fault: (parts) => {
      const whole = Object.fromEntries(parts);
      for (const said of [whole, parts, parts[0]?.[1], undefined]) {
        const status = statusIn(said);
        if (status) {
          understood.status += 1;
          if (!status.pages.every((page) => typeof page === 'string')) return 'pages';
          if (!Number.isFinite(status.bytes + status.size + status.since)) return 'no numbers';
          if (status.progress && !Number.isFinite(status.progress.done)) return 'progress';
        }
        const state = stateIn(said);
        if (state) {
          understood.state += 1;
          if (state.before && !Array.isArray(state.before.clients)) return 'clients';
          if (JSON.stringify(stateIn(state)) !== JSON.stringify(state)) return 'another state';
        }
        const manifest = manifestIn(said);
        if (manifest) {
          understood.manifest += 1;
          if (manifest.files.some(([path, hash]) => `${path}${hash}`.length < 0)) return 'files';
        }
        const ask = askIn(said);
        if (ask) {
          understood.ask += 1;
          const root = new URL('https://thesis.example/base/');
          const paths = ask.ask === 'read' ? ask.addresses.map((a) => pathBelow(root, a)) : [];
          if (paths.some((path) => path?.startsWith('/'))) return 'a path with a slash in front';
        }
      }
      return undefined;
    },
  });
  if (!process.env['FUZZ_CASES'])
    for (const count of Object.values(understood)) expect(count).toBeGreaterThan(300);
});
