/** The comparison as Markdown: ratios to ours, since machines differ, and busy ones more. */
import { kb, table, times } from '../search/numbers.ts';
import type { Comparison, Measured } from './compare.ts';
import { versionOf } from './install.ts';
import type { Pages } from './peer.ts';

/** Below this many milliseconds a blocking time is noise, and no ratio is taken of it. */
const NOISE = 50;

const HEAD = [
  '',
  'bytes, KB',
  'bytes',
  'scripts, KB',
  'requests',
  'FCP',
  'LCP',
  'CLS',
  'TBT',
  'main thread',
];

function blocking(ms: number, ours: number): string {
  if (ours < NOISE) return ms < NOISE ? `< ${NOISE} ms` : `${Math.round(ms)} ms`;
  return times(ms / ours);
}

/** One page of every peer beside ours, which is the first. */
export function pageTable({ measured }: Comparison, kind: keyof Pages): string {
  const ours = measured[0]?.loads[kind];
  if (!ours) throw new Error('this site was not built');
  return table(
    HEAD,
    measured.map(({ peer, loads }) => {
      const load = loads[kind];
      return [
        peer.name,
        kb(load.bytes),
        times(load.bytes / ours.bytes),
        kb(load.scripts),
        String(load.requests) + (load.foreign > 0 ? ` + ${load.foreign} to other hosts` : ''),
        times(load.fcp / ours.fcp),
        times(load.lcp / ours.lcp),
        load.cls.toFixed(3),
        blocking(load.tbt, ours.tbt),
        times(load.main / ours.main),
      ];
    }),
  );
}

/** Our pages as multiples of bare ones of the same text, which are the second. */
export function bareTable({ measured: [ours, plain] }: Comparison): string {
  if (!ours || !plain) throw new Error('this site and Hugo are both needed');
  return table(
    ['', 'bytes', 'FCP', 'LCP', 'main thread'],
    (['section', 'chapter'] as const).map((kind) => {
      const [own, bare] = [ours.loads[kind], plain.loads[kind]];
      const figures = (['bytes', 'fcp', 'lcp', 'main'] as const).map((f) => own[f] / bare[f]);
      return [kind === 'section' ? 'section 4' : 'whole chapter', ...figures.map(times)];
    }),
  );
}

export function buildTable({ measured }: Comparison): string {
  const [ours] = measured;
  if (!ours) throw new Error('this site was not built');
  const perPage = ({ build, pages }: Measured): number => build / pages;
  return table(
    ['', 'version', 'pages have, besides the text', 'pages', 'build time', 'build time a page'],
    measured.map((one) => [
      one.peer.name,
      versionOf(one.peer),
      one.peer.has,
      String(one.pages),
      times(one.build / ours.build),
      times(perPage(one) / perPage(ours)),
    ]),
  );
}

/** The peers that could not be had, with the command and what it said. */
export function missingList({ missing }: Comparison): string[] {
  if (missing.size === 0) return ['All peers were installed and built.'];
  return [...missing].map(([{ name }, why]) => `- ${name} is missing: ${why}`);
}
