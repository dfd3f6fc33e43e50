/**
 * /llms.txt (llmstxt.org): what there is and where it is as Markdown or data, for programs that
 * read by language models and would else guess it from pages made for people.
 */
import { address } from '../model/addresses/address.ts';
import type { Chapter } from '../model/chapter/chapter.ts';
import { downloadRecord, inOrder, purposeOf } from '../model/downloads/downloads.ts';
import { authorOf, fullTitle, imprintOf, pageRange } from './imprint.ts';
import { availableDownloads } from './pdf/made.ts';
import { linkTo, type Published } from './published.ts';

/** A link of a list; its name must not end it. */
const item = (published: Published, name: string, path: string, about: string): string =>
  `- [${name.replace(/[[\]]/gu, '\\$&')}](${linkTo(published, path)})：${about}`;

const list = (heading: string, items: string[]): string[] =>
  items.length > 0 ? [`## ${heading}`, '', ...items, ''] : [];

/** The address of the first paragraph, to show what they look like; none where there is none. */
const paragraph = ({ sections }: Chapter): string[] =>
  sections
    .flatMap(({ number, blocks }) =>
      blocks.flatMap(({ type, id }) =>
        type === 'paragraph' ? [`${address.section(number)}#${id}`] : [],
      ),
    )
    .slice(0, 1);

/** The file. */
export function toLlms(chapter: Chapter, published: Published): string {
  const files = inOrder(availableDownloads(chapter).filter((file) => !file.startsWith('schema/')));
  const sections = chapter.sections.map((section) => {
    const range = pageRange(section);
    const about = section.description ?? `${fullTitle(section)}的正文與註釋`;
    return item(
      published,
      fullTitle(section),
      address.sectionMarkdown(section.number),
      range === undefined ? about : `頁 ${range}。${about}`,
    );
  });
  const places = [
    ...paragraph(chapter).map(
      (path) => `段落的 id 是所屬標題的 id 加上 -p 與序號（${linkTo(published, path)}）`,
    ),
    ...(chapter.notes.length > 0
      ? [`註釋各有一頁（${linkTo(published, address.notes)}註號/）`]
      : []),
    ...(chapter.pages ? [`原書各頁也是（${linkTo(published, address.pages)}頁碼/）`] : []),
  ];
  return [
    `# ${fullTitle(chapter)}`,
    '',
    `> ${authorOf(chapter)}，${imprintOf(chapter)}。${chapter.description}`,
    '',
    `各節、段落、註釋的網址長期不變，引用時請用它們，並附原書頁碼：${places.join('，')}。${chapter.rights}`,
    '',
    ...list('各節（Markdown）', sections),
    ...list(
      '下載',
      files.map((file) =>
        item(
          published,
          downloadRecord(file).name,
          address.download(file),
          purposeOf(file, chapter),
        ),
      ),
    ),
  ].join('\n');
}
