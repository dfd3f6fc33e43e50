/** The pictures that a link to the site shows elsewhere: one a kind of page, in public/og/. */

import { createHash } from 'node:crypto';
import type { Chapter } from '../../model/chapter/chapter.ts';
import { authorOf, fullTitle } from '../imprint.ts';
import type { About } from './about.ts';

export const CARD = { width: 1200, height: 630 } as const;

export interface Card {
  /** Address below the base. */
  path: string;
  /** What kind of page it stands for. */
  label: string;
  title: string;
  /** What the picture says, in words. */
  alt: string;
}

type Named = 'home' | 'page' | 'note' | 'source' | 'list';
const LABELS: Record<Exclude<Named, 'home'>, string> = {
  page: '原書頁碼',
  note: '註釋',
  source: '徵引文獻',
  list: '閱讀・檢索・引用',
};

function card(chapter: Chapter, name: string, label: string, title: string): Card {
  const alt = `${fullTitle({ label, title })}，${authorOf(chapter)}撰`;
  return { path: `/og/${name}.png`, label, title, alt };
}

function named(chapter: Chapter, kind: Named): Card {
  if (kind === 'home') return card(chapter, kind, chapter.label, chapter.title);
  return card(
    chapter,
    kind,
    fullTitle({ label: chapter.label, title: LABELS[kind] }),
    chapter.title,
  );
}

const ofSection = (chapter: Chapter, { number, label, title }: Chapter['sections'][number]) =>
  card(chapter, `section-${number}`, fullTitle({ label: chapter.label, title: label }), title);

/** Every card of the site. */
export function cardsOf(chapter: Chapter): Card[] {
  const kinds = Object.keys(LABELS) as Exclude<Named, 'home'>[];
  return [
    named(chapter, 'home'),
    ...chapter.sections.map((section) => ofSection(chapter, section)),
    ...kinds.map((kind) => named(chapter, kind)),
  ];
}

/** The card of a page. */
export function cardOf(chapter: Chapter, about: About): Card {
  if (about.kind === 'section') return ofSection(chapter, about.section);
  if (about.kind === 'chapter') return named(chapter, 'home');
  return named(chapter, about.kind === 'missing' ? 'list' : about.kind);
}

/** By this a picture tells which drawing it was made from. */
export const digestOf = (svg: string): string => createHash('sha256').update(svg).digest('hex');
