/** Numbers of paragraphs, as their addresses have them (`s4-2-1-p3`): drawn in the margin by CSS. */

export function numberParagraphs(): void {
  for (const paragraph of document.querySelectorAll<HTMLElement>('.text p[id]')) {
    const number = /-p(\d+)$/u.exec(paragraph.id)?.[1];
    if (number !== undefined) paragraph.dataset['para'] = number;
  }
}
