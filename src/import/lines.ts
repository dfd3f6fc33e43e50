/** The bytes of a source file → its lines, in NFC. */
import { ImportError } from './errors.ts';
import { codeOf, MEANINGLESS, UNSEEN } from './unseen.ts';

/** A line of the source: its text as it stands (NFC), and its number from 1. */
export interface Line {
  text: string;
  number: number;
}

function notUtf8(bytes: Uint8Array): ImportError {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      break;
    }
    line += 1;
    start = end + 1;
  }
  return new ImportError(
    line,
    'the file is not UTF-8',
    'save the text as UTF-8 and import it again',
  );
}

/**
 * Decodes a source text. NFC turns the CJK compatibility ideographs of PDF
 * extractors (U+F963 for 北) into the ordinary characters; NFKC would also
 * change ～, ： and （, which are printed, and is not used.
 * @throws ImportError when the bytes are not UTF-8 or hold no text
 */
export function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(bytes);
  }
  if (text.trim() === '') {
    throw new ImportError(0, 'the file is empty', 'give the file that holds the extracted text');
  }
  return text.normalize('NFC').replace(/\r\n?/gu, '\n');
}

/** What of a line no reader would see: the check refuses it in the content, so it goes no further. */
function faultOf(line: string): { message: string; hint: string } | undefined {
  const lost = MEANINGLESS.exec(line)?.[0];
  if (lost)
    return {
      message: `the line holds a character without meaning (${codeOf(lost)}: private use, unassigned, a control or a replacement)`,
      hint: 'replace it by the character that is printed',
    };
  const unseen = UNSEEN.exec(line);
  if (!unseen) return undefined;
  const before = line.slice(0, unseen.index).replace(new RegExp(UNSEEN, 'gu'), '').slice(-8);
  return {
    message: `the line holds an invisible character (${codeOf(unseen[0])}) ${before ? `after “${before}”` : 'at its start'}`,
    hint: 'take it out here, in the source text: nobody could see it, and no search would find the word',
  };
}

/**
 * Splits a decoded text into numbered lines.
 * @throws ImportError when a line holds a character without meaning, or one that nobody can see
 */
export function toLines(text: string): Line[] {
  // Nearly every text is without fault: it is looked through once, and not line by line.
  const isClean = !MEANINGLESS.test(text) && !UNSEEN.test(text);
  return text.split('\n').map((line, index) => {
    const fault = isClean ? undefined : faultOf(line);
    if (fault) throw new ImportError(index + 1, fault.message, fault.hint);
    return { text: line, number: index + 1 };
  });
}

/** Width of a line in columns: a Han character is two, a Latin one is one. */
export function width(text: string): number {
  let columns = 0;
  for (const char of text) columns += char.charCodeAt(0) < 0x250 ? 1 : 2;
  return columns;
}

/**
 * Whether a paragraph ends with this line: the word processor left a space at
 * its end. A line that wraps between two English words also ends in a space.
 */
export function endsParagraph(line: string, next: string | undefined): boolean {
  if (!/\s$/u.test(line)) return false;
  const wrapsInLatin =
    /[\p{Script=Latin},&]\s+$/u.test(line) && /^\s?[\p{Script=Latin}“("]/u.test(next ?? '');
  return !wrapsInLatin;
}
