/** The labels that lines begin with, and the form in which a text numbers its notes. */
import { type Label, type LabelForm, leadingLabels, standingMarks } from './labels.ts';
import type { Line } from './lines.ts';

/** How a line ends that may be the last of a paragraph. */
export const FINISHED = /[。．.！？!?」』”’）)〉》…:]\s*$/u;
/** What cannot follow a bare number that begins a note. */
const GOES_ON = /^(?:[\d.,:：、，。%％)）/~～–-]|\s*(?:年|月|日|時|歲|世紀|萬|億|千|百|餘)|$)/u;

/** The labels a line begins with, each in one of the forms. */
export function labelsOf({ text }: Pick<Line, 'text'>): Label[] {
  return leadingLabels(text).filter((label) => {
    const rest = text.slice(label.length);
    if (label.form === 'bare') return rest === '' || !GOES_ON.test(rest);
    return true;
  });
}

/** A sign with its mark is surer than a number at the head of a line. */
const SIGN = 2;

/** The signs (＊ †) within lines or at their ends: page and number. */
function marksThatAreSigns(lines: Line[]): Set<string> {
  return new Set(
    lines.flatMap(({ text, page }) =>
      standingMarks(text).flatMap(({ form, number, at }) =>
        form === 'sign' && at > 0 ? [`${page} ${number}`] : [],
      ),
    ),
  );
}

/** The form in whose labels a text counts farthest, in whatever order they stand. */
export function formOf(lines: Line[]): LabelForm | undefined {
  const found = new Map<LabelForm, number[]>();
  for (const line of lines)
    for (const { form, number } of labelsOf(line))
      found.set(form, [...(found.get(form) ?? []), number]);
  // Signs do not count far. They are notes where their marks stand in the text.
  const signs = marksThatAreSigns(lines);
  const paired = lines.filter((line) =>
    labelsOf(line).some((l) => l.form === 'sign' && signs.has(`${line.page} ${l.number}`)),
  );
  let best: LabelForm | undefined = paired.length > 0 ? 'sign' : undefined;
  let most = SIGN * paired.length;
  for (const [form, numbers] of found) {
    if (form === 'sign') continue;
    const all = new Set(numbers);
    let to = 0;
    while (all.has(to + 1)) to += 1;
    // Figures of the text begin lines too: bare numbers count for less.
    const often = numbers.filter((n) => n <= to).length;
    const score = (form === 'bare' ? 0.8 : 1) * (to + 0.3 * often);
    if (score > most) {
      most = score;
      best = form;
    }
  }
  return best ?? (found.has('sign') ? 'sign' : undefined);
}

/** A page's lines with what is known of their labels. */
export interface Marked {
  line: Line;
  /** Its label, in the form of the text. */
  label: Label | undefined;
  /** Whether the label is all of the line. */
  alone: boolean;
}

/** A line with its label, if that has the form of the text. */
export function labelled(line: Line, form: LabelForm | undefined): Marked {
  const all = labelsOf(line);
  const label = all.find((l) => l.form === form) ?? all.find((l) => l.form === 'sign');
  const alone = label !== undefined && label.length === line.text.length;
  return { line, label: label?.form === 'sign' && form !== 'sign' ? undefined : label, alone };
}
