/** Every page is valid HTML, judged by html-validate with its standard rules. */
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { addresses, html } from './site.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // Style, not validity: Astro writes the doctype in capitals and void elements without a slash.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Titles are for people; the limit of 70 characters counts Latin letters.
    'long-title': 'off',
    // DPUB-ARIA roles on <a> and <section> say more than the elements do.
    'prefer-native-element': 'off',
  },
});

/** Pages in Simplified characters are made by one program: one of each kind. */
const CONVERTED = ['', 'sections/1/', 'chapter/', 'pages/45/', 'notes/', 'notes/28/'].map(
  (path) => `/zh-hans/${path}`,
);

test('html-validate finds nothing on any page', { timeout: 120_000 }, async () => {
  const problems: string[] = [];
  for (const address of [...addresses(), ...CONVERTED]) {
    const report = await validator.validateString(html(address), address);
    for (const result of report.results) {
      for (const m of result.messages)
        problems.push(`${address}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
    }
  }
  expect(problems.slice(0, 20)).toEqual([]);
});

test('html-validate would find a fault', async () => {
  const report = await validator.validateString(
    html('/sections/1/').replace('<article', '<article id="s1"'),
    'x',
  );
  expect(report.valid).toBe(false);
});
