/** The cover and the stylesheet: as little as a shelf and a reader need. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { authorOf, fullTitle } from '../imprint.ts';
import { lines, x, xmlDocument } from '../xml.ts';

const WIDTH = 1200;
const HEIGHT = 1800;
/** So many characters of the title stand in one line of the cover. */
const LINE = 8;

function titleLines(title: string): string[] {
  const count = Math.ceil(title.length / LINE);
  const length = Math.ceil(title.length / count);
  return Array.from({ length: count }, (_, i) => title.slice(i * length, (i + 1) * length));
}

/** cover.svg */
export function coverSvg(chapter: Chapter): string {
  const { label, title, thesis, institution, issued } = chapter;
  const line = (words: string, y: number, size: number) =>
    x('text', { x: WIDTH / 2, y, 'font-size': size }, words);
  const shown = titleLines(title);
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
            ...shown.map((words, i) => line(words, 620 + i * 160, 120)),
            line(authorOf(chapter), 1120, 72),
            line(thesis.title, 1400, 52),
            line(`${institution.name}${thesis.genre}　${issued}`, 1490, 44),
          ]),
        ),
      ]),
    ),
  );
}

/** style.css: no fonts, no colours, so that a reader's own settings hold. */
export const STYLE = `html { text-autospace: normal; }
body { line-height: 1.8; }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; break-after: avoid; font-weight: bold; }
h1 { font-size: 1.5em; }
h2 { font-size: 1.3em; }
h3 { font-size: 1.15em; }
h4, h5, h6 { font-size: 1em; }
p { margin: 0 0 0.6em; text-align: justify; }
blockquote { margin: 1em 2em; }
sup { font-size: 0.7em; line-height: 1; }
a { text-decoration: underline; }
table { border-collapse: collapse; margin: 1em 0 0.3em; width: 100%; }
caption { font-weight: bold; margin-bottom: 0.4em; }
th, td { border-bottom: 1px solid; padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
.source, .notes, .made { font-size: 0.9em; }
.notes { border-top: 1px solid; margin-top: 2em; padding-top: 1em; overflow-wrap: anywhere; }
.title { text-align: center; margin-top: 15%; }
.title p { text-align: center; }
.title .abstract { text-align: start; margin-top: 3em; }
.cover { text-align: center; }
.cover img { max-width: 100%; max-height: 100%; }
li p { overflow-wrap: anywhere; text-align: start; }
nav ol { list-style: none; padding-inline-start: 1em; }
`;
