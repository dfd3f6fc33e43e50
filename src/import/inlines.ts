/** Inlines of the typed document → the inline nodes of the content's Markdown. */
import type { PhrasingContent } from 'mdast';
import type { Inline, Text } from './readers/types.ts';
import {
  BREAK_OPEN,
  CLOSE,
  MARK_OPEN,
  type Spaces,
  STYLE_CLOSE,
  STYLE_OPEN,
  setSpacing,
} from './spacing.ts';
import { joinUrls, type RepairedUrl } from './urls.ts';

/** How inlines are written: the numbers of notes and pages, and whether spaces are to be trusted. */
export interface Manner {
  /** The number of a note by its key. */
  noteNumber: (key: string) => number;
  /** The number of a page by its index; undefined where its beginning is not shown. */
  pageNumber: (index: number) => number | undefined;
  spaces: Spaces;
}

/** What Markdown shows of a style, outermost first. */
type Shown = { type: 'strong' } | { type: 'emphasis' } | { type: 'link'; url: string };

const sameStyle = (a: Shown | undefined, b: Shown | undefined): boolean =>
  a?.type === b?.type && (a?.type !== 'link' || a.url === (b as { url: string }).url);

const WEB = /^(?:https?:|mailto:)/iu;

function shownOf(text: Text, plain: boolean): Shown[] {
  if (plain) return [];
  const shown: Shown[] = [];
  // What is printed as an address is found in the text itself.
  if (text.href && WEB.test(text.href) && !/https?:\/\//u.test(text.text))
    shown.push({ type: 'link', url: text.href });
  if (text.bold) shown.push({ type: 'strong' });
  if (text.italic) shown.push({ type: 'emphasis' });
  return shown;
}

/** Text cut so that no styled piece begins or ends with white space. */
function trimmedRuns(inlines: Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type !== 'text') return [inline];
    const [, before = '', own = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(inline.text) ?? [];
    if (own === '') return [{ type: 'text', text: inline.text, source: [] }];
    const space = (text: string): Inline[] =>
      text === '' ? [] : [{ type: 'text', text, source: [] }];
    return [...space(before), { ...inline, text: own }, ...space(after)];
  });
}

/** Writes inlines as one string, marks, page breaks and styles enclosed in private-use signs. */
function toRaw(
  inlines: Inline[],
  manner: Manner,
  plain: boolean,
): { raw: string; styles: Shown[] } {
  const runs = trimmedRuns(inlines);
  const styles: Shown[] = [];
  const open: { shown: Shown; at: number }[] = [];
  let raw = '';
  const set = (wanted: Shown[]) => {
    let keep = 0;
    while (keep < open.length && sameStyle(open[keep]?.shown, wanted[keep])) keep += 1;
    for (const { at } of open.splice(keep).reverse()) raw += `${STYLE_CLOSE}${at}${CLOSE}`;
    for (const shown of wanted.slice(keep)) {
      styles.push(shown);
      open.push({ shown, at: styles.length - 1 });
      raw += `${STYLE_OPEN}${styles.length - 1}${CLOSE}`;
    }
  };
  /** What is open before and after stays so over white space and marks between. */
  const goesOn = (from: number): Shown[] => {
    const next = runs.slice(from).find((r) => r.type === 'text' && r.text.trim() !== '');
    const wanted = next?.type === 'text' ? shownOf(next, plain) : [];
    let keep = 0;
    while (keep < open.length && sameStyle(open[keep]?.shown, wanted[keep])) keep += 1;
    return wanted.slice(0, keep);
  };
  for (const [i, run] of runs.entries()) {
    if (run.type === 'text') {
      const isSpace = run.text.trim() === '';
      set(isSpace ? goesOn(i) : shownOf(run, plain));
      raw += run.text;
    } else if (run.type === 'noteref') {
      set(goesOn(i));
      raw += `${MARK_OPEN}${manner.noteNumber(run.note)}${CLOSE}`;
    } else {
      const number = manner.pageNumber(run.page);
      if (number !== undefined) raw += `${BREAK_OPEN}${number}${CLOSE}`;
    }
  }
  set([]);
  return { raw, styles };
}

const NODE = /([\uE000\uE001])(\d+)\uE002/u;
const URL = /https?:\/\/(?:[\x21-\x3B\x3D\x3F-\x7E]|\uE001\d+\uE002)+/u;

function textNodes(text: string): PhrasingContent[] {
  if (text === '') return [];
  const match = NODE.exec(text);
  if (!match) return [{ type: 'text', value: text }];
  const number = Number(match[2]);
  const node: PhrasingContent =
    match[1] === MARK_OPEN ? { type: 'noteref', number } : { type: 'pageBreak', page: number };
  return [
    ...textNodes(text.slice(0, match.index)),
    node,
    ...textNodes(text.slice(match.index + match[0].length)),
  ];
}

/** Splits text at its URLs; a full stop or comma after one is not part of it. */
function linkNodes(text: string): PhrasingContent[] {
  const match = URL.exec(text);
  if (!match) return textNodes(text);
  const shown = match[0].replace(/[.,;)]+$/u, '');
  const url = shown.replace(/\uE001\d+\uE002/gu, '');
  return [
    ...textNodes(text.slice(0, match.index)),
    { type: 'link', url, children: textNodes(shown) as never },
    ...linkNodes(text.slice(match.index + shown.length)),
  ];
}

const STYLED = /\uE004(\d+)\uE002([\s\S]*?)\uE005\1\uE002/u;

function styledNodes(text: string, styles: Shown[], inLink: boolean): PhrasingContent[] {
  if (text === '') return [];
  const match = STYLED.exec(text);
  const leaf = inLink ? textNodes : linkNodes;
  if (!match) return leaf(text);
  const shown = styles[Number(match[1])] as Shown;
  const children = styledNodes(match[2] ?? '', styles, inLink || shown.type === 'link');
  return [
    ...(match.index > 0 ? leaf(text.slice(0, match.index)) : []),
    { ...shown, children } as PhrasingContent,
    ...styledNodes(text.slice(match.index + match[0].length), styles, inLink),
  ];
}

/** Whether all that is printed has the same style, which then is the block's and means nothing. */
function isPlain(inlines: Inline[]): boolean {
  const texts = inlines.filter((i): i is Text => i.type === 'text' && i.text.trim() !== '');
  return texts.every((t) => t.bold) || texts.every((t) => !t.bold && !t.italic && !t.href);
}

/**
 * Turns inlines into nodes: hard wraps joined, white space set, marks and page
 * breaks in place, URLs whole.
 * @param unstyled leaves styles out: of headings and captions, which have their own
 */
export function toInlines(
  inlines: Inline[],
  manner: Manner,
  unstyled = false,
): { inlines: PhrasingContent[]; repaired: RepairedUrl[] } {
  const { raw, styles } = toRaw(inlines, manner, unstyled || isPlain(inlines));
  const { text, repaired } = joinUrls(raw);
  return { inlines: styledNodes(setSpacing(text, manner.spaces), styles, false), repaired };
}

/** The printed characters of inline nodes, without marks. */
export function plainText(nodes: PhrasingContent[]): string {
  return nodes
    .map((node) =>
      'value' in node ? node.value : 'children' in node ? plainText(node.children) : '',
    )
    .join('');
}
