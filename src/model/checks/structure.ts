/** Checks of ids, headings, printed pages, tables and links inside the text. */
import type { Content } from '../content.ts';
import { inlinesOf, textOf, walk } from '../document.ts';
import type { Finding } from '../findings.ts';
import type { PlacedBlock } from './notes.ts';

const FORMS = {
  heading: /^(?:ch\d+|s\d+(?:-\d+){0,3})$/u,
  paragraph: /^(?:ch\d+|s\d+(?:-\d+){0,3})-p\d+$/u,
  table: /^table-\d+-\d+$/u,
};
const EXAMPLES = { heading: 's4-2-1', paragraph: 's4-2-1-p3', table: 'table-3-1' };

function checkIds(blocks: PlacedBlock[]): Finding[] {
  const seen = new Map<string, string>();
  return blocks.flatMap(({ file, block }): Finding[] => {
    const { id, line, type } = block;
    const here = `${file}:${line}`;
    if (id === '')
      return [
        {
          rule: 'id/missing',
          file,
          line,
          message: `the ${type} has no id: end it with {#${EXAMPLES[type]}}.`,
        },
      ];
    const first = seen.get(id);
    if (first)
      return [
        { rule: 'id/duplicate', file, line, message: `{#${id}} stands in ${first} already.` },
      ];
    seen.set(id, here);
    return FORMS[type].test(id)
      ? []
      : [
          {
            rule: 'id/form',
            file,
            line,
            message: `{#${id}} is no id of a ${type} (one looks like ${EXAMPLES[type]}).`,
          },
        ];
  });
}

function checkHeadings(content: Content, blocks: PlacedBlock[]): Finding[] {
  const findings: Finding[] = [];
  let depth = 0;
  for (const { file, block } of blocks) {
    if (block.type !== 'heading') continue;
    if (block.depth > depth + 1) {
      findings.push({
        rule: 'heading/skipped',
        file,
        line: block.line,
        message: `a heading of level ${block.depth} follows one of level ${depth}: level ${depth + 1} is skipped.`,
      });
    }
    depth = block.depth;
    const section = content.sections.find((s) => s.file === file)?.data;
    const text = textOf(block.inlines).replace(/\s/gu, '');
    if (
      block.depth === 2 &&
      section &&
      text !== (section.label + section.title).replace(/\s/gu, '')
    ) {
      findings.push({
        rule: 'section/title',
        file,
        line: block.line,
        message: `the heading reads “${textOf(block.inlines)}”, and the front matter “${section.label}　${section.title}”.`,
      });
    }
  }
  return findings;
}

function checkSections(content: Content): Finding[] {
  return content.sections.flatMap(({ file, data }, i): Finding[] => {
    const before = content.sections[i - 1];
    if (before?.data.number === data.number)
      return [
        {
          rule: 'number/duplicate',
          file,
          line: 2,
          message: `section ${data.number} is in ${before.file} already.`,
        },
      ];
    if (data.number !== (before?.data.number ?? 0) + 1)
      return [
        {
          rule: 'number/gap',
          file,
          line: 2,
          message: `section ${data.number} follows section ${before?.data.number ?? 0}.`,
        },
      ];
    const name = `sections/${data.number}.md`;
    return file === name
      ? []
      : [
          {
            rule: 'file/name',
            file,
            line: 2,
            message: `section ${data.number} belongs in ${name}.`,
          },
        ];
  });
}

function checkPages(content: Content, blocks: PlacedBlock[]): Finding[] {
  const { first, last } = content.chapter.pages;
  const findings: Finding[] = [];
  let due = first;
  for (const { file, block } of blocks) {
    for (const inline of walk(inlinesOf(block))) {
      if (inline.type !== 'pageBreak') continue;
      if (inline.page !== due) {
        findings.push({
          rule: 'page/order',
          file,
          line: block.line,
          message: `{pb ${inline.page}} stands where page ${due} is due.`,
        });
      }
      due = inline.page + 1;
    }
  }
  if (due !== last + 1) {
    findings.push({
      rule: 'page/missing',
      file: 'chapter.yaml',
      line: 0,
      message: `the chapter has pages ${first}–${last}, and the text's last page break is {pb ${due - 1}}.`,
    });
  }
  return findings;
}

function checkLinks(blocks: PlacedBlock[]): Finding[] {
  const ids = new Set(blocks.map(({ block }) => block.id));
  const findings: Finding[] = [];
  const linked = new Set<string>();
  for (const { file, block } of blocks) {
    for (const inline of walk(inlinesOf(block))) {
      if (inline.type !== 'link') continue;
      if (inline.url.startsWith('#')) {
        if (block.id !== inline.url.slice(1)) linked.add(inline.url.slice(1));
        if (!ids.has(inline.url.slice(1)))
          findings.push({
            rule: 'link/broken',
            file,
            line: block.line,
            message: `the link to ${inline.url} leads nowhere.`,
          });
      } else if (!/^https?:\/\/[^/]/u.test(inline.url)) {
        findings.push({
          rule: 'link/unsafe',
          file,
          line: block.line,
          message: `“${inline.url.slice(0, 40)}” is no web address (http or https) and no #id of the text.`,
        });
      }
    }
  }
  for (const { file, block } of blocks) {
    if (block.type === 'table' && !linked.has(block.id)) {
      findings.push({
        rule: 'table/unreferenced',
        id: block.id,
        file,
        line: block.line,
        message: `nothing in the text refers to this table ([表 …](#${block.id})).`,
      });
    }
    if (block.type === 'table' && block.rows.some((row) => row.length !== block.header.length)) {
      findings.push({
        rule: 'table/ragged',
        file,
        line: block.line,
        message: `a row of the table has not ${block.header.length} cells, as the header has.`,
      });
    }
  }
  return findings;
}

/** Checks the structure of the text. */
export function checkStructure(content: Content, blocks: PlacedBlock[]): Finding[] {
  return [
    ...checkSections(content),
    ...checkIds(blocks),
    ...checkHeadings(content, blocks),
    ...checkPages(content, blocks),
    ...checkLinks(blocks),
  ];
}
