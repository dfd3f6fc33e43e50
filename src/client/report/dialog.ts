/** 回報: what is wrong, in the reader's words, and the ways by which it reaches those who keep the text. */

import { messages } from '../../messages/site.ts';
import { type Report, type ReportTo, reportAddress, textOf } from '../../search/report/report.ts';
import { copy } from '../dom/clipboard.ts';
import { make } from '../dom/elements.ts';
import { openDialog } from '../interface/dialog.ts';

/** A field of the report, under its name. */
function field(name: string, value: string, lines: number): [HTMLElement, HTMLTextAreaElement] {
  const input = make('textarea', { rows: String(lines) });
  input.value = value;
  return [make('label', {}, make('span', {}, name), input), input];
}

/** Opens it. @param tos where reports go */
export function openReport(
  known: Pick<Report, 'address' | 'place' | 'printed' | 'context'>,
  tos: readonly ReportTo[],
): void {
  const [printedLabel, printed] = field(messages.report.printed, known.printed, 2);
  const [correctionLabel, correction] = field(messages.report.correction, '', 2);
  const [reasonLabel, reason] = field(messages.report.reason, '', 2);
  const said = make('p', { role: 'status' });
  const report = (): Report => ({
    ...known,
    printed: printed.value,
    correction: correction.value,
    reason: reason.value,
  });
  const ways = tos.map((to) => {
    const name = 'mail' in to ? messages.report.byMail : messages.report.at(to.name);
    const link = make(
      'a',
      { class: 'way', rel: 'noopener', ...('mail' in to ? {} : { target: '_blank' }) },
      name,
    );
    return { link, to };
  });
  const renew = () => {
    for (const { link, to } of ways) link.href = reportAddress(report(), to);
  };
  const copied = make('button', { type: 'button' }, messages.report.copy);
  copied.onclick = () => copy(textOf(report()), said, messages.report.report);
  for (const input of [printed, correction, reason]) input.oninput = renew;
  renew();
  openDialog(
    messages.report.misprint,
    'report-dialog',
    make('p', { class: 'at' }, known.place),
    printedLabel,
    correctionLabel,
    reasonLabel,
    make('p', { class: 'does' }, ...ways.map(({ link }) => link), copied),
    make('p', { class: 'hint' }, messages.report.nothingIsSent),
    said,
  );
  (known.printed === '' ? printed : correction).focus();
}
