/** Ranges of pages as the manuals shorten them, double issues, editions. */
import { expect, test } from 'vitest';
import {
  chicagoPages,
  edition,
  issueNumber,
  mlaPages,
  pages,
} from '../../../../../src/model/sources/reference/english.ts';

test.each([
  // Printed; whole; Chicago; MLA.
  ['3-10', '3–10', '3–10', '3–10'],
  ['71-72', '71–72', '71–72', '71–72'],
  ['96-117', '96–117', '96–117', '96–117'],
  ['100-104', '100–104', '100–104', '100–04'],
  ['107-108', '107–108', '107–8', '107–08'],
  ['321-328', '321–328', '321–28', '321–28'],
  ['498-532', '498–532', '498–532', '498–532'],
  ['1087-1089', '1087–1089', '1087–89', '1087–89'],
  ['1496-1500', '1496–1500', '1496–500', '1496–500'],
  ['923-1003', '923–1003', '923–1003', '923–1003'],
  ['1200-1213', '1200–1213', '1200–1213', '1200–13'],
  ['325–341', '325–341', '325–41', '325–41'],
  ['12-15, 130-138', '12–15, 130–138', '12–15, 130–38', '12–15, 130–38'],
  // No range of numbers, or none that rises: as it is.
  ['A-15', 'A-15', 'A-15', 'A-15'],
  ['A1, A15', 'A1, A15', 'A1, A15', 'A1, A15'],
  ['xi-xiv', 'xi–xiv', 'xi-xiv', 'xi-xiv'],
  ['341-325', '341–325', '341–325', '341–325'],
  ['4', '4', '4', '4'],
])('%s', (printed, whole, chicago, mla) => {
  expect([pages(printed), chicagoPages(printed), mlaPages(printed)]).toEqual([whole, chicago, mla]);
});

test.each([
  ['2', 'no. 2'],
  ['1-2', 'nos. 1–2'],
  ['7, 8', 'nos. 7, 8'],
  ['Spring', 'no. Spring'],
])('issue %s is %s', (issue, words) => {
  expect(issueNumber(issue)).toBe(words);
});

test.each([
  ['Sixth Edition', '6th ed.'],
  ['2', '2nd ed.'],
  ['Revised Edition', 'rev. ed.'],
  ['rev. ed.', 'rev. ed.'],
  ['Revised and Enlarged', 'Revised and Enlarged'],
  ['修訂版', '修訂版'],
])('%s is the %s', (words, short) => {
  expect(edition(words)).toBe(short);
});
