/**
 * Annotations on the page: ranges of the CSS Custom Highlight API, so that the text stays as it is,
 * and at the edge of each block that has any a button that says so and opens them. A browser without
 * the API has the button alone.
 */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { here, isConverted } from '../site/urls.ts';
import type { Anchor, Annotation, Colour } from './annotation.ts';
import { BlockText, type Span } from './block-text.ts';
import { comparedQuote, findConverted, findExact, findPart } from './find.ts';
import { blocksIn } from './relocate.ts';
import { ofBlocks } from './store.ts';

/** Part of an annotation, as this page shows it. */
interface Shown {
  annotation: Annotation;
  span: Span;
}

let known: Map<string, HTMLElement> | undefined;

/** The blocks of this page. */
export function blocks(): Map<string, HTMLElement> {
  known ??= blocksIn(document);
  return known;
}

const texts = new Map<string, BlockText>();
const shown = new Map<string, Shown[]>();
/** What is drawn of each block. */
const drawn = new Map<string, [Colour, AbstractRange][]>();

const canDraw = 'highlights' in CSS;

function theHighlight(colour: Colour): Highlight {
  const name = `annotation-${colour}`;
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    // Words that were searched for are drawn over it.
    highlight.priority = -1;
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

function textOf(id: string, block: Element): BlockText {
  const text = texts.get(id) ?? new BlockText(block);
  texts.set(id, text);
  return text;
}

/** Where the words of an anchor stand in the block as this page has it. */
function place(anchor: Anchor, text: BlockText): Span | undefined {
  const unchanged = text.unchanged(anchor);
  if (unchanged) return unchanged;
  const quote = comparedQuote(anchor);
  const isPart = here().startsWith('/pages/');
  const near = anchor.start === undefined ? undefined : text.unitAt(anchor.start);
  if (isConverted()) return findConverted(text.units, quote, isPart ? undefined : near, isPart);
  const found = findExact(text.units, quote, near);
  if (found?.sure) return found.span;
  return isPart ? findPart(text.units, quote) : undefined;
}

function draw(id: string, text: BlockText): void {
  for (const [colour, range] of drawn.get(id) ?? []) theHighlight(colour).delete(range);
  const ranges = (shown.get(id) ?? []).map(
    ({ annotation: { colour }, span }): [Colour, AbstractRange] => [
      colour,
      // A range that lives would have to follow every change of the page.
      new StaticRange(text.rangeOf(span)),
    ],
  );
  for (const [colour, range] of ranges) theHighlight(colour).add(range);
  drawn.set(id, ranges);
}

/** Says at the edge of a block what it has, to those who listen and those who go by the keyboard too. */
function tell(id: string, block: HTMLElement): void {
  const here = shown.get(id) ?? [];
  const before = block.querySelector<HTMLElement>(':scope > .annotated');
  block.toggleAttribute('data-annotated', here.length > 0);
  if (here.length === 0) {
    before?.remove();
    return;
  }
  const notes = here.filter(({ annotation }) => annotation.note !== '').length;
  const button =
    before ??
    make('button', {
      type: 'button',
      class: 'annotated',
      'data-apparatus': true,
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
    });
  button.ariaLabel =
    notes === 0
      ? messages.annotations.inBlock(here.length)
      : messages.annotations.inBlockWithNotes(here.length, notes);
  button.toggleAttribute('data-note', notes > 0);
  if (!before) block.append(button);
}

function showBlock(id: string, annotations: readonly Annotation[]): void {
  const block = blocks().get(id);
  if (!block || (annotations.length === 0 && !shown.has(id))) return;
  const text = textOf(id, block);
  const found = annotations.flatMap((annotation) =>
    annotation.anchors.flatMap((anchor): Shown[] => {
      if (anchor.block !== id || anchor.lost) return [];
      const span = place(anchor, text);
      return span ? [{ annotation, span }] : [];
    }),
  );
  shown.set(
    id,
    found.sort((a, b) => a.span[0] - b.span[0]),
  );
  if (canDraw) draw(id, text);
  tell(id, block);
}

/** Looks some blocks up, and shows what they have. */
export async function look(ids: readonly string[]): Promise<void> {
  for (const [id, annotations] of await ofBlocks(ids)) showBlock(id, annotations);
}

/** Shows anew: the page or the annotations have changed. */
export function renew(): Promise<void> {
  texts.clear();
  return look([...blocks().keys()]);
}

/** The annotations that are shown in a block, in order. */
export const annotationsIn = (id: string): Annotation[] =>
  (shown.get(id) ?? []).map(({ annotation }) => annotation);

/** The block and the place of an annotation on this page; undefined where it has none. */
export function placeOf(annotation: string): { block: HTMLElement; range: Range } | undefined {
  for (const [id, list] of shown) {
    const found = list.find((one) => one.annotation.id === annotation);
    const block = blocks().get(id);
    if (found && block) return { block, range: textOf(id, block).rangeOf(found.span) };
  }
  return undefined;
}

const isIn = ({ clientX: x, clientY: y }: MouseEvent, range: Range): boolean =>
  [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );

/** The annotations whose words are at a pointer, those of the fewest words first. */
export function annotationsAt(event: MouseEvent): Annotation[] {
  for (const [id, list] of shown) {
    const block = blocks().get(id);
    if (list.length === 0 || !block?.contains(event.target as Node)) continue;
    const text = textOf(id, block);
    return list
      .filter(({ span }) => isIn(event, text.rangeOf(span)))
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))
      .map(({ annotation }) => annotation);
  }
  return [];
}
