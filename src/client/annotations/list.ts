/** 我的劃記: all annotations in the order of the text, to be searched, changed, saved to files and taken from them. */
import { messages } from '../../messages/site.ts';
import type { Places } from '../../search/cite/places.ts';
import { scopeName } from '../cite/scopes.ts';
import { make } from '../dom/elements.ts';
import { openDialog } from '../interface/dialog.ts';
import { interfaceStyles } from '../interface/styles.ts';
import { contains, loadSpellings } from '../search/spellings.ts';
import { thePlaces } from '../site/places.ts';
import { inSameScript } from '../site/urls.ts';
import { type Annotation, COLOURS, isLost, wordsOf } from './annotation.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { placeIn } from './citation.ts';
import { COLOUR_NAME } from './colour-name.ts';
import { type Editor, editorOf } from './editor.ts';
import { flag } from './flag.ts';
import { inOrder, tagsOf, textOrder, type Wanted, wanted } from './order.ts';
import { placeOf } from './shown.ts';
import { all, onChange, one } from './store.ts';
import { annotationStyles } from './styles.ts';
import { tools } from './tools.ts';
import { deleteWithUndo } from './undo.ts';

/** So many are shown at first, and with each press on 更多. */
const SOME = 30;

interface List {
  places: Places;
  dialog: HTMLDialogElement;
  items: HTMLOListElement;
  count: HTMLElement;
  more: HTMLButtonElement;
  tag: HTMLSelectElement;
  said: HTMLElement;
  wanted: Wanted;
  shown: number;
  /** The one that is being changed. */
  editing: { id: string; editor: Editor } | undefined;
}

function button(name: string, label: string, use: () => unknown): HTMLButtonElement {
  const made = make('button', { type: 'button', 'aria-label': label }, name);
  made.onclick = () => void use();
  return made;
}

/** Keeps what was typed, and shows the annotation as any other with the next renewal. */
async function stopEditing(list: List): Promise<void> {
  const { editing } = list;
  await editing?.editor.finish();
  list.editing = undefined;
}

/** Where it stands, and a link there; on this page the words themselves are brought into sight. */
function placeLink(list: List, annotation: Annotation): HTMLElement {
  const target = placeIn(list.places, annotation);
  if (!target) return make('span', { class: 'lost' }, messages.annotations.lost);
  const link = make('a', { href: inSameScript(target.path) }, scopeName(list.places, target));
  link.onclick = (event) => {
    const here = placeOf(annotation.id);
    if (!here || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    list.dialog.close();
    here.block.scrollIntoView({ block: 'nearest' });
    const box = here.range.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth)
      here.block.scrollIntoView();
    here.block.querySelector<HTMLElement>(':scope > .annotated')?.focus({ preventScroll: true });
  };
  return link;
}

function item(list: List, annotation: Annotation): HTMLElement {
  const { id, colour, note, tags } = annotation;
  const words = wordsOf(annotation);
  const short = words.length > 20 ? `${words.slice(0, 20)}…` : words;
  const isEdited = list.editing?.id === id;
  const edit = button(
    isEdited ? messages.annotations.done : messages.annotations.edit,
    isEdited ? messages.annotations.done : messages.annotations.editOf(short),
    async () => {
      await stopEditing(list);
      const now = isEdited ? undefined : ((await one(id)) ?? annotation);
      list.editing = now && { id, editor: editorOf(now, list.said) };
      await renew(list);
      const row = list.items.querySelector(`[data-annotation="${CSS.escape(id)}"]`);
      row?.querySelector<HTMLElement>(isEdited ? 'button' : 'textarea')?.focus();
    },
  );
  const remove = button(
    messages.annotations.delete,
    messages.annotations.deleteOf(short),
    async () => {
      await stopEditing(list);
      await deleteWithUndo(
        [(await one(id)) ?? annotation],
        list.dialog.querySelector('input') ?? undefined,
      );
    },
  );
  const changed = annotation.anchors.some(({ was }) => was !== undefined);
  return make(
    'li',
    { 'data-annotation': id },
    make(
      'p',
      { class: 'place' },
      make('span', { class: `swatch ${colour}` }, COLOUR_NAME[colour]),
      placeLink(list, annotation),
    ),
    make('blockquote', {}, words),
    ...(changed ? [make('p', { class: 'hint' }, messages.annotations.changed)] : []),
    ...(isEdited
      ? [list.editing?.editor.fields]
      : [
          note !== '' && make('p', { class: 'note' }, note),
          tags.length > 0 && make('p', { class: 'tags' }, tags.map((tag) => `#${tag}`).join('　')),
        ]),
    make('p', { class: 'does' }, edit, remove),
  );
}

