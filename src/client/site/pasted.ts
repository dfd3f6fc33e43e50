/** Addresses as people paste them: cut short, with the marks of the sentence around them, in other forms of digits. */

/** White space, marks and the slash: what stands at the end of what was pasted, and ends no address. */
const MARK = /[\p{P}\p{S}\p{Z}\p{C}]/u;
/** The last of the signs; a character has no more than four. */
const LAST_SIGN = /%[0-9a-f]{0,2}$/iu;
const SIGNS = 4;

/** Without the marks at its end. A pattern would look for that end from each mark on: in a long address, for seconds. */
function withoutTail(text: string): string {
  const characters = [...text];
  while (characters.length > 0 && MARK.test(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}

/** What percent signs stand for; a sign that was cut at the end is left away, and nothing is thrown. */
export function decoded(text: string): string {
  let tried = text;
  for (let left = SIGNS; left >= 0; left -= 1)
    try {
      return decodeURIComponent(tried);
    } catch {
      tried = tried.replace(LAST_SIGN, '');
    }
  return text;
}

/** Whether no percent sign was cut at the end. */
export function isWhole(text: string): boolean {
  try {
    // Bundlers drop a call whose value is not used, and with it the error.
    return decodeURIComponent(text) !== '' || text === '';
  } catch {
    return false;
  }
}

/** The id that a fragment names. @param hash of an address, with its number sign or empty */
export const idOf = (hash: string): string => decoded(hash.slice(1));

/** Marks before what was pasted: a bracket, a sign that nobody sees. */
const HEAD = /^[\p{P}\p{S}\p{Z}\p{C}]+/u;

/** As it is and as far as it is ASCII, each without the marks around it. */
const readings = (text: string): string[] => {
  const plain = decoded(text)
    // Zero-width signs come along wherever a text was copied from.
    .replace(/[\p{Cs}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(HEAD, '');
  const cut = plain.replace(/[^!-~].*$/su, '');
  // Nothing is left of what begins with other letters: that is no address of the title page.
  return [...new Set((cut === '' ? [plain] : [plain, cut]).map(withoutTail))];
};

/** What people call the rooms of this site, which stand in the plural, save the one chapter. */
const ROOMS = new Map([
  ...['section', 'page', 'note', 'source', 'download', 'emendation'].map(
    (one) => [one, `${one}s`] as const,
  ),
  ['footnote', 'notes'],
  ['footnotes', 'notes'],
  ['chapters', 'chapter'],
]);

/** A page's own file, or the end that pages have on other servers. The page of errors is itself such a file. */
const PAGE_FILE = /^(?:index\.\w+|(?!404\.)(.+)\.(?:html?|php|aspx?))$/u;

/** The parts of a path under the names that the rooms of this site have, without the name of a file. */
function inOurForm(parts: readonly string[]): string[] {
  const [, name] = PAGE_FILE.exec(parts.at(-1) ?? '') ?? [undefined, parts.at(-1)];
  return [...parts.slice(0, -1), ...(name ?? '').split('/')]
    .filter(isName)
    .map((part) => ROOMS.get(part) ?? part)
    .map(withoutZeros);
}

/** Whether a part names anything: dots would lead out of the site. */
const isName = (part: string): boolean => !/^\.*$/u.test(part);

const withoutZeros = (part: string): string => part.replace(/^0+(?=\d{1,9}$)/u, '');

function joined(parts: readonly string[]): string {
  const file = /\.[a-z\d]+$/u.test(parts.at(-1) ?? '');
  const path = parts.map(encodeURIComponent).join('/');
  return path === '' ? '/' : `/${path}${file ? '' : '/'}`;
}

/**
 * The addresses that a path may have been meant for, the likeliest first.
 * @param path below the base, beginning with a slash, as the browser has it
 * @returns paths of this site's form: small letters, numbers without leading zeros, a slash at the end of a page's,
 *   rooms by their own names (/note/43.html for /notes/43/)
 */
export function pathsMeant(path: string): string[] {
  const meant = readings(path).flatMap((text) => {
    const parts = text
      .split('/')
      .map((part) => withoutZeros(part.trim()))
      .filter(isName);
    return [joined(parts), joined(inOurForm(parts))];
  });
  return [...new Set(meant)];
}

/** The ids that a fragment may have been meant for, the likeliest first. @param hash with its number sign or empty */
export const idsMeant = (hash: string): string[] =>
  readings(hash.slice(1)).flatMap((id) => {
    const numbered = id.replace(/(?<![0-9a-z])([a-z]*)0+(?=\d)/gu, '$1');
    return [...new Set([id, numbered])].filter((one) => one !== '');
  });
