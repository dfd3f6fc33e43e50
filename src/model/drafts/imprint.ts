/** What follows a title: where and when a work appeared, read from the words and taken out of them one after another. */
import { readDate } from '../citations/dates.ts';
import { pagesIn } from '../citations/locators.ts';
import type { Locator } from '../citations/schema.ts';
import type { Issued } from '../sources/source.ts';
import { tokensOf } from './words.ts';

/** A value, and the printed words it was read from. */
export interface Read<T = string> {
  value: T;
  from: string;
}

/** What was read after a title. */
export interface Imprint {
  container?: Read;
  publisher?: Read;
  place?: Read;
  issued?: Read<Issued>;
  volume?: Read;
  issue?: Read;
  /** A number over all volumes: 總第 4 期. */
  number?: Read;
  /** The pages of the work itself, where a page of it is cited beside them: pp. 10-29, see p. 12. */
  page?: Read;
  /** The page cited. */
  locator?: Read<Locator>;
  /** Words that were read as nothing. */
  rest: string[];
}

const NUMERAL = '(?:[\\d０-９]+|[〇○零一二三四五六七八九十百]+)';
const ENGLISH_MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const SEASON = '(?:Spring|Summer|Fall|Autumn|Winter)';

/** Forms of printed dates, the longest first; each is then read by `readDate`. */
const DATES: readonly RegExp[] = [
  new RegExp(
    `(?:中華民國|民國|西元|公元)? ?${NUMERAL} ?年 ?${NUMERAL} ?月(?: ?${NUMERAL} ?日)?`,
    'u',
  ),
  new RegExp(`${ENGLISH_MONTH} ?[-–/] ?${ENGLISH_MONTH},? \\d{4}`, 'u'),
  new RegExp(`${ENGLISH_MONTH} \\d{1,2}, ?\\d{4}`, 'u'),
  new RegExp(`\\d{1,2} ${ENGLISH_MONTH},? \\d{4}`, 'u'),
  new RegExp(`${ENGLISH_MONTH},? \\d{4}`, 'u'),
  new RegExp(`\\(${SEASON}(?: ?/ ?${SEASON})?\\),? \\d{4}`, 'iu'),
  new RegExp(`${SEASON}(?: ?/ ?${SEASON})?,? \\d{4}`, 'iu'),
  /\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d)/u,
  new RegExp(
    `(?:中華民國|民國|西元|公元)? ?(?:\\d{2,4}|${NUMERAL}) ?年(?!度)(?: ?[春夏秋冬]季?)?`,
    'u',
  ),
  /(?<![\p{L}\d.-])(?:1[5-9]|20)\d\d-\d\d(?!\d)/u,
  /(?<![\p{L}\d.-])(?:1[5-9]|20)\d\d(?![\d/-]|\s*年)/u,
];

const VOLUMES = [
  new RegExp(`第\\s*(${NUMERAL})\\s*卷`, 'u'),
  /\b[Vv]ol(?:ume|\.)?\s*(\d+|[IVXLC]+\b)/u,
  /(?<=[,，\s])(\d+)\s*卷/u,
];
const ISSUES = [
  new RegExp(`(?<!總\\s*)第\\s*(${NUMERAL}(?:[-、]\\d+)?)\\s*期`, 'u'),
  /\b(?:[Nn]o\.?|[Ii]ssue)\s*(\d+(?:[-/]\d+)?)/u,
  /(?<=[,，\s卷])(\d+)\s*期/u,
  /([試创創][刊]號)/u,
];
const SERIAL = [/總第\s*\d+\s*期/u];

const PAGES =
  /(?:\bpp?\.?\s*[A-Z]?-?\d+(?:\s*[-–—]\s*\d+)?|[頁页]\s*\d+(?:\s*[-–—~～至]\s*\d+)?(?:[、,]\s*\d+(?:[-–—]\d+)?)*|第\s*\d+(?:\s*[-–—至]\s*\d+)?\s*[頁页版])/giu;

/** Words that lead somewhere and say nothing of the work. */
const LEAD =
  /[，,。;；]?\s*(?:[請请另又並并]?[參参][見见閱阅考看照]|下載自|取自|網址[:：]?|(?:(?:see|available)\s+)?(?:on\s+(?:the\s+)?web\s?site\s+)?at(?=\s*[:：]?\s*[<■])|\bsee\s+(?:on|at)\b|\bsee\b(?=\s*[<■])|Retrieved\s+from|及)\s*[:：]?\s*(?=[<■\s]|$)/giu;

/** A body that publishes. */
const PUBLISHER =
  /(?:出版社|出版公司|書局|书局|書店|书店|印書館|印书馆|文化事業|基金會|研究所|研究院|研究中心|大學|政府|\bPress\b|Publish|Books\b|\bInc\b|University|Institute|Sharpe|Routledge)/u;

/** What is still to be read, and what was. */
interface State {
  words: string;
  imprint: Imprint;
}

