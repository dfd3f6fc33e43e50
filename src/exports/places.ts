/**
 * Every place of the chapter, and how it is cited: what the browser needs to
 * cite a paragraph, to go to a place that is typed, and to follow an address
 * that has moved. Loaded when one of these is asked for, never before.
 */
import {
  address,
  captionLabel,
  headingsAbove,
  labelOf,
  pagesOf,
  paragraphNumber,
  sectionOf,
  structuralPlace,
} from '../model/addresses/address.ts';
import type { Chapter, Section } from '../model/chapter/chapter.ts';
import { briefName, shortReference } from '../model/sources/reference.ts';
import type { Source } from '../model/sources/source.ts';
import { type Block, inlinesOf, walk } from '../model/text/document.ts';
import type { BlockPlace, Places } from '../search/cite/places.ts';
import { stylesOf } from './cite/chapter.ts';

function blockPlace(section: Section, block: Block): BlockPlace {
  const breaks = [...walk(inlinesOf(block))].flatMap((i) =>
    i.type === 'pageBreak' ? [i.page] : [],
  );
  const paragraph = paragraphNumber(block);
  const table = captionLabel(block);
  return {
    path: address.section(section.number),
    place: structuralPlace(section, block),
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(table === undefined ? {} : { table }),
    ...(block.page === undefined ? {} : { pages: [block.page, Math.max(block.page, ...breaks)] }),
  };
}

function workOf(source: Source): Places['works'][string] {
  const names = source.author ?? source.editor ?? [];
  return {
    short: shortReference(source)
      .map(({ text }) => text)
      .join(''),
    authors: names.map(briefName),
    title: source.title ?? '',
  };
}

/** Collects all places of a chapter. */
export function placesOf(chapter: Chapter): Places {
  const blocks = chapter.sections.flatMap((section) =>
    section.blocks.map((block) => ({ section, block })),
  );
  const headings = blocks.filter(({ block }) => block.type === 'heading');
  return {
    chapter: chapter.label,
    headings: Object.fromEntries(
      headings.map(({ section, block }) => [block.id, headingsAbove(section, block).map(labelOf)]),
    ),
    blocks: Object.fromEntries(
      blocks.map(({ section, block }) => [block.id, blockPlace(section, block)]),
    ),
    notes: Object.fromEntries(
      chapter.notes.map((note) => [
        note.number,
        {
          ...(note.page === undefined ? {} : { page: note.page }),
          ...(note.name === String(note.number) ? {} : { name: note.name }),
          place: structuralPlace(sectionOf(chapter, note), note.block),
          path: address.section(note.section),
          block: note.block.id,
        },
      ]),
    ),
    ...(chapter.pages ? { pages: [chapter.pages.first, chapter.pages.last] } : {}),
    sectionOfPage: Object.fromEntries(
      // Where a section begins in the middle of a page, the page begins in the one before.
      [...chapter.sections]
        .reverse()
        .flatMap((s) => pagesOf(s).map((page) => [page, address.section(s.number)])),
    ),
    sources: chapter.sources.map((source) => source.id),
    works: Object.fromEntries(chapter.sources.map((source) => [source.id, workOf(source)])),
    styles: stylesOf(chapter),
    ...(chapter.reports.length > 0 ? { reports: chapter.reports } : {}),
  };
}
