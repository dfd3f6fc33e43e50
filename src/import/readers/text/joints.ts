/** What a line end in the middle of a word or an address hides: was there a hyphen in the word, or only in the line? */

/** How two lines join: with the hyphen, without it, or where the address simply goes on. */
export type Joint =
  | { how: 'plain' }
  | { how: 'keep' | 'drop' | 'address'; doubt: boolean; before: string; after: string };

const HYPHEN_END = /[-\u00AD\u2010\u0002]$/u;
/** Set by the machine that parted the word, never typed. */
const MACHINE_HYPHEN = /[\u00AD\u2010]$/u;
const ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)[\x21-\x7e\u00AD\u2010\u0002]*$/iu;
const ADDRESS_BEGINS = /^[A-Za-z0-9/?&=.%#~_+-]/u;
const WORD_BEFORE = /[\p{Script=Latin}\p{M}’'-]+(?=[-\u00AD\u2010\u0002]$)/u;
const WORD_AFTER = /^[\p{Script=Latin}\p{M}’']+(?:-\p{Script=Latin}+)*/u;

/** Words of a text, for comparison: whole ones, and those with a hyphen. */
export class Vocabulary {
  readonly #words = new Set<string>();

  /** Takes in a line; the word that its end parts does not count. */
  add(line: string): void {
    const whole = line.replace(/[\p{Script=Latin}-]+[-\u00AD\u2010\u0002]$/u, '');
    for (const [word] of whole.matchAll(/[\p{Script=Latin}\p{M}]+(?:-[\p{Script=Latin}\p{M}]+)*/gu))
      this.#words.add(word.toLowerCase());
  }

  has(word: string): boolean {
    return this.#words.has(word.toLowerCase());
  }
}

/** Prefixes after which English keeps a hyphen more often than not. */
const PREFIX =
  /^(?:self|ex|non|anti|pro|vice|quasi|semi|all|half|well|so|cross|post|pre|inter|co)$/iu;
/** Prefixes that are seldom joined with a hyphen before a small letter. */
const FUSED = /^(?:non|anti|post|pre|inter|co|semi)$/iu;

function ofAddress(before: string, after: string): Joint {
  const address = ADDRESS.exec(before)?.[0] ?? '';
  if (!ADDRESS_BEGINS.test(after)) return { how: 'plain' };
  const next = /^[\x21-\x7e]+/u.exec(after)?.[0] ?? '';
  if (HYPHEN_END.test(address)) {
    const drop = MACHINE_HYPHEN.test(address);
    return { how: drop ? 'drop' : 'keep', doubt: !drop, before: address, after: next };
  }
  const open = /[/?&=_#%~+:]$/u.test(address) || /^[/?&=_#%~]/u.test(next);
  const dotted = /\.$/u.test(address) && /^[a-z0-9]/u.test(next);
  const more = /[/=&_%]|\.(?:html?|php|aspx?|pdf|org|com|net|edu|gov|tw|cn)\b/iu.test(next);
  if (open || dotted || more)
    return { how: 'address', doubt: !open && !more, before: address, after: next };
  return { how: 'plain' };
}

/**
 * How a line joins the next.
 * @param before the line, as the file has it, without white space at its end
 * @param after the next line, without white space at its start
 */
export function jointOf(before: string, after: string, known: Vocabulary): Joint {
  if (ADDRESS.test(before)) return ofAddress(before, after);
  if (!HYPHEN_END.test(before)) return { how: 'plain' };
  const head = WORD_BEFORE.exec(before)?.[0];
  const tail = WORD_AFTER.exec(after)?.[0];
  // Numbers (201-⏎233) and what is no Latin word keep it.
  if (!head || !tail) {
    const keeps =
      /^[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}][-\u00AD\u2010\u0002]$/u.test(before);
    return keeps ? { how: 'keep', doubt: false, before: '', after: '' } : { how: 'plain' };
  }
  const shown = { before: `${head}-`, after: tail };
  if (MACHINE_HYPHEN.test(before)) return { how: 'drop', doubt: false, ...shown };
  if (known.has(`${head}-${tail}`)) return { how: 'keep', doubt: false, ...shown };
  const last = head.split('-').at(-1) ?? head;
  if (known.has(head + tail) || known.has(last + tail))
    return { how: 'drop', doubt: false, ...shown };
  // Straaten-Hofmann; Anglo-American.
  if (/^\p{Lu}/u.test(tail)) return { how: 'keep', doubt: false, ...shown };
  if (PREFIX.test(last) && !FUSED.test(last)) return { how: 'keep', doubt: true, ...shown };
  // Two whole words of the text: a compound.
  if (known.has(last) && known.has(tail) && last.length > 3 && tail.length > 3)
    return { how: 'keep', doubt: true, ...shown };
  return { how: 'drop', doubt: true, ...shown };
}
