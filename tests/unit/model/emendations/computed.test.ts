/** The figures in content/editor-notes.yaml, computed again from the constants that the notes name. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../../src/model/content/content.ts';

const read = readContent(fileURLToPath(new URL('../../../../content', import.meta.url)));
if ('findings' in read) throw new Error('content/ cannot be read');
const notes = new Map(read.content.editorNotes.data.map((n) => [n.id, n]));

/** Mean radius of the Earth in km (IUGG, R1 = 6371.0088), and GM in km³/s² (WGS 84). */
const R = 6371.0;
const MU = 398_600.4418;

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const between = (from: string, to: string) => day(to) - day(from);
const group = (n: number, digits = 0) =>
  n.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const tex = (n: number, digits = 0) => group(n, digits).replace(',', '{,}');
const percent = (n: number, digits = 1) => (100 * n).toFixed(digits);

type Place = [latitude: number, longitude: number];
const rad = (degrees: number) => (degrees * Math.PI) / 180;
/** Haversine formula. */
function distance([lat1, lon1]: Place, [lat2, lon2]: Place): number {
  const h =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2;
  return 2 * R * Math.asin(Math.sqrt(h));
}
/** Period in seconds of an orbit by the heights of its ends in km (Kepler's third law). */
const period = (radius: number, perigee: number, apogee: number) =>
  2 * Math.PI * Math.sqrt((radius + (perigee + apogee) / 2) ** 3 / MU);

const MUSUDAN: Place = [40.85, 129.67];
const far = (place: Place) => group(Math.round(distance(MUSUDAN, place)));
const CAMP: Place = [36.967, 127.03];
const orbit = period(R, 218.82, 6978.2);
const equatorial = period(6378.137, 218.82, 6978.2);
const degree = (2 * Math.PI * R) / 360;

/** What each note must say, computed here. */
const COMPUTED: Record<string, string[]> = {
  en1: [`=${percent(1 - (160 * 80) / 98_480)}\\,\\%`, ((160 * 80) / 98_480).toFixed(3)],
  en2: [`=${between('1950-01-05', '1950-06-25')}\\ `, (171 / 30.44).toFixed(1)],
  en3: [`=${between('1950-03-30', '1950-04-25')}\\ `],
  en4: [
    `=${between('1951-07-10', '1953-07-27')}\\ `,
    `又 ${between('1953-07-10', '1953-07-27')} 日`,
  ],
  en5: [`=${percent((9.4 - 5.9) / 9.4)}\\,\\%`, `=${(9.4 - 5.9).toFixed(1)}$`],
  en6: [`=${percent((810 - 536) / 536)}\\,\\%`, `=${percent((810 / 536) ** 0.2 - 1)}\\,\\%`],
  en7: [`=${tex(60_000 - 20_000)}`],
  en8: [`=${52 + 34}\\,\\%`, `=${100 - 52 - 34}\\,\\%`],
  en9: [`=${between('1977-01-20', '1977-01-30')}\\ `],
  en10: [
    `=${(60 / 56).toFixed(2)}`,
    `=${(70 / 56).toFixed(2)}`,
    `=${(40 / 22).toFixed(2)}`,
    `=${tex(600_000 / 40)}$`,
    `=${tex(700_000 / 40)}$`,
    `=${tex(560_000 / 22)}$`,
  ],
  en11: [`=${tex(43_000 - 37_000)}`],
  en12: [`=${1988 - 1945}`, `=${1988 - 1948}`],
  en13: [`=${24 + 64}\\,\\%`, `其餘 ${100 - 24 - 64}%`],
  en14: [
    `${distance([37.566, 126.978], CAMP).toFixed(1)} 公里`,
    `${distance([37.535, 126.98], CAMP).toFixed(1)} 公里`,
  ],
  en15: [`${between('1948-06-24', '1949-05-12')}\\ `, `=${(322 / 30.44).toFixed(1)}\\ `],
  en16: [
    `福岡 ${far([33.59, 130.4])}`,
    `大阪 ${far([34.69, 135.5])}`,
    `札幌 ${far([43.06, 141.35])}`,
    `東京 ${far([35.68, 139.77])} 公里`,
    `那霸 ${far([26.21, 127.68])} 公里`,
  ],
  en17: [
    `=${tex(R + (218.82 + 6978.2) / 2, 1)}\\ \\text{km}`,
    `=${tex(orbit, 1)}\\ \\text{s}`,
    `=${Math.floor(orbit / 60)}\\ \\text{分}\\ ${(orbit % 60).toFixed(1)}\\ \\text{秒}`,
    `${Math.floor(equatorial / 60)} 分 ${Math.round(equatorial % 60)} 秒，可知`,
  ],
  en18: [
    `阿圖島 ${far([52.9, 172.9])} 公里`,
    `諾姆 ${far([64.5, -165.41])}`,
    `安克拉治 ${far([61.22, -149.9])}`,
    `費爾班克斯 ${far([64.84, -147.72])}`,
    `朱諾 ${far([58.3, -134.42])} 公里`,
  ],
  en19: [`=${percent(10 / 400)}\\,\\%`],
  en20: [`=${1953 + 50}\\ `, `尚差 ${between('2003-09-29', '2003-10-01')} 日`],
  en21: [`4+6+1=${4 + 6 + 1}`],
  en22: [
    `=${degree.toFixed(1)}$`,
    `=${Math.round(0.35 * degree)}$`,
    `=${Math.round(0.18 * degree)}$`,
    `$${(37.92 - 37.57).toFixed(2)}\\times`,
    `$${(37.75 - 37.57).toFixed(2)}\\times`,
  ],
  en23: [`=${percent(9 / 10, 0)}\\,\\%`],
};

describe('each editor’s note says what is computed here', () => {
  test.each(Object.entries(COMPUTED))('%s', (id, values) => {
    for (const value of values) expect(notes.get(id)?.note).toContain(value);
  });

  test('and no note is left out', () => {
    expect(Object.keys(COMPUTED).sort()).toEqual([...notes.keys()].sort());
  });
});

test('the satellite’s three figures agree to a second with the mean radius, and not with the equatorial', () => {
  const printed = 165 * 60 + 6;
  expect(Math.abs(orbit - printed)).toBeLessThan(1);
  expect(Math.abs(equatorial - printed)).toBeGreaterThan(10);
});
