/** The page of the report, as HTML: what was taken for what, beside the page itself, with the questions in place. */
import { createHash } from 'node:crypto';
import { asked, placeInChinese } from '../../import/questions-zh.ts';
import type { Question, Unit } from '../../import/readers/types.ts';
import type { Examined, Piece, ReportPage, Words } from '../../import/report/examine.ts';
import type { Kind, Stretch } from '../../import/report/taken.ts';
import { escaped } from '../escaped.ts';
import { STYLE } from './style.ts';

/** What the page is made of. */
export interface Report {
  /** The name of the source file. */
  file: string;
  examined: Examined;
  /** What the last import complained of, if it did. */
  complaint: string | undefined;
}

const KINDS: Readonly<Record<Kind, string>> = {
  heading: '標題',
  paragraph: '內文',
  quotation: '引文',
  item: '條列',
  table: '表',
  caption: '圖表標題',
  note: '註釋',
  mark: '註號',
  furniture: '頁眉頁碼',
  'left-out': '略去',
};

const WHAT: Readonly<Record<string, string>> = {
  'running-head': '書眉',
  'page-number': '頁碼',
  rule: '線',
  'notes-heading': '註釋之標題',
  comment: '批註',
  deleted: '追蹤修訂中刪去的字',
  hidden: '隱藏文字',
  contents: '目次',
  field: '功能變數',
  picture: '圖中文字',
  metadata: '檔案資訊',
  markup: '標記符號',
  navigation: '導覽',
  mark: '沒有註釋的註號',
  outside: '本章之外',
  repeated: '重複',
};

/** The id of a question on the page: addresses hold no words of the text. */
export const anchorOf = ({ id }: Pick<Question, 'id'>): string =>
  `q-${createHash('sha256').update(id).digest('hex').slice(0, 10)}`;

/** A line end between Latin words is a space; between Han characters it is nothing. */
const LINE_END = /(?<=[\p{Script=Latin}\p{N}\p{P}])\n(?=[\p{Script=Latin}\p{N}])/gu;

const wordsHtml = (words: Words): string =>
  words
    .map((w) =>
      'mark' in w
        ? `<sup class="mark" title="註號">${escaped(w.mark)}</sup>`
        : escaped(w.text.replace(LINE_END, ' ').replaceAll('\n', '')),
    )
    .join('');

function pieceHtml(piece: Piece): string {
  const { kind, level, what, label, words, rows, outside } = piece;
  const name = kind === 'heading' && level ? `標題 ${level}` : (what && WHAT[what]) || KINDS[kind];
  const chip = `<span class="chip" data-kind="${kind}">${name}</span>`;
  const aside = outside ? '<span class="chip" data-kind="left-out">本章之外</span>' : '';
  const lead = label ? `<b class="label">${escaped(label)}</b> ` : '';
  const body = rows
    ? `<div class="scroll" tabindex="0" role="group" aria-label="表"><table>${rows
        .map((row) => `<tr>${row.map((cell) => `<td>${wordsHtml(cell)}</td>`).join('')}</tr>`)
        .join('')}</table></div>`
    : `<p>${lead}${wordsHtml(words)}</p>`;
  return `<li data-kind="${kind}"${outside ? ' class="outside"' : ''}><div>${chip}${aside}</div>${body}</li>`;
}

function questionHtml(question: Question, isPdf: boolean): string {
  const { id, taken, answered, context } = question;
  const { asks, readings } = asked(question);
  const at = anchorOf(question);
  const picture =
    isPdf && 'page' in question.place
      ? `<div class="scroll" tabindex="0" role="group" aria-label="原書上的這一處"><img class="place" src="places/${at}.png" alt="${escaped(context)}" loading="lazy"></div>`
      : '';
  const choices = readings
    .map(
      (reading, i) =>
        `<label><input type="radio" name="reading" value="${i}"${i === taken ? ' checked' : ''} required> <span>${escaped(reading)}</span>${i === taken ? ` <small>${answered ? '已選' : '現在所取'}</small>` : ''}</label>`,
    )
    .join('');
  const undo = answered ? '<button name="reading" value="" formnovalidate>收回答案</button>' : '';
  return `<form class="question" id="${at}" method="post" action="answers/" aria-labelledby="${at}-asks"${answered ? ' data-answered' : ''}>
<h3 id="${at}-asks">${answered ? '已答' : '問'}：${escaped(asks)}</h3>
<p class="where">${escaped(placeInChinese(question))}　<q>${escaped(context)}</q></p>
${picture}
<fieldset><legend class="hidden">讀法</legend>${choices}</fieldset>
<input type="hidden" name="id" value="${escaped(id)}">
<p><button>${answered ? '改選' : '就這樣讀'}</button> ${undo}</p>
</form>`;
}

