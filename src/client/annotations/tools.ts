/** Under the list of annotations: files of them, and deleting all. */
import { messages } from '../../messages/site.ts';
import type { Places } from '../../search/cite/places.ts';
import { make } from '../dom/elements.ts';
import { saveJsonLd, saveMarkdown, takeIn } from './exchange.ts';
import { NotAnnotations } from './json-ld.ts';
import { all } from './store.ts';
import { deleteWithUndo } from './undo.ts';

function button(name: string, use: () => unknown): HTMLButtonElement {
  const made = make('button', { type: 'button' }, name);
  made.onclick = () => void use();
  return made;
}

/** What is wrong with a file, or with taking it in. */
function whyOf(error: unknown): string {
  if (!(error instanceof NotAnnotations)) return messages.annotations.importFailed;
  return error.why === 'json' ? messages.annotations.notJson : messages.annotations.notAnnotations;
}

function importer(said: HTMLElement): HTMLElement {
  const input = make('input', {
    type: 'file',
    accept: '.jsonld,.json,application/ld+json,application/json',
    class: 'unseen',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  input.onchange = async () => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    try {
      const { added, updated, known, refused } = await takeIn(file);
      said.textContent = messages.annotations.imported(added, updated, known, refused);
    } catch (error) {
      said.textContent = `${file.name}${messages.common.colon}${whyOf(error)}`;
    }
  };
  return make(
    'span',
    {},
    button(messages.annotations.import, () => input.click()),
    input,
  );
}

/** Deleting all asks once more, in its own place. */
function deleter(said: HTMLElement): HTMLElement {
  const place = make('span', { class: 'delete-all' });
  const ask = button(messages.annotations.deleteAll, async () => {
    const every = await all();
    if (every.length === 0) {
      said.textContent = messages.annotations.none;
      return;
    }
    const back = () => {
      place.replaceChildren(ask);
      ask.focus();
    };
    const sure = button(messages.annotations.sure(every.length), async () => {
      place.replaceChildren(ask);
      await deleteWithUndo(every, ask);
    });
    const cancel = button(messages.common.cancel, back);
    place.replaceChildren(sure, cancel);
    cancel.focus();
  });
  place.append(ask);
  return place;
}

/** @param said the live region in which they say what they did */
export function tools(places: Places, said: HTMLElement): HTMLElement {
  const saved = async (saving: Promise<string>) => {
    said.textContent = await saving.then(
      (name) => messages.search.saved(name),
      () => messages.annotations.saveFailed,
    );
  };
  return make(
    'p',
    { class: 'files' },
    button(messages.annotations.backup, () => saved(saveJsonLd(places))),
    button(messages.annotations.markdown, () => saved(saveMarkdown(places))),
    importer(said),
    deleter(said),
  );
}
