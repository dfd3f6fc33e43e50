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

/**
 * The addresses that a path may have been meant for, the likeliest first.
 * @param path below the base, beginning with a slash, as the browser has it
 * @returns paths of this site's form: small letters, numbers without leading zeros, a slash at the end of a page's
 */
export function pathsMeant(path: string): string[] {
  return readings(path).map((text) => {
    const parts = text
      .split('/')
      .flatMap((part) => part.trim().replace(/^0+(?=\d{1,9}$)/u, '') || [])
      .filter((part) => !/^\.+$/u.test(part));
    const file = /\.[a-z\d]+$/u.test(parts.at(-1) ?? '');
    const joined = parts.map(encodeURIComponent).join('/');
    return joined === '' ? '/' : `/${joined}${file ? '' : '/'}`;
  });
}

/** The ids that a fragment may have been meant for, the likeliest first. @param hash with its number sign or empty */
export const idsMeant = (hash: string): string[] =>
  readings(hash.slice(1)).flatMap((id) => {
    const numbered = id.replace(/(?<![0-9a-z])([a-z]*)0+(?=\d)/gu, '$1');
    return [...new Set([id, numbered])].filter((one) => one !== '');
  });
