/** Citations that stand in the page: what they say, and buttons that copy them. */
import { messages } from '../../messages/site.ts';
import type { Run } from '../../search/cite/runs.ts';
import { copyRuns } from '../dom/clipboard.ts';
import { make } from '../dom/elements.ts';
import { absolute, here } from '../site/urls.ts';

/** The runs of a citation that an element shows. */
export function runsIn(element: Element): Run[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const runs: Run[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, textContent: text } = node;
    runs.push({
      text: text ?? '',
      ...(parent?.closest('cite, i') ? { italic: true } : {}),
      ...(parent?.closest('b') ? { bold: true } : {}),
    });
  }
  return runs;
}

/** Gives a citation the whole address of its note, where the build did not know it. */
function complete(citation: HTMLElement): void {
  const path = citation.dataset['quoted'] ?? '';
  if (path === '') return;
  const walker = document.createTreeWalker(citation, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node as Text;
    words.data = words.data.replace(path, new URL(path, absolute(here())).href);
  }
  citation.dataset['quoted'] = '';
}

/** A button that copies a citation, named after what it is: 複製 APA 第7版（英文）書目. */
export function copyButton(runs: () => Run[], name: string, said: HTMLElement): HTMLElement {
  const button = make(
    'button',
    { type: 'button', 'aria-label': messages.cite.copyOf(name) },
    messages.cite.copy,
  );
  button.onclick = () => void copyRuns(runs(), said, ` ${name}`);
  return button;
}

/** Makes the buttons of the citations within an element; a citation has one at most. */
export function addCopyButtons(within: ParentNode, said?: HTMLElement): void {
  for (const citation of within.querySelectorAll<HTMLElement>('[data-citation]')) {
    complete(citation);
    if (citation.nextElementSibling?.matches('button')) continue;
    const own = said ?? make('span', { role: 'status' });
    const name = citation.dataset['citation'] ?? '';
    citation.after(
      copyButton(() => runsIn(citation), name, own),
      ...(said ? [] : [own]),
    );
  }
}

/** Makes the buttons of the page. */
export const startCitations = (): void => addCopyButtons(document);