const option = (value: string, name: string): HTMLElement => make('option', { value }, name);

/** How many there are, and how many of them are wanted. */
function counted(every: readonly Annotation[], chosen: readonly Annotation[]): string {
  if (every.length === 0) return messages.annotations.none;
  if (chosen.length < every.length)
    return messages.annotations.countOf(chosen.length, every.length);
  const lost = every.filter(isLost).length;
  return lost === 0
    ? messages.annotations.count(every.length)
    : messages.annotations.countWithLost(every.length, lost);
}

/** Shows what is wanted as it is now. */
async function renew(list: List): Promise<void> {
  const every = inOrder(await all(), textOrder(list.places));
  await loadSpellings(list.wanted.words);
  const chosen = wanted(every, list.wanted, contains);
  const some = chosen.slice(0, list.shown);
  list.items.replaceChildren(...some.map((annotation) => item(list, annotation)));
  list.more.hidden = chosen.length <= list.shown;
  list.count.textContent = counted(every, chosen);
  const { tag } = list.wanted;
  list.tag.replaceChildren(
    option('', messages.annotations.allTags),
    ...tagsOf(every).map(([name, count]) => option(name, name + messages.common.aside(count))),
  );
  list.tag.value = tag;
}

/** What one wants to see: words, a colour or what is lost, a tag. */
function filters(list: List): HTMLElement {
  const look = () => {
    list.shown = SOME;
    void stopEditing(list).then(() => renew(list));
  };
  const words = make('input', { type: 'search', autocomplete: 'off' });
  words.oninput = () => {
    list.wanted.words = words.value;
    look();
  };
  const colour = make(
    'select',
    {},
    option('', messages.annotations.allColours),
    ...COLOURS.map((value) => option(value, COLOUR_NAME[value])),
    option('lost', messages.annotations.lost),
  );
  colour.onchange = () => {
    list.wanted.colour = colour.value as Wanted['colour'];
    look();
  };
  list.tag.onchange = () => {
    list.wanted.tag = list.tag.value;
    look();
  };
  const field = (name: string, input: HTMLElement) =>
    make('label', {}, make('span', {}, name), input);
  return make(
    'div',
    { class: 'filters' },
    field(messages.annotations.find, words),
    field(messages.annotations.colour, colour),
    field(messages.annotations.tags, list.tag),
  );
}

let current: List | undefined;
onChange(() => {
  // Fields that are being typed in stay what they are; the list is renewed when that is done.
  if (current?.dialog.open && !current.editing) void renew(current).catch(() => undefined);
});

/** Opens it. */
export async function openAnnotations(): Promise<void> {
  await Promise.all([interfaceStyles(), annotationStyles()]);
  const said = make('p', { role: 'status' });
  const places = await thePlaces();
  // Where words stand now; what was found before stands, where the text cannot be had.
  if (!flag.isOfThisText()) await bringUpToDate().catch(() => undefined);
  const items = make('ol', { role: 'list', class: 'annotations' });
  const count = make('p', { class: 'count', role: 'status' });
  const more = make('button', { type: 'button', class: 'more' }, messages.annotations.more);
  const list: List = {
    places,
    dialog: document.createElement('dialog'),
    items,
    count,
    more,
    tag: make('select'),
    said,
    wanted: { words: '', colour: '', tag: '' },
    shown: SOME,
    editing: undefined,
  };
  more.onclick = async () => {
    const first = list.shown;
    list.shown += SOME;
    await renew(list);
    items.children[first]?.querySelector<HTMLElement>('a, button')?.focus();
  };
  const filter = filters(list);
  await renew(list);
  list.dialog = openDialog(
    messages.annotations.mine,
    'annotations-dialog',
    filter,
    count,
    items,
    more,
    tools(places, said),
    make('p', { class: 'hint' }, messages.annotations.where),
    said,
  );
  list.dialog.addEventListener('close', () => void list.editing?.editor.finish());
  current = list;
  list.dialog.querySelector<HTMLElement>('input')?.focus();
}
