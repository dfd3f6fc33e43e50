/** Cutting inlines at their printed characters, and wrapping stretches of them. */
import { type Inline, textOf } from '../model/text/document.ts';

const lengthOf = (inline: Inline): number => textOf([inline]).length;

/**
 * Cuts inlines before a printed character; links and emphasis are cut in two.
 * Marks that stand at the cut go with what follows.
 */
export function cutAt(inlines: readonly Inline[], at: number): [Inline[], Inline[]] {
  const before: Inline[] = [];
  let left = at;
  for (const [i, inline] of inlines.entries()) {
    const length = lengthOf(inline);
    if (left === 0) return [before, inlines.slice(i)];
    if (length > left) {
      const [head, tail] = halves(inline, left);
      return [
        [...before, head],
        [tail, ...inlines.slice(i + 1)],
      ];
    }
    before.push(inline);
    left -= length;
  }
  return [before, []];
}

function halves(inline: Inline, at: number): [Inline, Inline] {
  if ('children' in inline) {
    const [head, tail] = cutAt(inline.children, at);
    return [
      { ...inline, children: head },
      { ...inline, children: tail },
    ];
  }
  const value = 'value' in inline ? inline.value : '';
  const half = (part: string) => ({ ...inline, value: part }) as Inline;
  return [half(value.slice(0, at)), half(value.slice(at))];
}

/** A stretch of printed characters, and what is made of it. */
export interface Span<T> {
  from: number;
  to: number;
  wrap: (inner: Inline[]) => T;
}

/**
 * Turns inlines into nodes, stretches of them wrapped. A stretch that begins
 * inside an earlier one cannot be wrapped as well: it stands empty after that one.
 */
export function wrapped<T>(
  inlines: readonly Inline[],
  spans: readonly Span<T>[],
  render: (inlines: Inline[]) => T[],
): T[] {
  const nodes: T[] = [];
  let rest: readonly Inline[] = inlines;
  let at = 0;
  for (const { from, to, wrap } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) {
      nodes.push(wrap([]));
      continue;
    }
    const [before, tail] = cutAt(rest, from - at);
    const [inner, after] = cutAt(tail, to - from);
    nodes.push(...render(before), wrap(inner));
    rest = after;
    at = to;
  }
  return [...nodes, ...render([...rest])];
}
