/** Addresses as the browser may have them: a path, a query and a fragment, cut, escaped, pasted with more, or very long. */
import { expect, test } from 'vitest';
import { CHOICES, isEmpty, queryOf, stateOf, toggled } from '../../src/client/search/state.ts';
import { decoded, idOf, idsMeant, isWhole, pathsMeant } from '../../src/client/site/pasted.ts';
import { goTo } from '../../src/search/goto/goto.ts';
import { among } from '../search/random.ts';
import { places } from '../unit/search/cite/places.ts';
import { below, type Chance, fuzz } from './fuzz.ts';
import { odd } from './harm.ts';

const PARTS =
  '/ // # ? & = %20 %E7%AB%A0 %E7%AB %E % %zz %2F %2e%2e .. ． ．． . notes sections Notes 章 4 04 ４ 43 043 s4-2-1-p3 fn43 p57 table-3-1 s1-p01 :~:text= q= in= text author= year= sort= apart https: // @ \\ index.html .html zh-hans chapter search javascript: __proto__ constructor 。 ） 」 , ; 第四節 頁57 註43 57n1'.split(
    ' ',
  );

/** One address in so many is long: of one part, or of several, again and again. */
const SELDOM = 200;
const LONG = 20_000;

function address(chance: Chance): string[] {
  const part = () => (below(chance, 5) === 0 ? odd(chance) : among(PARTS, chance));
  const parts = Array.from({ length: below(chance, 8) }, part);
  if (below(chance, SELDOM) !== 0) return parts;
  const more = part() || ' ';
  return [...parts, more.repeat(Math.ceil(LONG / more.length)), part()];
}

const TIME = 300_000;

test('paths and fragments lead to places of this site, or nowhere', { timeout: TIME }, async () => {
  await fuzz('address', {
    seed: 51,
    cases: 10_000,
    make: address,
    fault: (parts) => {
      const given = parts.join('');
      const paths = pathsMeant(`/${given}`);
      const odd = paths.find((path) => !/^\/(?:[^/\s?#]+\/)*(?:[^/\s?#]+)?$/u.test(path));
      if (odd !== undefined) return `no path of this site: ${odd.slice(0, 200)}`;
      if (paths.some((path) => path.split('/').some((p) => p === '.' || p === '..')))
        return 'a path that leads out of the site';
      const base = new URL('https://thesis.example/base/');
      for (const path of paths)
        if (!new URL(`/base${path}`, base).href.startsWith(base.href)) return `away: ${path}`;
      for (const id of idsMeant(`#${given}`))
        if (id === '' || /[\s\p{Cs}]$/u.test(id)) return `no id: ${id.slice(0, 200)}`;
      const n = 1 + (given.length % 999);
      if (pathsMeant(`/notes/${n}/`)[0] !== `/notes/${n}/`) return `note ${n} is lost`;
      if (idsMeant(`#fn${n}`)[0] !== `fn${n}`) return `#fn${n} is lost`;
      if (isWhole(given) && decoded(given) !== decodeURIComponent(given)) return 'decoded wrongly';
      return idOf(`#${given}`) === decoded(given) ? undefined : 'two ids';
    },
  });
});

test('what is pasted into 跳到… leads to places of this site, or is answered', {
  timeout: TIME,
}, async () => {
  await fuzz('goto', {
    seed: 52,
    cases: 10_000,
    make: address,
    fault: (parts) => {
      const { destinations, says } = goTo(parts.join(''), places);
      const away = destinations.find(({ path }) => !/^\/(?!\/)/u.test(path));
      if (away) return `away: ${away.path}`;
      if (destinations.some(({ name }) => name === '' || /undefined|NaN/u.test(name)))
        return 'a place without a name';
      return says !== undefined && /undefined|NaN|\[object/u.test(says) ? says : undefined;
    },
  });
});

const facets = ['q', 'in', 'sort', 'apart', ...CHOICES, 'other', '__proto__'];

test('what a search has in its address comes out of it again', { timeout: TIME }, async () => {
  let full = 0;
  await fuzz('search', {
    seed: 53,
    cases: 10_000,
    make: (chance) =>
      Array.from({ length: below(chance, 6) }, () => {
        const value = address(chance).join('');
        return below(chance, 6) === 0
          ? value
          : `${among(facets, chance)}=${below(chance, 2) === 0 ? encodeURIComponent(value.toWellFormed()) : value}`;
      }),
    fault: (pairs) => {
      const state = stateOf(new URLSearchParams(pairs.join('&')));
      if (!isEmpty(state)) full += 1;
      const query = queryOf(state);
      const again = stateOf(new URLSearchParams(query));
      // Servers refuse an address that is too long: such words are left out of it.
      const wanted = { ...state, q: again.q === '' ? '' : state.q };
      if (again.q === '' && state.q !== '' && state.q.length < 500) return 'the words are lost';
      if (JSON.stringify(again) !== JSON.stringify(wanted))
        return `${JSON.stringify(again)} is not ${JSON.stringify(wanted)}`;
      if (queryOf(again) !== queryOf(wanted)) return 'another address';
      const twice = toggled(toggled(state, 'author', '何'), 'author', '何');
      const had = (state.filters.author ?? []).includes('何');
      const sorted = (list: readonly string[] = []) => [...list].sort().join();
      return sorted(twice.filters.author) === sorted(state.filters.author) || had
        ? undefined
        : 'a choice that cannot be taken back';
    },
  });
  if (!process.env['FUZZ_CASES']) expect(full).toBeGreaterThan(2000);
});