/** The text of a unit, each stretch in the colour of what it was taken for. */
function unitHtml({ text }: Unit, stretches: readonly Stretch[]): string {
  let out = '';
  let end = 0;
  for (const { from, to, kind } of stretches) {
    if (from < end) continue;
    out += `${escaped(text.slice(end, from))}<span data-kind="${kind}" title="${KINDS[kind]}">${escaped(text.slice(from, to))}</span>`;
    end = to;
  }
  return out + escaped(text.slice(end));
}

/** What units of one line, or of one paragraph of a container, have in common. */
function lineOf({ place }: Unit): string {
  if ('line' in place) return String(place.line);
  if ('page' in place) return '';
  return `${place.part}${/^.*\/(?:\w+:)?(?:p|h|head)(?:\[\d+\])?(?=\/|$)/u.exec(place.path)?.[0] ?? place.path}`;
}

/** The lines or paragraphs of the file. */
function sourceHtml({ units }: ReportPage, { document, stretches }: Examined): string {
  const rows: { name: string; html: string }[] = [];
  for (const index of units) {
    const unit = document.units[index] as Unit;
    const html = unitHtml(unit, stretches[index] ?? []);
    if (unit.text.trim() === '') continue;
    const name = lineOf(unit);
    const last = rows.at(-1);
    if (last?.name === name) last.html += html;
    else rows.push({ name, html });
  }
  const isLine = document.units.some(({ place }) => 'line' in place);
  const items = rows
    .map(({ name, html }) => `<li${isLine ? ` value="${name}"` : ''}>${html}</li>`)
    .join('');
  return `<ol class="lines${isLine ? '' : ' plain'}">${items}</ol>`;
}

/** The picture of a page, with a frame on each line in the colour of what it was taken for. */
function pictureHtml({ page = 1, units }: ReportPage, { document, stretches }: Examined): string {
  const [width = 1, height = 1] = document.pages[page - 1]?.size ?? [];
  const percent = (n: number, of: number) => `${((100 * n) / of).toFixed(2)}%`;
  const boxes = units.flatMap((index) => {
    const { place, text } = document.units[index] as Unit;
    if (!('page' in place) || text.trim() === '') return [];
    const [left, top, right, bottom] = place.box;
    const own = stretches[index] ?? [];
    const kind = own.find((s) => s.kind !== 'mark')?.kind ?? own[0]?.kind ?? 'left-out';
    return [
      `<i data-kind="${kind}" style="left:${percent(left, width)};top:${percent(top, height)};width:${percent(right - left, width)};height:${percent(bottom - top, height)}"></i>`,
    ];
  });
  return `<div class="picture" style="aspect-ratio:${width}/${height}"><img src="pages/${page}.png" alt="檔案第 ${page} 頁" loading="lazy" width="${Math.ceil(width * 1.5)}" height="${Math.ceil(height * 1.5)}">${boxes.join('')}</div>`;
}

const nameOf = ({ page, name }: ReportPage): string => {
  if (page === undefined) return name || '開頭';
  return name ? `頁 ${name}（檔案第 ${page} 頁）` : `檔案第 ${page} 頁`;
};

/** Whether a question is about a place on a page of the report. */
function isOn(page: ReportPage, { place }: Question, { document }: Examined): boolean {
  if ('page' in place) return place.page === page.page;
  return page.units.some((index) => {
    const own = document.units[index]?.place;
    if (own === undefined || 'page' in own) return false;
    if ('line' in own) return 'line' in place && own.line === place.line;
    return 'part' in place && own.part === place.part && own.path === place.path;
  });
}

/** Pages of books without end are not sent at once: the one asked for, and those around it. */
const AT_ONCE = 20;

