/** A line over the foot of the window. It has no stylesheet of its own, since that might not come either. */
import { messages } from '../../messages/site.ts';

let line: HTMLElement | undefined;

/** How it looks: the system's own colours, which go with any theme. */
const LOOK: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  insetBlockEnd: '1rem',
  insetInline: '1rem',
  margin: '0 auto',
  inlineSize: 'fit-content',
  padding: '0.5rem 1rem',
  font: '0.875rem/1.5 system-ui, sans-serif',
  color: 'CanvasText',
  background: 'Canvas',
  border: '1px solid',
  zIndex: '9',
};

/**
 * Shows a line, also to screen readers; it goes with the next press or key.
 * @param words what it says; nothing takes it away
 */
export function notify(words: string): void {
  line?.remove();
  line = undefined;
  if (words === '') return;
  line = document.createElement('p');
  line.role = 'status';
  line.lang = messages.common.language;
  line.dataset['apparatus'] = '';
  Object.assign(line.style, LOOK);
  // What lies over the page has its own layer, and hides what is not in it.
  ([...document.querySelectorAll(':modal')].at(-1) ?? document.body).append(line);
  // A status is read when its words come, not when it is there with them.
  line.textContent = words;
  for (const sign of ['pointerdown', 'keydown'])
    addEventListener(sign, () => notify(''), { once: true, capture: true });
}
