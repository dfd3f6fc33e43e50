/** Seasons in words, for formats that have no place of their own for them. */
import type { Issued, Source } from '../model/sources/source.ts';

type Season = NonNullable<Issued['season']>;

const CHINESE: Record<Season, string> = {
  spring: '春季',
  summer: '夏季',
  'summer/fall': '夏秋季',
  fall: '秋季',
  'fall/winter': '秋冬季',
  winter: '冬季',
};

/** Spring; Summer–Fall; 春季. Without a slash, which formats read as a sign of their own. */
export function seasonOf({ issued, language }: Source): string | undefined {
  if (!issued?.season) return undefined;
  if (language === 'zh') return CHINESE[issued.season];
  return issued.season
    .split('/')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('–');
}