function sectionHtml(page: ReportPage, index: number, { examined }: Report): string {
  const { document } = examined;
  const isPdf = document.format === 'pdf';
  const questions = document.questions.filter((q) => isOn(page, q, examined));
  const pieces = page.pieces.map(pieceHtml).join('');
  return `<section id="part-${index + 1}" aria-labelledby="part-${index + 1}-name">
<h2 id="part-${index + 1}-name">${escaped(nameOf(page))}</h2>
<div class="beside">
<div class="source">${isPdf ? pictureHtml(page, examined) : sourceHtml(page, examined)}</div>
<div>${questions.map((q) => questionHtml(q, isPdf)).join('')}
<ol class="pieces">${pieces || '<li><p>這一頁沒有文字。</p></li>'}</ol></div>
</div>
</section>`;
}

/** Where the pages of the report begin that are sent with one of them. */
const setOf = (index: number) => Math.floor(index / AT_ONCE) * AT_ONCE;

/** The address of a question, from that of the report. */
export function addressOf(question: Question, examined: Examined): string {
  const index = examined.pages.findIndex((page) => isOn(page, question, examined));
  const from = setOf(Math.max(0, index));
  return `${from === 0 ? '' : `?from=${from + 1}`}#${anchorOf(question)}`;
}

const questionsList = (report: Report): string => {
  const { examined } = report;
  const { questions } = examined.document;
  const open = questions.filter(({ answered }) => !answered);
  if (questions.length === 0) return '<p>沒有不確定的地方。</p>';
  const items = questions.map((question) => {
    const address = addressOf(question, examined) || './';
    return `<li><a href="${address}">${escaped(placeInChinese(question))}：${escaped(asked(question).asks)}</a>${question.answered ? ' <small>已答</small>' : ''}</li>`;
  });
  return `<p><b>${open.length === 0 ? '全部答完了。' : `還有 ${open.length} 處要問您。`}</b>不答也可以：現在所取的讀法照樣匯入。答案寫在設定檔的 <code>answers</code>，下次仍有效。</p>
<details${open.length > 0 && open.length <= 12 ? ' open' : ''}><summary>全部 ${questions.length} 個問題</summary><ol>${items.join('')}</ol></details>`;
};

const legend = `<ul class="legend" aria-label="顏色">${Object.entries(KINDS)
  .map(([kind, name]) => `<li><span class="chip" data-kind="${kind}">${name}</span></li>`)
  .join('')}</ul>`;

/**
 * The page.
 * @param from index of the first page of the report to show
 */
export function reportPage(report: Report, from = 0): string {
  const { file, examined, complaint } = report;
  const { pages, remarks, fault } = examined;
  const start = setOf(Math.min(Math.max(0, from), Math.max(0, pages.length - 1)));
  const shown = pages.slice(start, start + AT_ONCE);
  const wrong = complaint ?? (fault && `${fault.message}\n→ ${fault.hint}`);
  const links = pages.map((page, i) => {
    const set = setOf(i);
    const address = set === start ? `#part-${i + 1}` : `?from=${set + 1}#part-${i + 1}`;
    return `<li><a href="${address}">${escaped(page.page === undefined ? nameOf(page) : page.name || String(page.page))}</a></li>`;
  });
  return html(
    `匯入報告：${file}`,
    `<header>
<h1>匯入報告</h1>
<p><code>${escaped(file)}</code>　左邊是原檔，右邊是匯入時認作的內容。${pages.length > AT_ONCE ? `共 ${pages.length} 頁，每次顯示 ${AT_ONCE} 頁。` : ''}<a href="../">看網站</a></p>
${wrong === undefined ? '' : `<div class="wrong" role="alert"><p>現在還不能匯入：</p><pre lang="en">${escaped(wrong)}</pre></div>`}
${questionsList(report)}
${remarks.length > 0 ? `<details><summary>其他說明 ${remarks.length} 條</summary><ul lang="en">${remarks.map((r) => `<li>${escaped(r)}</li>`).join('')}</ul></details>` : ''}
${legend}
<nav aria-label="頁"><ol>${links.join('')}</ol></nav>
</header>
<main>
${shown.map((page, i) => sectionHtml(page, start + i, report)).join('\n')}
</main>`,
  );
}

/** The page where a file cannot be read at all. */
export const faultPage = (file: string, message: string): string =>
  html(
    '匯入報告',
    `<header><h1>匯入報告</h1><p><code>${escaped(file)}</code></p><div class="wrong" role="alert"><p>這個檔案還不能讀：</p><pre lang="en">${escaped(message)}</pre></div></header>`,
  );

const html = (title: string, body: string): string => `<!doctype html>
<html lang="zh-Hant-TW">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(title)}｜章句</title>
<style>${STYLE}</style>
${body}
</html>
`;
