/** The cover and the stylesheet: as little as a shelf and a reader need. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { hostOf } from '../../model/chapter/host.ts';
import { authorOf, fullTitle, publishedIn } from '../imprint.ts';
import { lines, x, xmlDocument } from '../xml.ts';
import { linesOf, widthOf } from './phrases.ts';

const WIDTH = 1200;
const HEIGHT = 1800;
/** What lines may take of the width. */
const ROOM = 1080;
/** The title: the largest it is set, in pixels; so many characters in a line, and so many lines. */
const TITLE = { size: 120, characters: 8, lines: 3 };

/** The size at which a line has room, in pixels: this one, or a smaller one. */
const fitting = (words: string, size: number): number =>
  Math.min(size, Math.floor(ROOM / Math.max(1, widthOf(words))));

/** cover.svg */
export function coverSvg(chapter: Chapter): string {
  const { label, title, issued } = chapter;
  const line = (words: string, y: number, size: number) =>
    x('text', { x: WIDTH / 2, y, 'font-size': fitting(words, size) }, words);
  const shown = linesOf(title, TITLE.characters, TITLE.lines);
  const size = Math.min(...shown.map((words) => fitting(words, TITLE.size)));
  return xmlDocument(
    x(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        width: WIDTH,
        height: HEIGHT,
        'xml:lang': chapter.lang,
      },
      lines([
        x('title', fullTitle({ label, title })),
        x('rect', { width: WIDTH, height: HEIGHT, fill: '#f7f4ec' }),
        x('rect', { y: 1240, width: WIDTH, height: 6, fill: '#7a2e22' }),
        x(
          'g',
          { fill: '#231f1a', 'text-anchor': 'middle', 'font-family': 'serif' },
          lines([
            line(label, 420, 72),
            ...shown.map((words, i) => line(words, 620 + Math.round(i * 1.3 * size), size)),
            line(authorOf(chapter), 1120, 72),
            line(hostOf(chapter).title, 1400, 52),
            line(`${publishedIn(chapter)}　${issued}`, 1490, 44),
          ]),
        ),
      ]),
    ),
  );
}

/** style.css: no fonts, no colours, so that a reader's own settings hold. */
export const STYLE = `html { text-autospace: normal; }
body { line-height: 1.8; }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; break-after: avoid; font-weight: bold; text-align: start; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; }
h2 { font-size: 1.3em; }
h3 { font-size: 1.15em; }
h4, h5, h6 { font-size: 1em; }
p { margin: 0; text-align: justify; text-indent: 2em; line-break: strict; }
blockquote { margin: 0.9em 2em; }
blockquote p { padding-inline-start: 1.1em; text-indent: -1.1em; }
sup { font-size: 0.7em; line-height: 1; }
a { text-decoration: underline; }
table { border-collapse: collapse; margin: 1em 0 0.3em; width: 100%; }
caption { font-weight: bold; margin-bottom: 0.4em; }
th, td { border-bottom: 1px solid; padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
.source, .notes, .made { font-size: 0.9em; }
.source, .made { margin-bottom: 1em; text-align: start; text-indent: 0; overflow-wrap: anywhere; }
.notes { border-top: 1px solid; margin-top: 2em; padding-top: 1em; overflow-wrap: anywhere; }
.notes p { padding-inline-start: 2.6em; text-align: start; text-indent: -2.6em; }
.notes p > a:first-child { display: inline-block; min-width: 1.6em; margin-inline-end: 0.7em; text-indent: 0; }
.title { margin-top: 15%; }
.title h1, .title p { text-align: center; text-indent: 0; }
.title p { margin-bottom: 0.6em; }
.abstract { margin-top: 3em; }
.colophon p { margin-bottom: 0.6em; text-align: start; text-indent: 0; overflow-wrap: anywhere; }
.cover { text-align: center; }
.cover img { max-width: 100%; max-height: 100%; }
ul { list-style: none; margin: 0; padding: 0; }
li p { padding-inline-start: 2em; overflow-wrap: anywhere; text-align: start; text-indent: -2em; }
li + li { margin-top: 0.3em; }
nav ol { list-style: none; padding-inline-start: 1em; }
nav li + li { margin-top: 0; }
`;
