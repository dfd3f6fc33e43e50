/** Paragraphs that a writer set in by hand, without a style that says so: quotations, most likely. */
import { isFigureSource } from '../captions.ts';
import { readHeading } from '../labels.ts';
import { ask } from './ask.ts';
import { textOf } from './inlines.ts';
import type {
  Block,
  Paragraph,
  Place,
  Question,
  Quotation,
  ReaderOptions,
  SourceDocument,
} from './types.ts';

/** So many characters deeper than the text, and it is set in. */
const DEEPER = 0.9;
/** Shorter ones are lines of another kind: signatures, verse, formulas. */
const SHORTEST = 16;
const SOURCE = /^(?:[資资]料[來来]源|[來来]源|出[處处]|附?[註注]|[說说]明)\s*[：:]/u;
const BULLET = /^[-–—•·●○■□◆◇※*]/u;

const wordsOf = ({ inlines }: Paragraph): string => textOf(inlines).trim();

/** How far in most of the text stands; undefined where no indent is usual. */
function usualLeft(paragraphs: Paragraph[]): number | undefined {
  const lengths = new Map<number, number>();
  let all = 0;
  for (const paragraph of paragraphs) {
    const left = Math.round((paragraph.look?.left ?? 0) * 2) / 2;
    const { length } = wordsOf(paragraph);
    lengths.set(left, (lengths.get(left) ?? 0) + length);
    all += length;
  }
  const [usual] = [...lengths].sort((a, b) => b[1] - a[1]);
  return usual && usual[1] > 0.6 * all ? usual[0] : undefined;
}

function isSetIn(paragraph: Paragraph, usual: number): boolean {
  const { left = 0, indent = 0, centred } = paragraph.look ?? {};
  // A hanging indent is that of a list or a bibliography.
  if (left - usual < DEEPER || left - usual > 12 || indent < -0.5 || centred) return false;
  const text = wordsOf(paragraph);
  if (text.length < SHORTEST || !/[。！？…」』”’）)；：.!?]$/u.test(text)) return false;
  const isOther = SOURCE.test(text) || isFigureSource(text) || BULLET.test(text);
  return !isOther && readHeading(text) === undefined;
}

function placeOf({ inlines }: Paragraph, { units }: SourceDocument): Place | undefined {
  const first = inlines.flatMap((i) => (i.type === 'text' ? i.source : []))[0];
  return first && units[first.unit]?.place;
}

/**
 * Makes quotations of paragraphs that are set in by hand, and asks of each.
 * Where the file has quotations by a style or element of theirs, indents mean
 * something else.
 */
export function withSetIn(
  document: SourceDocument,
  answers: ReaderOptions['answers'],
): Pick<SourceDocument, 'blocks' | 'questions'> {
  const { blocks, questions } = document;
  const paragraphs = blocks.filter((b): b is Paragraph => b.type === 'paragraph');
  const usual = usualLeft(paragraphs);
  if (usual === undefined || blocks.some((b) => b.type === 'quotation'))
    return { blocks, questions };
  const asked: Question[] = [];
  const made = blocks.map((block): Block => {
    if (block.type !== 'paragraph' || !isSetIn(block, usual)) return block;
    const place = placeOf(block, document);
    if (!place) return block;
    const context = wordsOf(block).slice(0, 40);
    const question = ask(
      {
        id: `quotation:${context.slice(0, 24)}`,
        about: 'quotation',
        asks: 'This paragraph is set in: is it a quotation?',
        place,
        context,
        readings: ['a quotation', 'a paragraph'],
      },
      0,
      answers,
    );
    asked.push(question);
    return question.taken === 0
      ? ({ type: 'quotation', paragraphs: [block] } satisfies Quotation)
      : block;
  });
  return { blocks: made, questions: [...questions, ...asked] };
}
