/** Checks of sections, ids, headings and printed pages. */
import { type Content, lineOfKey } from '../content/content.ts';
import { type Block, inlinesOf, placedInlines, textOf } from '../text/document.ts';
import type { Blocks, PlacedBlock } from './blocks.ts';
import type { Finding } from './findings.ts';

/** Paragraphs are counted under their heading; what is printed of a figure has the figure's number. */
const PARAGRAPH = /^(?:(?:ch\d+|s\d+(?:-\d+){0,4})-p\d+|figure-\d+(?:-\d+)*(?:-source)?)$/u;
const TABLE = /^table-\d+(?:-\d+)*$/u;
const PLACES = { heading: 'it', paragraph: 'it', table: 'its caption' };

/** What a block is called, the form of its id, and an example of one. */
function formOf(block: Block): { name: string; form: RegExp; example: string } {
  if (block.type === 'table') return { name: 'table', form: TABLE, example: 'table-3-1' };
  if (block.type === 'paragraph')
    return { name: 'paragraph', form: PARAGRAPH, example: 's4-2-1-p3' };
  const { depth } = block;
  const name = `heading of level ${depth}`;
  if (depth === 1) return { name, form: /^ch\d+$/u, example: 'ch3' };
  // The id counts a number for each level: a heading that slipped to another is found by it.
  const below = depth - 2;
  return {
    name,
    form: new RegExp(`^s\\d+(?:-\\d+){${below}}$`, 'u'),
    example: `s4${'-1'.repeat(below)}`,
  };
}

function checkIds(blocks: PlacedBlock[]): Finding[] {
  const seen = new Map<string, string>();
  return blocks.flatMap(({ file, block }): Finding[] => {
    const { id, line, type } = block;
    const { name, form, example } = formOf(block);
    if (id === '') {
      const message = `the ${name} has no id: end ${PLACES[type]} with one that looks like {#${example}}.`;
      return [{ rule: 'id/missing', file, line, message }];
    }
    const first = seen.get(id);
    if (first) {
      const message = `{#${id}} stands in ${first} already: give one of the two its own id.`;
      return [{ rule: 'id/duplicate', file, line, message }];
    }
    seen.set(id, `${file}:${line}`);
    if (form.test(id)) return [];
    const message = `{#${id}} is no id of a ${name}: write one that looks like {#${example}}.`;
    return [{ rule: 'id/form', file, line, message }];
  });
}

function checkHeadings(blocks: PlacedBlock[]): Finding[] {
  let before = 0;
  return blocks.flatMap(({ file, block }): Finding[] => {
    if (block.type !== 'heading') return [];
    const { depth, line } = block;
    const level = before;
    before = depth;
    if (depth <= level + 1) return [];
    const message = `a heading of level ${depth} follows one of level ${level}: give it level ${level + 1}, or write the heading between them.`;
    return [{ rule: 'heading/skipped', file, line, message }];
  });
}

const bare = (text: string) => text.replace(/\s/gu, '');

/** The text has one heading of level 1: the chapter's label and title. */
function checkChapterTitle({ chapter }: Content, blocks: PlacedBlock[]): Finding[] {
  const title = [chapter.label, chapter.title].filter(Boolean).join('　');
  const headings = blocks.filter(({ block }) => block.type === 'heading' && block.depth === 1);
  const [first, second] = headings;
  if (first && !second && bare(textOf(inlinesOf(first.block))) === bare(title)) return [];
  const message = `the text needs one heading of level 1 that reads “${title}”, as chapter.yaml has it, and has ${headings.length}: write both as they are printed.`;
  const { file, line } = second
    ? { file: second.file, line: second.block.line }
    : { file: first?.file ?? 'chapter.yaml', line: first?.block.line ?? 0 };
  return [{ rule: 'chapter/title', file, line, message }];
}

/** Whether the chapter has no sections: all its text stands under its own heading, in one file. */
const isUndivided = ({ sections }: Content, blocks: PlacedBlock[]): boolean =>
  sections.length === 1 &&
  blocks.every(({ block }) => block.type !== 'heading' || block.depth === 1);

/** Each section has one heading of level 2: its label and title. */
function checkTitles(content: Content, blocks: PlacedBlock[]): Finding[] {
  if (isUndivided(content, blocks)) return [];
  return content.sections.flatMap(({ file, data, bodyLine }): Finding[] => {
    const title = [data.label, data.title].filter(Boolean).join('　');
    const headings = blocks.flatMap((b) =>
      b.file === file && b.block.type === 'heading' && b.block.depth === 2 ? [b.block] : [],
    );
    if (headings.length === 0) {
      const message = `the section has no heading of level 2: write “## ${title}”.`;
      return [{ rule: 'section/title', file, line: bodyLine, message }];
    }
    return headings.flatMap(({ inlines, line }) => {
      const text = textOf(inlines);
      const message = `the heading reads “${text}”, and the front matter “${title}”: write both as they are printed.`;
      return bare(text) === bare(title) ? [] : [{ rule: 'section/title', file, line, message }];
    });
  });
}

function checkSections(content: Content): Finding[] {
  return content.sections.flatMap((section, i): Finding[] => {
    const { file } = section;
    const { number } = section.data;
    const line = lineOfKey(section, 'number');
    const before = content.sections[i - 1];
    if (before?.data.number === number) {
      const message = `section ${number} is in ${before.file} already: give one its own number.`;
      return [{ rule: 'number/duplicate', file, line, message }];
    }
    const due = (before?.data.number ?? 0) + 1;
    if (number !== due) {
      const message = `section ${number} follows section ${due - 1}: write section ${due}, or import the text again.`;
      return [{ rule: 'number/gap', file, line, message }];
    }
    const name = `sections/${number}.md`;
    if (file === name) return [];
    const message = `section ${number} belongs in ${name}: rename the file.`;
    return [{ rule: 'file/name', file, line, message }];
  });
}

/** The page breaks of some blocks that are not the page that is due; and the page due after them. */
function brokenOrder(blocks: PlacedBlock[], first: number): { due: number; findings: Finding[] } {
  const findings: Finding[] = [];
  let due = first;
  for (const { file, block } of blocks) {
    for (const { line, inline } of placedInlines(block)) {
      if (inline.type !== 'pageBreak') continue;
      if (inline.page !== due) {
        const message = `{pb ${inline.page}} stands where page ${due} is due: set each page break once, in order.`;
        findings.push({ rule: 'page/order', file, line, message });
      }
      due = inline.page + 1;
    }
  }
  return { due, findings };
}

function checkPages(content: Content, blocks: Blocks): Finding[] {
  const { first, last } = content.chapter.pages;
  const { due, findings } = brokenOrder(blocks.text, first);
  // A note that runs over says where the next pages begin, each note anew.
  for (const { file, data } of content.footnotes) {
    const own = blocks.notes.filter((b) => b.file === file);
    findings.push(...brokenOrder(own, data.page + 1).findings);
  }
  if (due === last + 1) return findings;
  const message = `the chapter has pages ${first}–${last}, and the text's last page break is {pb ${due - 1}}: set the missing breaks, or mend “pages”.`;
  return [...findings, { rule: 'page/missing', file: 'chapter.yaml', line: 0, message }];
}

/** Checks the structure of the text. */
export function checkStructure(content: Content, blocks: Blocks): Finding[] {
  return [
    ...checkSections(content),
    ...checkIds(blocks.text),
    ...checkHeadings(blocks.text),
    ...checkChapterTitle(content, blocks.text),
    ...checkTitles(content, blocks.text),
    ...checkPages(content, blocks),
  ];
}
