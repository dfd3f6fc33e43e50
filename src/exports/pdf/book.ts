/** The book that becomes chapter.pdf: title page, imprint, contents, and the text with its notes at their marks. */
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { authorOf, fullTitle, imprintOf, latinAuthor } from '../imprint.ts';
import { withFootnotes } from './footnotes.ts';

interface Entry {
  id: string;
  text: string;
  depth: number;
}

const escaped = (value: string): string =>
  toHtml({ type: 'text', value }).replaceAll('"', '&quot;');

/** The headings of the text, below the chapter's title. */
function headingsOf(html: string): Entry[] {
  const entries: Entry[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (element) => {
    const depth = /^h([2-6])$/u.exec(element.tagName)?.[1];
    const { id } = element.properties;
    if (depth === undefined || typeof id !== 'string') return;
    let text = '';
    visit(element, 'text', ({ value }) => {
      text += value;
    });
    entries.push({ id, text, depth: Number(depth) });
  });
  return entries;
}

/** The contents as nested lists; the outline of the PDF is made from them. */
function contents(entries: readonly Entry[], depth = 2): string {
  if (entries.length === 0) return '';
  const starts = entries.flatMap((entry, i) => (entry.depth === depth ? [i] : []));
  // A level that is left out has nothing of its own to list.
  if (starts.length === 0) return contents(entries, depth + 1);
  const items = starts.map((start, i) => {
    const { id, text } = entries[start] as Entry;
    const below = contents(entries.slice(start + 1, starts[i + 1]), depth + 1);
    return `<li><a href="#${id}">${escaped(text)}</a>${below}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}

/**
 * The whole book as one HTML document.
 * @param page the page `/chapter/` as built
 * @param site the site's address, where it is known
 */
export function bookHtml(chapter: Chapter, page: string, site: string | undefined): string {
  const text = withFootnotes(page);
  const latin = latinAuthor(chapter);
  const identifiers = chapter.identifiers.map(
    ({ url, value }) => `<p><a href="${escaped(url)}">${escaped(value)}</a></p>`,
  );
  return `<!doctype html>
<html lang="${chapter.lang}">
<head>
<meta charset="utf-8">
<title>${escaped(fullTitle(chapter))}</title>
<meta name="author" content="${escaped(authorOf(chapter))}">
<link rel="stylesheet" href="book.css">
</head>
<body>
<header class="title">
<p class="label">${escaped(chapter.label)}</p>
<p class="name">${escaped(chapter.title)}</p>
<p class="author">${escaped(authorOf(chapter))}${latin === undefined ? '' : `　<span lang="en">${escaped(latin)}</span>`}</p>
<p class="from">${escaped(imprintOf(chapter))}</p>
</header>
<section class="imprint" aria-label="版權頁">
<p>${escaped(imprintOf(chapter))}。</p>
${identifiers.join('\n')}
<p>${escaped(chapter.rights)}</p>
<p>本檔由「章句」的網頁排成，正文與註釋逐字照原書；頁邊數字是原書頁碼，標在該頁開始的那一行，引用時請用原書頁碼與註號。</p>
${site === undefined ? '' : `<p><a href="${escaped(site)}">${escaped(site)}</a></p>`}
<p>字型：Noto Serif TC、<span lang="en">LXGW WenKai TC</span>，均依 <span lang="en">SIL Open Font License 1.1</span> 使用。</p>
</section>
<nav id="toc" role="doc-toc" aria-labelledby="toc-name">
<p id="toc-name">目次</p>
${contents(headingsOf(text))}
</nav>
<main>
${text}
</main>
</body>
</html>
`;
}
