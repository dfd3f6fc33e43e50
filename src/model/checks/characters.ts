/** Checks of the characters of one body, line by line: what a reader could not see, or not find. */
import { codeOf, INVISIBLE } from '../../import/unseen.ts';
import type { Entry } from '../content/content.ts';
import type { Finding } from './findings.ts';

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

const codesOf = (text: string): string => [...text].map(codeOf).join(' ');

function fault(text: string): Pick<Finding, 'rule' | 'message'> | undefined {
  if (text !== text.normalize('NFC')) {
    const graphemes = [...GRAPHEMES.segment(text)].map(({ segment }) => segment);
    const bad = graphemes.find((g) => g !== g.normalize('NFC')) ?? text;
    return {
      rule: 'text/nfc',
      message: `the line is not NFC (“${bad}” ${codesOf(bad)}): readers could not find it. Write the ordinary character ${codesOf(bad.normalize('NFC'))}.`,
    };
  }
  const hidden = INVISIBLE.exec(text)?.[0];
  if (hidden === undefined) return undefined;
  return {
    rule: 'text/invisible',
    message: `the line holds a control, private-use, zero-width or unreadable character (${codeOf(hidden)}): take it out.`,
  };
}

/** Compatibility ideographs, decomposed characters, private use, control and invisible characters. */
export function checkCharacters({ file, body, bodyLine }: Entry<unknown>): Finding[] {
  return body.split('\n').flatMap((text, i): Finding[] => {
    const found = fault(text);
    return found ? [{ ...found, file, line: bodyLine + i }] : [];
  });
}
