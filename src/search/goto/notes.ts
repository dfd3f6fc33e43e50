/** Notes by their printed numbers, where these begin anew in each section. */

import type { Places } from '../cite/places.ts';
import { numeral } from './numerals.ts';

/** The notes that a number can mean: with numbers that begin anew, one in each section. */
export function noteNumbers(places: Places, number: number): number[] {
  const alike = Object.entries(places.notes).filter(([, { name }]) => name?.endsWith(`.${number}`));
  return alike.length > 0 ? alike.map(([own]) => Number(own)) : [number];
}

const IN_SECTION = [
  /^註 ?(\d+)\.(\d+)$/u,
  /第?(\d+|[一二三四五六七八九十]+)節.*註 ?(\d+)/u,
  /§(\d+)[\d.]*,.*?\bn(?:\.|ote) ?(\d+)/u,
];

/** The note that a text names with its section: 註2.3; 第二節一，註3; §2.1, n. 3. */
export function noteInSection(places: Places, text: string): number | undefined {
  for (const pattern of IN_SECTION) {
    const [, section = '', note] = pattern.exec(text) ?? [];
    const name = `${numeral(section)}.${note}`;
    const found = Object.entries(places.notes).find(([, own]) => own.name === name);
    if (found) return Number(found[0]);
  }
  return undefined;
}
