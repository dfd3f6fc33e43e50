/** References in English, after the bibliography of the Chicago Manual (18th ed.). */
import { englishDate } from '../dates.ts';
import { filed, type Source, spoken } from '../source.ts';
import { article, isWhole, italic, join, plain, type Run, work } from './runs.ts';

/** Names in English: the first as it is filed, the others as they are spoken. */
function englishNames(source: Source): string | undefined {
  const names = source.author ?? source.editor;
  if (!names) return undefined;
  const [first, ...rest] = names.map((name, i) => (i === 0 ? filed(name) : spoken(name)));
  const all = [
    first,
    ...rest.map((name, i) => (i === rest.length - 1 ? `and ${name}` : name)),
  ].join(', ');
  return (
    all +
    (source.missing.includes('author-others') ? ', et al.' : '') +
    (source.author ? '' : ', ed.')
  );
}

/** 21, no. 3 (March 1981) */
function englishNumbers({ volume, issue, issued }: Source): string {
  const number = [volume, issue ? `no. ${issue}` : undefined]
    .filter((p) => p !== undefined)
    .join(', ');
  return [number, issued ? `(${englishDate(issued)})` : ''].filter((p) => p !== '').join(' ');
}

/** New York: M. E. Sharpe, 1995 */
function englishImprint(source: Source): string {
  const by = [source['publisher-place'], source.publisher]
    .filter((p) => p !== undefined)
    .join(': ');
  return [by, source.issued ? englishDate(source.issued) : ''].filter((p) => p !== '').join(', ');
}

/** Where the work stands: periodical and number, book, seminar, site. */
function englishContainer(source: Source): Run[] {
  const container = source['container-title'];
  const { type, page, issued } = source;
  if (type === 'article-journal')
    return container ? [italic(container), plain(` ${englishNumbers(source)}`)] : [];
  if (type === 'chapter') {
    const by = source['container-author']?.map(spoken).join(' and ');
    const editors = source.editor?.map(spoken).join(' and ');
    const book = [plain(by ? `In ${by}, ` : 'In '), italic(container ?? '')];
    return [
      ...book,
      ...(editors ? [plain(`, edited by ${editors}`)] : []),
      plain(`. ${englishImprint(source)}`),
    ];
  }
  const inNumber = source.volume && !isWhole(source) ? ` ${source.volume}` : '';
  const parts = [
    container ? [italic(container), plain(inNumber)] : undefined,
    source['collection-title']
      ? `${source['collection-title']}${isWhole(source) && source.volume ? `, vol. ${source.volume}` : ''}`
      : undefined,
    source['event-title'],
    source.number,
    source.edition,
    source.genre ? capital(source.genre) : undefined,
    source['event-place'],
    source.publisher || isWhole(source)
      ? englishImprint(source)
      : issued
        ? englishDate(issued)
        : undefined,
    page,
  ];
  return join(parts, ', ');
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** A full stop at the end of a run, unless it ends in one; inside an English quotation mark. */
function stopped(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (!last || /[.?!。]”?$/u.test(last.text)) return runs;
  const text = last.text.endsWith('”') ? `${last.text.slice(0, -1)}.”` : `${last.text}.`;
  return last.italic ? [...runs, plain('.')] : [...runs.slice(0, -1), { ...last, text }];
}

/** A reference in English. */
export function english(source: Source): Run[] {
  const title = isWhole(source) ? work(source.title) : article(source.title);
  const parts = [englishNames(source), title, englishContainer(source)].map((part) =>
    stopped(join([part], '')),
  );
  return join(parts, ' ').map((run) => ({ ...run, lang: 'en' as const }));
}
