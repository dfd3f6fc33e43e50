/** Making an annotation of words that are selected. */
import { messages } from '../../messages/site.ts';
import { rangeIn, theOriginal } from '../cite/original.ts';
import { tell } from '../dom/late.ts';
import { here, isConverted } from '../site/urls.ts';
import type { Anchor, Annotation, Colour } from './annotation.ts';
import { BlockText } from './block-text.ts';
import { theWholeText } from './bring-up-to-date.ts';
import { openCard } from './card.ts';
import { blocksIn } from './relocate.ts';
import { look } from './shown.ts';
import { startAnnotations } from './start.ts';
import { ofBlocks, put } from './store.ts';

/** What is kept of the words of a range, by the blocks of a page. */
function anchorsOf(range: Range, page: ParentNode): Anchor[] {
  return [...blocksIn(page)].flatMap(([id, block]) => {
    if (!range.intersectsNode(block)) return [];
    const text = new BlockText(block);
    const span = text.spanOf(range);
    return span ? [text.anchorOf(id, span)] : [];
  });
}

/** A printed page has parts of blocks: where its words stand in the whole ones. Away from the net, their quotation does. */
async function inWhole(anchors: readonly Anchor[]): Promise<Anchor[]> {
  const whole = await theWholeText().catch(() => undefined);
  return anchors.flatMap((anchor) => {
    const found = whole?.relocate(anchor) ?? [];
    const { start: _, end: __, ...quote } = anchor;
    return found.some(({ lost, was }) => lost || was !== undefined) || found.length === 0
      ? [quote]
      : found;
  });
}

/** Where words stand: as printed, whatever the script and the page they were selected on. */
async function anchorsIn(words: Range): Promise<Anchor[]> {
  const original = isConverted() ? await theOriginal() : undefined;
  const anchors = original
    ? anchorsOf(rangeIn(original, words), original)
    : anchorsOf(words, document);
  return here().startsWith('/pages/') ? inWhole(anchors) : anchors;
}

const isSamePlace = (a: readonly Anchor[], b: readonly Anchor[]): boolean =>
  a.length === b.length &&
  a.every(({ block, start, end }, i) => {
    const other = b[i];
    return (
      start !== undefined && other?.block === block && other.start === start && other.end === end
    );
  });

/** The annotation of the same words, if there is one. */
async function known(anchors: readonly Anchor[]): Promise<Annotation | undefined> {
  const [first] = anchors;
  if (!first) return undefined;
  const there = (await ofBlocks([first.block])).get(first.block) ?? [];
  return there.find((other) => isSamePlace(other.anchors, anchors));
}

/**
 * Marks words in a colour, and opens what was made. Words that are marked already get the colour.
 * Says so where nothing can be kept.
 */
export async function annotate(words: Range, colour: Colour): Promise<void> {
  try {
    const anchors = await anchorsIn(words);
    if (anchors.length === 0) return;
    const now = new Date().toISOString();
    const before = await known(anchors);
    const made: Annotation = before
      ? { ...before, colour, modified: now }
      : {
          id: `urn:uuid:${crypto.randomUUID()}`,
          created: now,
          modified: now,
          colour,
          note: '',
          tags: [],
          anchors,
        };
    await put([made]);
    getSelection()?.removeAllRanges();
    await startAnnotations();
    await look(anchors.map(({ block }) => block));
    await openCard([made]);
  } catch {
    tell(messages.annotations.cannotKeep);
  }
}
