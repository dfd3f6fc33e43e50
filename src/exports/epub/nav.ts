/** The navigation document: contents, printed pages, landmarks. */
import { id } from '../../model/addresses/address.ts';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { type Heading, type Inline, inlinesOf, textOf, walk } from '../../model/text/document.ts';
import { type Division, divisionsOf } from '../outline.ts';
import { lines, type Node, x } from '../xml.ts';
import { fileOf, type Page, sectionFile } from './files.ts';
import { noteBreak } from './inlines.ts';

const item = (href: string, label: string, below?: Node): Node =>
  x('li', x('a', { href }, label), below);

const ordered = (items: Node[]): Node => x('ol', lines(items));

const label = (heading: Heading) => textOf(heading.inlines).trim();

function branch({ heading, children }: Division, file: string): Node {
  const below = children.map((child) => branch(child, file));
  return item(
    fileOf(file, heading.id),
    label(heading),
    below.length > 0 ? ordered(below) : undefined,
  );
}

/** The sections; the chapter's own title, which begins the first, is the book's, unless it is all there is. */
function sectionItems({ sections }: Chapter): Node[] {
  return sections.flatMap(({ blocks, number }) => {
    const all = divisionsOf(blocks).flatMap((d) =>
      d.heading.depth === 1 && d.children.length > 0 ? d.children : [d],
    );
    return all.map((division) => branch(division, sectionFile(number)));
  });
}

const breaksIn = (inlines: Iterable<Inline>): number[] =>
  [...inlines].flatMap((inline) => (inline.type === 'pageBreak' ? [inline.page] : []));

/**
 * The printed pages, in reading order: those of a section, then those upon which its notes
 * run on, since the notes stand below the text.
 */
function pageItems({ notes, sections }: Chapter): Node[] {
  return sections.flatMap(({ blocks, number: section }) => {
    const file = sectionFile(section);
    const below = notes.filter((note) => note.section === section);
    return [
      ...breaksIn(blocks.flatMap((block) => [...walk(inlinesOf(block))])).map((page) =>
        item(fileOf(file, id.page(page)), String(page)),
      ),
      ...below.flatMap(({ inlines, name, number }) =>
        breaksIn(walk(inlines)).map((page) =>
          item(fileOf(file, noteBreak(number, page)), `${page}（註 ${name}）`),
        ),
      ),
    ];
  });
}

function nav(type: string, role: string, title: string, items: Node[], hidden = false): Node {
  const attributes = {
    'epub:type': type,
    role,
    'aria-label': title,
    ...(hidden ? { hidden: 'hidden' } : {}),
  };
  // The contents are what the page is read for: their name is its heading.
  const heading = x(type === 'toc' ? 'h1' : 'h2', title);
  return x('nav', attributes, lines([heading, ordered(items)]));
}

const landmark = (type: string, href: string, title: string): Node =>
  x('li', x('a', { 'epub:type': type, href }, title));

/** nav.xhtml */
export function navPage(
  chapter: Chapter,
  around: Record<'cover' | 'before' | 'after', Page[]>,
): Page {
  const linkTo = ({ file, title }: Page) => item(file, title);
  const first = chapter.sections[0]?.number ?? 1;
  const contents = [
    ...around.before.map(linkTo),
    ...sectionItems(chapter),
    ...around.after.map(linkTo),
  ];
  const landmarks = [
    // What is not read in order has to be reached from somewhere.
    ...around.cover.map(({ file, title }) => landmark('cover', file, title)),
    landmark('toc', 'nav.xhtml', '目次'),
    landmark('bodymatter', sectionFile(first), '正文'),
    ...around.after.flatMap(({ file, title }) =>
      file === 'bibliography.xhtml' ? [landmark('bibliography', file, title)] : [],
    ),
  ];
  return {
    file: 'nav.xhtml',
    title: '目次',
    type: 'toc',
    body: [
      nav('toc', 'doc-toc', '目次', contents),
      ...(chapter.pages
        ? [nav('page-list', 'doc-pagelist', '原書頁碼', pageItems(chapter), true)]
        : []),
      x(
        'nav',
        { 'epub:type': 'landmarks', 'aria-label': '要點', hidden: 'hidden' },
        lines([x('h2', '要點'), ordered(landmarks)]),
      ),
    ],
  };
}
