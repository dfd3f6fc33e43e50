/** The fields of an annotation: colour, note, tags. What is changed is kept at once. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { remember } from '../session/storage.ts';
import { type Annotation, COLOURS, tagsIn } from './annotation.ts';
import { COLOUR_NAME } from './colour-name.ts';
import { all, one, put } from './store.ts';

export interface Editor {
  fields: HTMLElement;
  /** Keeps what was typed and is not kept yet. */
  finish: () => Promise<void>;
}

/** All tags there are, in the order of their use. */
async function offerTags(list: HTMLElement): Promise<void> {
  const used = new Map<string, number>();
  for (const { tags } of await all())
    for (const tag of tags) used.set(tag, (used.get(tag) ?? 0) + 1);
  const sorted = [...used].sort((a, b) => b[1] - a[1]);
  list.replaceChildren(...sorted.map(([value]) => make('option', { value })));
}

/** @param said the live region in which it says what was kept */
export function editorOf(annotation: Annotation, said: HTMLElement): Editor {
  let { colour } = annotation;
  const note = make('textarea', { rows: '4' });
  note.value = annotation.note;
  const list = make('datalist', { id: `tags-${annotation.id.slice(-12)}` });
  const tags = make('input', { type: 'text', list: list.id, autocomplete: 'off' });
  tags.value = annotation.tags.join(messages.common.enumeration);
  let kept = JSON.stringify([colour, annotation.note, annotation.tags]);
  const finish = async () => {
    const now = { colour, note: note.value.trim(), tags: tagsIn(tags.value) };
    const text = JSON.stringify([now.colour, now.note, now.tags]);
    if (text === kept) return;
    kept = text;
    // Another tab may have changed or deleted it meanwhile.
    const before = await one(annotation.id);
    if (!before) return;
    try {
      await put([{ ...before, ...now, modified: new Date().toISOString() }]);
      said.textContent = messages.annotations.kept;
    } catch {
      said.textContent = messages.annotations.cannotKeep;
    }
  };
  const radios = COLOURS.map((value) => {
    const radio = make('input', {
      type: 'radio',
      name: `colour-${annotation.id}`,
      value,
      checked: value === colour,
    });
    radio.onchange = () => {
      colour = value;
      remember('colour', value);
      void finish();
    };
    return make('label', {}, radio, make('span', { class: `swatch ${value}` }, COLOUR_NAME[value]));
  });
  note.onchange = () => void finish();
  tags.onchange = () => void finish();
  void offerTags(list).catch(() => undefined);
  const fields = make(
    'div',
    { class: 'annotation-fields' },
    make('fieldset', {}, make('legend', {}, messages.annotations.colour), ...radios),
    make('label', {}, make('span', {}, messages.annotations.note), note),
    make(
      'label',
      {},
      make('span', {}, messages.annotations.tags),
      tags,
      make('small', {}, messages.annotations.tagsHint),
    ),
    list,
  );
  return { fields, finish };
}
