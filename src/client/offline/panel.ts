/** Keeping the whole chapter on this device: how things stand, with the buttons that change it. */
import { messages } from '../../messages/site.ts';
import type { Ask, Status } from '../../worker/protocol.ts';
import { make } from '../dom/elements.ts';
import { ask } from './ask.ts';
import { amount, standing, troubleOf } from './messages.ts';
import { offlineStyles } from './styles.ts';

/** How often it is asked how far the saving has come. */
const STEP = 400;

/** Whether this browser can keep pages at all, at this address. */
export const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

interface Panel {
  text: HTMLElement;
  trouble: HTMLElement;
  bar: HTMLProgressElement;
  count: HTMLElement;
  save: HTMLButtonElement;
  cancel: HTMLButtonElement;
  remove: HTMLButtonElement;
}

const button = (name: string) => make('button', { type: 'button', hidden: true }, name);

/** Shows one state; the focus goes to the button that takes another's place. */
function show(panel: Panel, status: Status): void {
  const { progress, trouble, whole, size } = status;
  const { text, bar, count, save, cancel, remove } = panel;
  const focused = [save, cancel, remove].some((one) => one === document.activeElement);
  const words = progress ? messages.offline.saving : standing(status);
  if (text.textContent !== words) text.textContent = words;
  panel.trouble.textContent = trouble && !progress ? troubleOf(trouble, whole) : '';
  bar.hidden = count.hidden = cancel.hidden = !progress;
  if (progress) {
    bar.max = progress.of || 1;
    bar.value = progress.done;
    count.textContent = messages.offline.of(amount(progress.done), amount(progress.of || size));
  }
  save.hidden = whole || progress !== undefined;
  save.textContent = messages.offline.save(amount(size));
  remove.hidden = !whole || progress !== undefined;
  if (focused) [save, cancel, remove].find((one) => !one.hidden)?.focus();
}

/**
 * Fills an element with the state and the buttons of keeping the chapter offline.
 * @param told hears of every state that is shown
 */
export async function fillOffline(
  container: HTMLElement,
  told: (status: Status) => void = () => undefined,
): Promise<void> {
  const panel: Panel = {
    text: make('p', { role: 'status' }, messages.offline.looking),
    trouble: make('p', { role: 'alert', class: 'trouble' }),
    bar: make('progress', { 'aria-label': messages.offline.progress, hidden: true }),
    count: make('span', { hidden: true }),
    save: button(''),
    cancel: button(messages.common.cancel),
    remove: button(messages.offline.remove),
  };
  const { text, trouble, bar, count, save, cancel, remove } = panel;
  await offlineStyles();
  container.classList.add('offline');
  container.replaceChildren(
    text,
    trouble,
    make('p', { class: 'progress' }, bar, count),
    make('p', {}, save, cancel, remove),
  );

  const draw = (status: Status | undefined): void => {
    if (status) {
      show(panel, status);
      told(status);
    } else text.textContent = messages.offline.nothing;
  };
  const put = async (question: Ask): Promise<void> => {
    try {
      draw(await ask(question));
    } catch {
      text.textContent = messages.offline.unable;
    }
  };
  let watching = false;
  const watch = async (): Promise<void> => {
    if (watching) return;
    watching = true;
    for (let on = true; on && container.isConnected; ) {
      await new Promise((resolve) => setTimeout(resolve, STEP));
      const status = await ask({ ask: 'status' }).catch(() => undefined);
      if (status) draw(status);
      on = status?.progress !== undefined;
    }
    watching = false;
  };

  save.onclick = () => {
    // The browser may be asked not to throw it away when room runs short.
    void navigator.storage?.persist?.();
    void put({ ask: 'save' });
    void watch();
  };
  cancel.onclick = () => void put({ ask: 'cancel' });
  remove.onclick = () => void put({ ask: 'remove' });
  await put({ ask: 'status' });
  if (!bar.hidden) void watch();
  else await put({ ask: 'status', fresh: true });
}
