/**
 * What a reader says of a slip, as lines of a name and a value, and the addresses by which it goes to
 * those who keep the text: nothing is sent by the site. `npm run emend` reads the same lines.
 */

/** Where reports go: to a mail address, or to a tracker whose address takes `{title}` and `{body}`. */
export type ReportTo = { mail: string } | { url: string; name: string };

/** A report. */
export interface Report {
  /** The whole address of the place. */
  address: string;
  /** Where it is printed: 頁73，註88. */
  place: string;
  printed: string;
  /** The words around it. */
  context?: string | undefined;
  /** Empty where the reader does not know. */
  correction: string;
  reason: string;
}

/** Longer addresses are cut off by mail programs and servers. */
const LONGEST = 1800;

const line = (name: string, value: string | undefined): string[] =>
  value === undefined || value.trim() === ''
    ? []
    : [`${name}：${value.trim().replace(/\s+/gu, ' ')}`];

/** The report as text. */
export const textOf = ({ address, place, printed, context, correction, reason }: Report): string =>
  [
    ...line('位置', address),
    ...line('原書', place),
    ...line('印作', printed),
    ...line('上下文', context === printed ? undefined : context),
    ...line('應作', correction),
    ...line('理由', reason),
  ].join('\n');

/** The place of an emendation: its printed page and its id. */
export const placeOfEmendation = (id: string, page: number | undefined): string =>
  page === undefined ? `校記 ${id}` : `頁${page}，校記 ${id}`;

/** What it is about, in a line. */
const subjectOf = ({ place, printed }: Report): string =>
  `筆誤：${place}「${[...printed.trim()].slice(0, 20).join('')}」`;

/**
 * The address that hands a report over.
 * @param to where it goes
 * @returns one that programs take: what is too long loses its context, then its end
 */
export function reportAddress(report: Report, to: ReportTo): string {
  const made = (body: string) => {
    const [subject, text] = [subjectOf(report), body].map(encodeURIComponent);
    return 'mail' in to
      ? // Lines of a mail end with both signs (RFC 6068, 5).
        `mailto:${to.mail}?subject=${subject}&body=${text?.replaceAll('%0A', '%0D%0A')}`
      : to.url.replace('{title}', subject ?? '').replace('{body}', text ?? '');
  };
  for (const body of [textOf(report), textOf({ ...report, context: undefined })]) {
    const address = made(body);
    if (address.length <= LONGEST) return address;
  }
  let characters = [...textOf({ ...report, context: undefined })];
  while (characters.length > 0 && made(`${characters.join('')}…`).length > LONGEST)
    characters = characters.slice(0, -10);
  return made(`${characters.join('')}…`);
}