/** Takes the first match of one of the forms out of the words; a mark stays, so that nothing grows together. */
function take(state: State, forms: readonly RegExp[], group = 1): Read | undefined {
  for (const form of forms) {
    const match = form.exec(state.words);
    if (!match) continue;
    state.words =
      state.words.slice(0, match.index) + state.words.slice(match.index + match[0].length);
    return { value: (match[group] ?? match[0]).trim(), from: match[0].trim() };
  }
  return undefined;
}

function takeDate(state: State): Read<Issued> | undefined {
  for (const form of DATES) {
    const match = form.exec(state.words);
    const read = match && readDate(match[0]);
    if (!match || !read || !('date' in read || 'year' in read)) continue;
    const printed = match[0].trim();
    const date = 'date' in read ? read.date : read.year;
    const season = 'date' in read ? read.season : undefined;
    state.words =
      state.words.slice(0, match.index) + state.words.slice(match.index + match[0].length);
    return { value: { date, ...(season ? { season } : {}), printed }, from: printed };
  }
  return undefined;
}

/** (Seoul); (台北：商務印書館); (New Brunswick, U.S.A.: Transaction Publishers): what no date was. */
function takeBrackets(state: State): void {
  const { imprint } = state;
  for (const [whole, inner = ''] of state.words.matchAll(/[(（]([^()（）]*)[)）]/gu)) {
    state.words = state.words.replace(whole, '');
    const words = inner.replace(/^[\s,，]+|[\s,，]+$/gu, '');
    // An address or an abbreviation of the name before it is no place.
    if (!/\p{L}/u.test(words) || /\.\p{Ll}{2,}$/u.test(words)) continue;
    const [place = '', ...others] = words.split(/\s*[:：]\s*/u);
    const publisher = others.join('：') || (PUBLISHER.test(words) ? words : '');
    if (publisher) imprint.publisher ??= { value: publisher, from: others.at(-1) ?? words };
    if (publisher !== place && place) imprint.place ??= { value: place, from: place };
  }
}

/** The names of what a work stands in, and who brought it out. */
function takeNames(state: State): void {
  const { imprint } = state;
  for (const token of tokensOf(state.words)) {
    const name = token
      .replace(/^(?:(?:載於|載|收錄於|收於|收入|刊於|[見见])\s*|in\s+)/u, '')
      .replace(/[\s,，.。:：<>]+$/u, '')
      .replace(/^[\s<>《〈]+|[》〉]$/gu, '')
      .trim();
    if (!/\p{L}{2}/u.test(name)) continue;
    if (
      imprint.container === undefined &&
      !(
        PUBLISHER.test(name) &&
        !/報$/u.test(name) &&
        imprint.publisher === undefined &&
        /出版|書局|印書館|\bPress\b/u.test(name)
      )
    )
      imprint.container = { value: name, from: token };
    else if (imprint.publisher === undefined && PUBLISHER.test(name))
      imprint.publisher = { value: name, from: token };
    else imprint.rest.push(name);
  }
}

/**
 * Reads what follows a title.
 * @param newspaper whether 第 4 版 is a page
 */
export function readImprint(after: string, newspaper: boolean): Imprint {
  // An address is a link of its own; its letters are nothing else.
  const cover = after.replace(/<*https?:\/\/[^\s，。；、）」』”>]+>*/gu, '<');
  const state: State = { words: cover.replace(LEAD, ''), imprint: { rest: [] } };
  const { imprint } = state;
  const pages = pagesIn(state.words, newspaper).filter(({ sure }) => sure);
  const printedPages = state.words.match(PAGES) ?? [];
  const isWithin = pages.length === 2 && /\bsee\s+pp?\.|[見见][第頁页]/u.test(state.words);
  const at = isWithin ? 1 : 0;
  const [own, cited] = [pages[0], pages[at]];
  if (isWithin && own) imprint.page = { value: own.value, from: printedPages[0] ?? own.value };
  if (cited)
    imprint.locator = {
      value: { label: 'page', value: cited.value },
      from: printedPages[at] ?? cited.value,
    };
  state.words = state.words.replace(PAGES, '');
  const set = <K extends 'number' | 'volume' | 'issue'>(key: K, read: Read | undefined) => {
    if (read) imprint[key] = read;
  };
  const serial = take(state, SERIAL, 0);
  set('number', serial && { ...serial, value: serial.from });
  set('volume', take(state, VOLUMES));
  set('issue', take(state, ISSUES));
  const issued = takeDate(state);
  if (issued) imprint.issued = issued;
  // 2001 年第 3 期 (2001 年 9 月): the fuller of two dates is the date.
  const second = takeDate(state);
  if (
    second &&
    issued &&
    second.value.date.startsWith(issued.value.date.slice(0, 4)) &&
    second.value.date.length > issued.value.date.length
  )
    imprint.issued = second;
  takeBrackets(state);
  takeNames(state);
  return imprint;
}
