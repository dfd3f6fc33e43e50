/**
 * The chapter as plain text (UTF-8): a paragraph a line, printed pages and notes marked
 * where they begin, the notes at the end.
 */
import { address } from '../model/addresses/address.ts';
import type { Chapter, Note } from '../model/chapter/chapter.ts';
import { type Block, type Inline, type Table, walk } from '../model/text/document.ts';
import { authorOf, fullTitle, imprintOf, latinAuthor } from './imprint.ts';
import { type Published, urlOf } from './published.ts';

/** Parts the head, the text and the notes. */
const RULE = '─'.repeat(24);

const pagesExplained = '[頁 57] 表示原書第 57 頁由其後一字開始；';
const MARKS = [
  '[註 43] 表示註 43 的註號在此，註文在篇末。',
  '一段一行。表格一列一行，各欄以定位字元（Tab）隔開。縮排引文以兩個全形空格開頭。',
  '文字照印，編碼為 UTF-8，正規化為 NFC；空白不屬原書文字。',
];

/** What notes are called, by their numbers. */
type Names = ReadonlyMap<number, string>;

const pageMark = (page: number) => `[頁 ${page}]`;
const noteMark = (name: string) => `[註 ${name}]`;

/** Inlines as plain text; a link is its words. */
function plain(inlines: readonly Inline[], names: Names): string {
  let text = '';
  for (const inline of walk([...inlines])) {
    if (inline.type === 'pageBreak') text += pageMark(inline.page);
    else if (inline.type === 'noteref')
      text += noteMark(names.get(inline.number) ?? String(inline.number));
    else if ('value' in inline) text += inline.value;
  }
  return text;
}

function tableText({ caption, header, rows, source }: Table, names: Names): string {
  const text = (inlines: Inline[]) => plain(inlines, names);
  const lines = [header, ...rows].map((cells) => cells.map(text).join('\t'));
  return [text(caption), ...lines, text(source)].filter((line) => line !== '').join('\n');
}

function blockText(block: Block, names: Names): string {
  if (block.type === 'table') return tableText(block, names);
  const text = plain(block.inlines, names);
  return block.type === 'paragraph' && block.quoted ? `　　${text}` : text;
}

const noteText = ({ name, inlines }: Note) =>
  `${noteMark(name)} ${plain(inlines, new Map()).trim()}`;

function head(chapter: Chapter, published: Published): string {
  const latin = latinAuthor(chapter);
  const url = urlOf(published, address.chapter);
  return [
    fullTitle(chapter),
    authorOf(chapter) + (latin ? `（${latin}）` : ''),
    imprintOf(chapter),
    ...chapter.identifiers.map((identifier) => `論文：${identifier.url}`),
    ...(url ? [`網址：${url}`] : []),
    '',
    chapter.rights,
    '',
    (chapter.pages ? pagesExplained : '') + MARKS[0],
    ...MARKS.slice(1),
  ].join('\n');
}

/** chapter.txt */
export function toText(chapter: Chapter, published: Published): string {
  const names: Names = new Map(chapter.notes.map(({ number, name }) => [number, name]));
  const blocks = chapter.sections.flatMap((section) =>
    section.blocks.map((block) => blockText(block, names)),
  );
  const notes = chapter.notes.map(noteText);
  const parts = [head(chapter, published), blocks.join('\n\n'), ['註釋', ...notes].join('\n\n')];
  return `${parts.join(`\n\n${RULE}\n\n`)}\n`;
}
