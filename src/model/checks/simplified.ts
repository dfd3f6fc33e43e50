/** Checks the exceptions of the simplified pages: each stands in the text, is needed, and gets in no other's way. */
import type { Content } from '../content/content.ts';
import { convertedByTables, placesOf } from '../simplified/convert.ts';
import type { Exception } from '../simplified/exceptions.ts';
import { inlinesOf, textOf } from '../text/document.ts';
import type { Blocks } from './blocks.ts';
import type { Finding } from './findings.ts';

/** A place of a text where an exception applies. */
interface Use {
  text: string;
  at: number;
}

const usesOf = ({ printed }: Exception, texts: readonly string[]): Use[] =>
  texts.flatMap((text) => [...placesOf(printed, text)].map((at) => ({ text, at })));

/** What is wrong with an exception by itself. */
function problem(exception: Exception, uses: readonly Use[]): Omit<Finding, 'file' | 'line'>[] {
  const { printed, simplified } = exception;
  if (uses.length === 0) {
    const message = `“${printed}” stands nowhere in the text: write it as printed, or take this exception out.`;
    return [{ rule: 'simplified/unused', message }];
  }
  const length = [...printed].length;
  const isNeeded = uses.some(
    ({ text, at }) =>
      convertedByTables(text)
        .slice(at, at + length)
        .join('') !== simplified,
  );
  if (isNeeded) return [];
  const message = `OpenCC makes “${simplified}” of “${printed}” by itself: take this exception out.`;
  return [{ rule: 'simplified/needless', message }];
}

/** Whether two exceptions would both write at one place. */
function overlap(a: Exception, b: Exception, texts: readonly string[]): boolean {
  const others = usesOf(b, texts);
  return usesOf(a, texts).some((one) =>
    others.some(
      (other) =>
        one.text === other.text &&
        one.at < other.at + [...b.printed].length &&
        other.at < one.at + [...a.printed].length,
    ),
  );
}

/** Checks content/zh-hans.yaml against the text and the notes. */
export function checkSimplified({ exceptions }: Content, { text, notes }: Blocks): Finding[] {
  const { file, data, lineOf } = exceptions;
  if (data.length === 0) return [];
  const texts = [...text, ...notes].map(({ block }) => textOf(inlinesOf(block)));
  return data.flatMap((exception, i): Finding[] => {
    const where = { file, line: lineOf?.([i]) ?? 1 };
    const first = data.slice(0, i).find((other) => overlap(other, exception, texts));
    if (!first)
      return problem(exception, usesOf(exception, texts)).map((p) => ({ ...p, ...where }));
    const message = `“${exception.printed}” stands where “${first.printed}” does: make one exception of the two, or take one out.`;
    return [{ rule: 'simplified/overlap', message, ...where }];
  });
}
