/** Front matter: taken apart, and renewed without touching what a person wrote. */
import { describe, expect, test } from 'vitest';
import {
  faultOfMarkdown,
  faultOfYaml,
  renewMarkdown,
  renewYaml,
  splitFrontMatter,
} from '../../../src/import/frontmatter.ts';

describe('splitFrontMatter', () => {
  test.each([
    ['a file with both', '---\na: 1\n---\n\nbody\n', 'a: 1', '\nbody\n', 4],
    ['empty front matter', '---\n---\nbody', '', 'body', 3],
    ['front matter alone', '---\na: 1\n---', 'a: 1', '', 3],
    ['no front matter', 'body\n---\nmore', '', 'body\n---\nmore', 1],
    ['no text', '', '', '', 1],
    ['the line ends of Windows', '---\r\na: 1\r\nb: 2\r\n---\r\nbody', 'a: 1\r\nb: 2', 'body', 5],
    ['a byte order mark', '\uFEFF---\na: 1\n---\nbody', 'a: 1', 'body', 4],
    ['spaces after its lines', '--- \na: 1\n---  \nbody', 'a: 1', 'body', 4],
    ['hyphens in a value', '---\na: b --- c\n---\nbody', 'a: b --- c', 'body', 4],
    ['hyphens in a block of text', '---\na: |\n  ---\n---\nbody', 'a: |\n  ---', 'body', 5],
    ['a rule in the body', '---\na: 1\n---\nb\n\n---\n\nc', 'a: 1', 'b\n\n---\n\nc', 4],
    ['front matter that never ends', '---\na: 1\nbody', '', '---\na: 1\nbody', 1],
  ])('takes %s apart', (_, text, yaml, body, bodyLine) => {
    expect(splitFrontMatter(text)).toEqual({ yaml, body, bodyLine });
  });
});

describe('faults', () => {
  test.each<[string, string, RegExp]>([
    ['never ends', '---\na: 1\n', /no line --- at its end/u],
    ['is no YAML', '---\na: [1\n---\n', /flow sequence/iu],
    ['has a key twice', '---\na: 1\na: 2\n---\n', /unique/u],
    ['is a list', '---\n- a\n---\n', /no list of keys/u],
    ['is a word', '---\nword\n---\n', /no list of keys/u],
  ])('front matter that %s cannot be renewed', (_, text, fault) => {
    expect(faultOfMarkdown(text)).toMatch(fault);
    expect(faultOfMarkdown(text)).not.toContain('\n');
  });

  test.each(['', 'body', '---\n---\n', '---\n# note\n---\n', '---\na: 1\n---\nbody', '----\nrule'])(
    '%j can be renewed',
    (text) => {
      expect(faultOfMarkdown(text)).toBeUndefined();
    },
  );

  test('a YAML file of comments has none', () => {
    expect(faultOfYaml('# only this\n')).toBeUndefined();
  });
});

describe('renewYaml', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    ['writes keys in order', '', { b: 1, a: '甲' }, 'b: 1\na: 甲\n'],
    ['renews a value in its place', 'x: 1\na: old\ny: 2\n', { a: 'new' }, 'x: 1\na: new\ny: 2\n'],
    ['adds what is new at the end', 'x: 1\n', { a: 2 }, 'x: 1\na: 2\n'],
    ['takes a key out', 'x: 1\na: 2\ny: 3\n', { a: undefined }, 'x: 1\ny: 3\n'],
    ['takes nothing out of nothing', '# c\n', { a: undefined }, '# c\n'],
    [
      'keeps comments',
      '# top\n\n# of x\nx: 1 # beside\n\n# of a\na: 1\n',
      { a: 2 },
      '# top\n\n# of x\nx: 1 # beside\n\n# of a\na: 2\n',
    ],
    ['keeps comments where there are no keys', '# top\n', { a: 1 }, '# top\n\na: 1\n'],
    ['keeps quotation marks', `x: "1"\ny: '2'\na: 1\n`, { a: 2 }, `x: "1"\ny: '2'\na: 2\n`],
    [
      'leaves what is up to date as it is written',
      'm: {a: 1,   b: 2}\nl:\n- a\n',
      { m: { a: 1, b: 2 } },
      'm: {a: 1,   b: 2}\nl:\n- a\n',
    ],
    ['ends with a line end', 'a: 1', { a: 1 }, 'a: 1\n'],
    ['writes the line ends of Unix', 'x: 1\r\na: 1\r\n', { a: 1 }, 'x: 1\na: 1\n'],
    [
      'writes lists and maps',
      '',
      { p: { first: 1, last: 2 }, l: [{ a: 'b' }] },
      'p:\n  first: 1\n  last: 2\nl:\n  - a: b\n',
    ],
    ['writes long lines as one', '', { a: `${'長'.repeat(90)} b` }, `a: ${'長'.repeat(90)} b\n`],
    ['writes nothing where there is nothing', '', {}, '{}\n'],
  ])('%s', (_, existing, derived, renewed) => {
    expect(renewYaml(existing, derived)).toBe(renewed);
  });

  test('changes nothing the second time', () => {
    const derived = { n: 1, list: [{ a: 'http://a/ b', b: '： #' }], none: undefined };
    const once = renewYaml('# c\nx: "1" # d\nn: 7\nnone: 1\n', derived);
    expect(renewYaml(once, derived)).toBe(once);
  });
});

test('renewMarkdown renews the front matter and puts the body in place of the old', () => {
  const existing = '---\nnumber: 1 # ours\nmine: x\n---\n\nold\n';
  expect(renewMarkdown(existing, { number: 2 }, 'new\n')).toBe(
    '---\nnumber: 2 # ours\nmine: x\n---\n\nnew\n',
  );
  expect(renewMarkdown('', { number: 2 }, 'new\n')).toBe('---\nnumber: 2\n---\n\nnew\n');
});
