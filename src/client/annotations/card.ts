/** The card of an annotation beside its words; of several at one place, one at a time. */
import { messages } from '../../messages/site.ts';
import { citationOf, quotationOf } from '../../search/cite/targets.ts';
import { chosenStyle } from '../cite/style.ts';
import { copy, copyRuns } from '../dom/clipboard.ts';
import { make } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { leaveByTab } from '../interface/leave-by-tab.ts';
import { placeAt } from '../interface/pop-up-position.ts';
import { interfaceStyles } from '../interface/styles.ts';
import { today } from '../site/day.ts';
import { thePlaces } from '../site/places.ts';
import { absolute } from '../site/urls.ts';
import { type Annotation, wordsOf } from './annotation.ts';
import { citedAs } from './citation.ts';
import { type Editor, editorOf } from './editor.ts';
import { placeOf } from './shown.ts';
import { one } from './store.ts';
import { annotationStyles } from './styles.ts';
import { deleteWithUndo } from './undo.ts';

let card: HTMLElement | undefined;
let owner: HTMLElement | undefined;
let editor: Editor | undefined;

function theCard(): HTMLElement {
  if (!card) {
    card = make('div', {
      class: 'pop-up cite-menu annotation-card',
      popover: 'auto',
      role: 'dialog',
      'aria-label': messages.annotations.annotation,
      lang: messages.common.language,
      'data-apparatus': true,
    });
    card.addEventListener('beforetoggle', ({ newState }) => {
      if (newState !== 'closed') return;
      void editor?.finish();
      if (owner) owner.ariaExpanded = 'false';
    });
    addEventListener('pagehide', () => void editor?.finish());
    leaveByTab(card, () => owner);
    document.body.append(card);
  }
  return card;
}

/** The words in 「」 with the citation of where they stand. */
async function copyQuotation(annotation: Annotation, said: HTMLElement): Promise<void> {
  const words = wordsOf(annotation);
  const places = await thePlaces().catch(() => undefined);
  const target = places && citedAs(places, annotation, placeOf(annotation.id)?.range);
  if (!places || !target) return copy(words, said, messages.cite.quotation);
  const reading = { url: absolute(target.path), day: today() };
  return copyRuns(
    quotationOf(words, citationOf(chosenStyle(places), target, reading)),
    said,
    messages.cite.quotation,
  );
}

const button = (name: string, use: () => unknown): HTMLButtonElement => {
  const made = make('button', { type: 'button' }, name);
  made.onclick = () => void use();
  return made;
};

/** The first words of an annotation, by which it is told from others. */
const short = (annotation: Annotation): string => {
  const words = wordsOf(annotation);
  return words.length > 12 ? `${words.slice(0, 12)}…` : words;
};

function fill(annotations: readonly Annotation[], annotation: Annotation): void {
  void editor?.finish();
  const said = make('p', { role: 'status' });
  editor = editorOf(annotation, said);
  const others = annotations
    .filter(({ id }) => id !== annotation.id)
    .map((other) =>
      button(short(other), async () => {
        fill(annotations, (await one(other.id)) ?? other);
        theCard().querySelector<HTMLElement>('input')?.focus();
      }),
    );
  const changed = annotation.anchors.some(({ was }) => was !== undefined);
  theCard().replaceChildren(
    make('p', { class: 'at' }, messages.annotations.annotation),
    make('blockquote', {}, wordsOf(annotation)),
    ...(changed ? [make('p', { class: 'hint' }, messages.annotations.changed)] : []),
    editor.fields,
    make(
      'div',
      { class: 'does' },
      button(messages.cite.copyQuotation, () => copyQuotation(annotation, said)),
      button(messages.annotations.delete, async () => {
        editor = undefined;
        theCard().hidePopover();
        await deleteWithUndo([(await one(annotation.id)) ?? annotation], owner);
      }),
      button(messages.annotations.mine, () =>
        late(
          () => import('./list.ts'),
          (m) => {
            theCard().hidePopover();
            return m.openAnnotations();
          },
        ),
      ),
      button(messages.common.close, () => theCard().hidePopover()),
    ),
    ...(others.length > 0
      ? [make('p', { class: 'within' }, messages.annotations.others, ...others)]
      : []),
    said,
  );
}

/** Opens the first of some annotations that share a place on this page; the others can be gone to. */
export async function openCard(annotations: readonly Annotation[]): Promise<void> {
  const [first] = annotations;
  if (!first) return;
  await Promise.all([interfaceStyles(), annotationStyles()]);
  const place = placeOf(first.id);
  owner = place?.block.querySelector<HTMLElement>(':scope > .annotated') ?? undefined;
  fill(annotations, (await one(first.id)) ?? first);
  owner?.focus({ preventScroll: true });
  theCard().showPopover();
  if (owner && place) {
    owner.ariaExpanded = 'true';
    placeAt(theCard(), owner, place.range);
  }
  theCard().querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
}
