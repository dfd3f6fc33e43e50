/** 設定: what a reader can set, in a dialog beside the page that shows it at once. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { openDialog } from '../interface/dialog.ts';
import { choose, reset } from './apply.ts';
import { CHOICES, type Choice, SIZES, usualOf } from './choices.ts';
import { downloadMing, mingSize } from './ming.ts';
import { current } from './store.ts';

const WHERE = messages.settings.where;
const BLOCKED = messages.settings.blocked;

/** Where the page has no room beside the text, and in columns, notes meant for there open at their marks. */
const hasSides = (): boolean =>
  matchMedia('(min-width: 80rem)').matches && current().get('setting') !== 'vertical';

const chosenOf = (choice: Choice): string => {
  const chosen = current().get(choice.name) ?? usualOf(choice);
  return chosen === 'side' && !hasSides() ? 'pop' : chosen;
};

/** Says what has been done, and that it is not kept where it is not. */
function say(said: HTMLElement, words: string): void {
  let isKept = true;
  try {
    localStorage.getItem('');
  } catch {
    isKept = false;
  }
  said.textContent = isKept ? words : `${words}${BLOCKED}`;
}

/** What has to be downloaded before it can be set. */
const DOWNLOADED = 'downloaded';

/** Downloads what a choice needs. @returns whether it is there */
async function ready(value: string, said: HTMLElement): Promise<boolean> {
  if (value !== DOWNLOADED) return true;
  said.textContent = messages.settings.downloading;
  try {
    await downloadMing();
    return true;
  } catch {
    said.textContent = messages.settings.mingFailed;
    return false;
  }
}

function group(choice: Choice, said: HTMLElement): HTMLElement {
  const { name, label, options } = choice;
  const chosen = chosenOf(choice);
  return make(
    'fieldset',
    { 'data-choice': name },
    make('legend', {}, label),
    make(
      'div',
      {},
      ...options.map(([value, words]) => {
        const radio = make('input', { type: 'radio', name, value, checked: value === chosen });
        radio.onchange = async () => {
          if (!(await ready(value, said))) {
            const before = `[name=${name}][value=${chosenOf(choice)}]`;
            const one = radio.form?.querySelector<HTMLInputElement>(before);
            if (one && radio.checked) one.checked = true;
            return;
          }
          // Another may have been pressed while it came.
          if (!radio.checked) return;
          await choose(name, value);
          say(said, messages.settings.chosen(label, words));
        };
        // Languages are called as they call themselves.
        const own = name === 'interface' ? { lang: value, translate: 'no' } : {};
        const shown = value === DOWNLOADED ? words + messages.common.aside(mingSize()) : words;
        return make('label', own, radio, shown);
      }),
    ),
  );
}

/** Steps of text size: smaller, which it is, larger. */
function sizes(said: HTMLElement): HTMLElement {
  const label = make('span', { id: 'size-name' }, messages.settings.size);
  const shown = make('span', { class: 'size' });
  const button = (name: string, words: string) =>
    make('button', { type: 'button', 'aria-label': name }, words);
  const smaller = button(messages.settings.smaller, messages.settings.small);
  const larger = button(messages.settings.larger, messages.settings.large);
  const size = (): number => Number(current().get(SIZES.name) ?? SIZES.usual);
  const show = (): void => {
    shown.textContent = `${size()} / ${SIZES.last}`;
    // Disabled, a button would lose the focus it has.
    smaller.ariaDisabled = String(size() === SIZES.first);
    larger.ariaDisabled = String(size() === SIZES.last);
  };
  const step = async (by: number): Promise<void> => {
    const next = Math.min(SIZES.last, Math.max(SIZES.first, size() + by));
    if (next !== size()) await choose(SIZES.name, String(next));
    show();
    say(said, messages.settings.sizeIs(size(), SIZES.last));
  };
  smaller.onclick = () => void step(-1);
  larger.onclick = () => void step(1);
  show();
  return make(
    'div',
    { role: 'group', 'aria-labelledby': label.id, class: 'steps' },
    label,
    make('div', {}, smaller, shown, larger),
  );
}

/** The choices but those that the text has no use for: their names stand on the link to the settings. */
function choices(): Choice[] {
  const without = document.querySelector<HTMLElement>('[data-settings]')?.dataset['settings'];
  return CHOICES.filter(({ name }) => !without?.split(' ').includes(name));
}

/** What stands in the dialog; made anew when all is reset. */
function controls(said: HTMLElement): HTMLElement[] {
  const [language, theme, ...others] = choices().map((choice) => group(choice, said));
  return [language, theme, sizes(said), ...others].filter((made) => made !== undefined);
}

/** Opens the dialog. */
export function openSettings(): void {
  const said = make('p', { role: 'status' });
  const form = make('form', { method: 'dialog' }, ...controls(said));
  const all = make('button', { type: 'button' }, messages.settings.reset);
  all.onclick = async () => {
    await reset();
    form.replaceChildren(...controls(said));
    say(said, messages.settings.wasReset);
  };
  const hint = make('p', { class: 'hint', id: 'settings-hint' }, WHERE);
  const dialog = openDialog(messages.settings.settings, 'settings-dialog', form, all, hint, said);
  dialog.setAttribute('aria-describedby', hint.id);
  dialog.querySelector<HTMLElement>('input:checked')?.focus();
}
