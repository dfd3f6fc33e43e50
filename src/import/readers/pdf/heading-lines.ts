/** Lines that are headings: by their tag, size, weight, or label and place. */
import { edgesOf, FINISHED, firstWord, type Habits, isCentred, plainEnd } from './habits.ts';
import type { Line } from './lines.ts';
import { sameSize } from './measure.ts';
import { isCaption } from './tables.ts';

/** What stands before the title of a heading: 第三章, 一、, （一）, 1., 2.1, 壹、, (1) … */
const H = '[〇○零一二三四五六七八九十百]+';
const LABELS = [
  new RegExp(`^第\\s*(?:${H}|[0-9０-９]+)\\s*[章編篇部卷]`, 'u'),
  new RegExp(`^第\\s*(?:${H}|[0-9０-９]+)\\s*[節节]`, 'u'),
  new RegExp(`^(?:${H}|[壹貳參叁肆伍陸柒捌玖拾贰陆]+)\\s*[、．.]`, 'u'),
  new RegExp(`^[（(]\\s*(?:${H}|[壹貳參叁肆伍陸柒捌玖拾贰陆]+)\\s*[）)]`, 'u'),
  /^[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})+[.．]?(?=[\s\u3000\p{Script=Han}])/u,
  /^[0-9０-９]{1,2}\s*[、．.](?!\d)/u,
  /^[（(]\s*[0-9０-９]{1,2}\s*[）)]/u,
  /^[甲乙丙丁戊己庚辛壬癸]\s*[、．.]/u,
  /^(?:緒論|緒言|導論|前言|序論|結論|結語|小結|餘論|引言|摘要|附錄|參考文獻|參考書目|徵引書目)/u,
] as const;
/** Where these alone make a line a heading; the later ones also number the items of lists. */
const SURE_LABELS = 5;

export const labelOf = (text: string): number => LABELS.findIndex((l) => l.test(text.trim()));

/** A line that is surely or probably a heading by itself. */
export function headingSign(
  lines: Line[],
  at: number,
  habits: Habits,
): 'sure' | 'likely' | undefined {
  const line = lines[at] as Line;
  const text = plainEnd(line).trim();
  const { measures } = habits;
  if (text.length > 70) return undefined;
  const label = labelOf(text);
  const tag = headingTag(line);
  if (tag !== undefined) return 'sure';
  const larger = line.size > 1.06 * measures.size;
  if (larger && !/[。；，]$/u.test(text)) return 'sure';
  const bold =
    line.font.bold &&
    !habits.bold &&
    line.items.every((i) => i.font.bold || i.raise !== 0 || !/\p{Script=Han}/u.test(i.char));
  const ends = /[。；，：;,:！？]$/u.test(text);
  if (bold && label !== -1 && text.length <= 40 && !/[，；：,;:]$/u.test(text)) return 'sure';
  if (bold && !ends && !isCaption(text) && text.length <= 50)
    return label === -1 ? 'likely' : 'sure';
  if (label === -1 || ends || sameSize(line.size, measures.size) === false) return undefined;
  return standsApart(lines, at, habits, label) ? 'likely' : undefined;
}

/** Whether a line with a label stands by itself: short, on a line of its own, with the text closed before it. */
function standsApart(lines: Line[], at: number, habits: Habits, label: number): boolean {
  const line = lines[at] as Line;
  const { size, leading } = habits.measures;
  const [before, next] = [lines[at - 1], lines[at + 1]];
  const edges = edgesOf(line, habits);
  if (edges.right - line.right < 2 * size) return false;
  if (next && next.page === line.page && !isShortHeading(line, next, habits)) return false;
  if (
    before &&
    before.page === line.page &&
    !FINISHED.test(plainEnd(before)) &&
    labelOf(before.text) === -1 &&
    before.size <= 1.06 * size
  )
    return false;
  if (label < SURE_LABELS) return true;
  const above = before && before.page === line.page ? line.baseline - before.baseline : 2 * leading;
  const below = next && next.page === line.page ? next.baseline - line.baseline : 2 * leading;
  return above > 1.2 * leading && below > 1.02 * leading && line.text.trim().length <= 30;
}

/** Whether the next line could have gone on in the heading's line and does not. */
const isShortHeading = (line: Line, next: Line, habits: Habits): boolean =>
  edgesOf(line, habits).right - line.right > firstWord(next) + 0.5 * habits.measures.size;

/** The level that a heading's tag gives (H1, H2 …). */
export function headingTag(line: Line): number | undefined {
  const item = line.items.find((i) => i.char.trim() !== '' && i.tags);
  for (let tag = item?.tags; tag; tag = tag.parent) {
    const level = /^H(?:eading[_ ]?)?([1-6])$/iu.exec(tag.type)?.[1];
    if (level) return Number(level);
    if (/^(?:Title)$/u.test(tag.type)) return undefined;
  }
  return undefined;
}

/** Whether a heading goes on in the next line: a title under its label, or a long title. */
export function goesOn(heading: Line[], next: Line, habits: Habits): boolean {
  const last = heading.at(-1) as Line;
  if (heading.length > 3) return false;
  const alone = LABELS.slice(0, 2).some((l) => last.text.trim().replace(l, '') === '');
  // A label may end a page, and its title begin the next.
  if (
    next.page !== last.page
      ? !alone
      : next.baseline - last.baseline > 2.6 * Math.max(last.size, next.size)
  )
    return false;
  const label = labelOf(next.text);
  if (label !== -1 && !(alone && label === LABELS.length - 1)) return false;
  const alike = sameSize(last.size, next.size) && last.font.bold === next.font.bold;
  const sign = next.size > 1.06 * habits.measures.size || (next.font.bold && !habits.bold);
  if (alone && sign && heading.length === 1) return true;
  const full = edgesOf(last, habits).right - last.right < firstWord(next) + habits.measures.size;
  return (
    alike &&
    sign &&
    (full ||
      (isCentred(last, habits) &&
        isCentred(next, habits) &&
        last.size > 1.06 * habits.measures.size))
  );
}
