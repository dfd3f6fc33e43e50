/** Settings that are wrong. */
import { SETTINGS, TEXT } from '../source.ts';
import type { BadCase } from './case.ts';

const bad = (name: string, settings: string, reason: RegExp, line = 0): BadCase => ({
  name,
  text: TEXT,
  settings,
  line,
  reason,
  subject: 'settings',
});

export const SETTINGS_CASES: BadCase[] = [
  bad('an unknown key', `${SETTINGS}\nrunninghead: x\n`, /at “top”: .*runninghead/u),
  bad('an unknown key inside', 'tables:\n  3-1:\n    rows: x\n', /at “tables\.3-1/u),
  bad('YAML that does not end', 'a: 1\ntables: [1, 2\n', /the settings are not YAML: /u, 3),
  bad('a key that stands twice', 'firstPage: 1\nfirstPage: 2\n', /not YAML: .*unique/u, 2),
  bad('a list in place of keys', '- a\n- b\n', /at “top”/u),
  bad('words in place of keys', 'only words', /at “top”/u),
  bad(
    'a regular expression that is none',
    'tables:\n  3-1:\n    row: "(\\\\d"\n',
    /at “tables\.3-1\.row”: it is no regular expression/u,
  ),
  bad('a table number that is none', 'tables:\n  one:\n    row: x\n', /at “tables\.one/u),
  bad('a page that is no number', 'firstPage: forty\n', /at “firstPage”/u),
  bad('a page before the first', 'firstPage: 0\n', /at “firstPage”/u),
  bad('a paragraph without its reason', 'paragraphs:\n  - starts: x\n', /at “paragraphs\.0\.why”/u),
  bad('a mark of no note', 'marks:\n  x: before\n', /at “marks\.x/u),
];
