/** The Markdown plugins: whatever is written, the checks find it, or the page prints all of its characters. */
import { expect, test } from 'vitest';
import type { Nodes } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { checkMarkdown } from '../../src/model/checks/markdown.ts';
import { among } from '../search/random.ts';
import { render, treeOf } from '../unit/markdown/render.ts';
import { below, type Chance, fuzz } from './fuzz.ts';
import { odd } from './harm.ts';

type Rule = (chance: Chance) => string;

const WORDS = '韓 戰 之後， 「重點」 （一） 。 1945 年 37,000 37, — …… the_Treaty (Reed) U.S. e\u0301 𠮷 ＡＢ 3*4 $5 ~60'.split(
  ' ',
);
const word: Rule = (chance) => among(WORDS, chance);
const words: Rule = (chance) =>
  Array.from({ length: 1 + below(chance, 4) }, () => word(chance)).join(among(['', ' '], chance));
const number: Rule = (chance) => String(1 + below(chance, 120));
const around =
  (open: string, inner: Rule, close: string): Rule =>
  (chance) => `${open}${inner(chance)}${close}`;

/** What is of a line; a part of it may hold others. */
const INLINES: readonly Rule[] = [
  ...Array<Rule>(8).fill(words),
  around('[^', number, ']'),
  around('[^', number, ']'),
  around('{pb ', number, '}'),
  around('**', (c) => line(c, 2), '**'),
  around('*', (c) => line(c, 2), '*'),
  around('[', (c) => line(c, 2), '](#table-3-1)'),
  around('[', (c) => line(c, 1), '](https://a.org/b_c/d.html)'),
  around('<https://a.org/', number, '>'),
  around('https://a.org/', words, ''),
  around('$', (c) => among(['x^2', '\\frac{1}{2}', 'a_1 < b', '\\x', '{', '\\text{甲}', ''], c), '$'),
  (chance) => `\\${among([...'*_[]{}<$|#\\'], chance)}`,
  (chance) => among(['&amp;', '&#20;', '&nbsp;', '&x;'], chance),
];
/** What the checks refuse, or what is garbled. */
const WRONG: readonly Rule[] = [
  odd,
  around('<', (c) => among(['b', '/b', 'script', '!-- 註 --', 'br', 'a href="javascript:1"'], c), '>'),
  around('{#s1-p', number, '}'),
  around('`', words, '`'),
  around('![', words, '](a.png)'),
  around('~~', words, '~~'),
  around('![^', number, ']'),
  around('[a](javascript:', number, ')'),
  () => '  \n',
  () => '\n',
];
/** One part in so many is wrong. */
const SELDOM = 40;

function line(chance: Chance, most = 5): string {
  const one = () => among(below(chance, SELDOM) === 0 ? WRONG : INLINES, chance)(chance);
  return Array.from({ length: 1 + below(chance, most) }, one).join('');
}

const id: Rule = (chance) => ` {#s${number(chance)}-p${number(chance)}}`;
const row = (chance: Chance, cells: number) =>
  `| ${Array.from({ length: cells }, () => (below(chance, 5) === 0 ? '' : line(chance, 2))).join(' | ')} |`;

function table(chance: Chance): string {
  const cells = 1 + below(chance, 3);
  const rows = Array.from({ length: 1 + below(chance, 3) }, () => row(chance, cells));
  return [row(chance, cells), `|${' - |'.repeat(cells)}`, ...rows].join('\n');
}

const BLOCKS: readonly Rule[] = [
  ...Array<Rule>(4).fill((c) => line(c) + id(c)),
  (c) => line(c),
  (c) => `${'#'.repeat(1 + below(c, 4))} ${line(c, 3)}${id(c)}`,
  (c) => `> ${line(c)}${id(c)}`,
  (c) => `> ${line(c)}${id(c)}\n>\n> ${line(c)}${id(c)}`,
  (c) => `表 3-1　${line(c, 2)} {#table-3-1}\n\n${table(c)}\n\n資料來源：${line(c, 2)} {#table-3-1-source}`,
  (c) => `表 3-2　${line(c, 2)} {#table-3-2}\n\n${table(c)}`,
  table,
];
const WRONG_BLOCKS: readonly Rule[] = [
  (c) => `- ${line(c)}\n- ${line(c)}`,
  (c) => `1. ${line(c)}`,
  (c) => `    ${line(c)}`,
  (c) => `[^${number(c)}]: ${line(c)}`,
  (c) => `[a]: https://a.org "${words(c)}"`,
  (c) => `<div>\n${line(c)}\n</div>`,
  (c) => `${line(c)}\n===`,
  (c) => `$$\n${words(c)}\n$$`,
  () => '---',
];

/** Printed characters of what was read: marks as their numbers, formulas as they are written. */
function readFrom(tree: Root): string {
  let text = '';
  visit(tree, (node) => {
    if (node.type === 'noteref') text += node.number;
    else if ('value' in node) text += node.value;
  });
  return text;
}

/** The same of a page; KaTeX keeps what a formula was made of. */
function shownBy(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'math') {
    let tex = '';
    visit(node, { type: 'element', tagName: 'annotation' }, (found) => {
      tex += found.children.map(shownBy).join('');
    });
    return tex;
  }
  return 'children' in node ? node.children.map(shownBy).join('') : '';
}

const bare = (text: string) => text.replace(/\s+/gu, '');

let accepted = 0;

async function fault(parts: readonly string[]): Promise<string | undefined> {
  const body = parts.join('\n\n');
  const findings = checkMarkdown({ file: 'sections/1.md', data: {}, body, bodyLine: 1 }, 'section');
  const lines = body.split(/\r\n?|\n/u).length;
  for (const { rule, line: at, message } of findings)
    if (rule === 'markdown/unreadable' || !(at >= 1 && at <= lines)) return `${rule} ${at} ${message}`;
  const isUnset = findings.some(({ rule }) => rule === 'math/invalid');
  // What is refused is never rendered by a build; that it could be, is tried now and then.
  if (isUnset || (findings.length > 0 && body.length % 8 > 0)) return undefined;
  const html = await render(body);
  if (findings.length > 0) return undefined;
  accepted += 1;
  const shown = bare(shownBy(treeOf(html)));
  const read = bare(readFrom(parseMarkdown(body)));
  return shown === read ? undefined : `the page has ${shown}, not ${read}`;
}

test('Markdown by chance', async () => {
  await fuzz('Markdown', {
    seed: 200_001,
    cases: 10_000,
    make: (chance) =>
      Array.from({ length: 1 + below(chance, 3) }, () =>
        among(below(chance, SELDOM) === 0 ? WRONG_BLOCKS : BLOCKS, chance)(chance),
      ),
    fault,
  });
  console.log('CPU', accepted, process.cpuUsage().user / 1e6);
  if (!process.env['FUZZ_CASES']) expect(accepted).toBeGreaterThan(2000);
}, 600_000);
