/**
 * The chapter cited in the styles that its readers write in. Each form is a template in which slots
 * stand for the page (and note), the address and the day, so that the browser can cite any paragraph
 * with the same words. Sections of the manuals stand beside the rules.
 *
 * Written by hand and tested by tables: the citation processor that is kept up (citeproc-js) is under
 * CPAL or AGPL, which this project cannot take into a page; the tests hold our forms against it.
 */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { filed, romanized, surname } from '../../model/sources/name.ts';
import { degree } from '../../model/sources/reference/degrees.ts';
import { capital, chicagoPages, mlaPages } from '../../model/sources/reference/english.ts';
import { listed, spokenNames } from '../../model/sources/reference/english-names.ts';
import {
  ended,
  inLanguage,
  type Piece,
  plain,
  sentences,
  together,
} from '../../model/sources/reference/runs.ts';
import { asArticle, asBook, type Shown } from '../../model/sources/reference/titles.ts';
import { SLOTS } from '../../search/cite/locus.ts';
import { type Form, STYLE_NAME, type Style } from '../../search/cite/places.ts';
import { type Facts, factsOf } from './chapter-facts.ts';
import { MARKS, type Standard } from './gbt7714.ts';
import { initials } from './initials.ts';
import { inShort } from './mla.ts';
import { publishedStyles } from './published.ts';
import { versionOf } from './version.ts';

/** The address of a place stands last in a Chinese note: a full-width stop would become part of it. */
const AT = `${SLOTS.printed}，${SLOTS.url}`;

const withVersion = (version: string): string => `${SLOTS.printed}，${version}，${SLOTS.url}`;

/** Words with what leads to them; nothing where there are none. */
const after = (lead: string, words: string | undefined): string => (words ? lead + words : '');

/** A Chinese sentence; after ？ and ！ no full stop stands. */
const stopped = (text: string): string => (/[。？！]$/u.test(text) ? text : `${text}。`);

const english = (forms: Style['forms']): Style['forms'] =>
  Object.fromEntries(
    Object.entries(forms).map(([form, runs]) => [form as Form, inLanguage(runs, 'en')]),
  );

/** 何仁傑，〈…〉，《…》（臺北：國立政治大學東亞研究所碩士論文，2004），頁72，註88，https://… */
function taiwan({ chapter, name, institute, year, pages }: Facts): Style {
  const { title, thesis, institution } = chapter;
  const place = after('', institution.place && `${institution.place}：`);
  const work = `${name}，${asArticle(title)}，${asBook(thesis.title)}（${place}${institute}${thesis.genre}，${year}）`;
  const version = versionOf(chapter).chinese;
  return {
    id: 'taiwan',
    name: STYLE_NAME.taiwan,
    lang: 'zh',
    forms: {
      note: [plain(`${work}，${AT}`)],
      ...(version ? { versioned: [plain(`${work}，${withVersion(version)}`)] } : {}),
      list: [plain(`${work}${after('，頁', pages)}。`)],
    },
    printed: 'zh',
  };
}

/** The notes and bibliography of the Chicago Manual in Chinese. */
function chicagoChinese({ chapter, name, year, pages }: Facts): Style {
  const { title, label, thesis, institution } = chapter;
  const whole = asBook(thesis.title);
  const where = [`載於${whole}`, label].filter(Boolean).join('，');
  const published = `${thesis.genre}，${institution.name}，${year}`;
  const work = `${name}，${asArticle(title)}，${where}（${published}）`;
  const version = versionOf(chapter).chinese;
  return {
    id: 'chicago',
    name: STYLE_NAME.chicago,
    lang: 'zh',
    forms: {
      note: [plain(`${work}，${AT}`)],
      ...(version ? { versioned: [plain(`${work}，${withVersion(version)}`)] } : {}),
      short: [plain(`${name}，${asArticle(title)}，${SLOTS.printed}。`)],
      list: [plain(`${name}。${asArticle(title)}。${where}${after('，', pages)}。${published}。`)],
    },
    printed: 'zh',
  };
}

/** Chap. 3 in a thesis, whose title stands in quotation marks (Chicago 18, 14.8, 14.113). */
function chicago(facts: Facts): Style {
  const { chapter, source, author, school, year, pages, handle } = facts;
  const genre = degree(chapter.thesis.genre, 'chicago');
  const shown: Shown = { as: 'part', characters: true };
  const [title, thesis] = [facts.title(shown), facts.thesis(shown)];
  const inThesis = (word: string, chap: string) =>
    together(chapter.label ? `${chap} ${chapter.number} in ` : `${word} `, thesis);
  const range = pages && ` ${chicagoPages(pages)}`;
  const version = versionOf(chapter).english;
  const note = (at: string) =>
    together(
      ended(spokenNames(source, [author]), ','),
      ' ',
      ended(title, ','),
      ' ',
      inThesis('in', 'chap.'),
      ` (${genre}, ${school}, ${year}), ${at}.`,
    );
  return {
    id: 'chicago',
    name: STYLE_NAME.chicago,
    lang: 'en',
    forms: english({
      note: note(`${SLOTS.printed}, ${SLOTS.url}`),
      ...(version ? { versioned: note(`${SLOTS.printed}, ${version}, ${SLOTS.url}`) } : {}),
      short: together(
        ended(spokenNames(source, [author], false, true), ','),
        ' ',
        ended(facts.shortTitle, ','),
        ` ${SLOTS.printed}.`,
      ),
      list: sentences([
        listed(source, [author]),
        title,
        range ? together(ended(inThesis('In', 'Chap.'), ','), range) : inThesis('In', 'Chap.'),
        `${capital(genre)}, ${school}, ${year}`,
        handle,
      ]),
    }),
    printed: 'en',
  };
}

/** As APA is written in Taiwan: the title in bold, no title marks, the archive named. */
function apaChinese({ chapter, name, year, handle }: Facts): Style {
  const { label, thesis, institution, archive } = chapter;
  const head = `${name}（${year}）。`;
  const bracket = `〔${thesis.genre}，${institution.name}〕。`;
  const text = [name, year, label, SLOTS.printed].filter(Boolean).join('，');
  return {
    id: 'apa',
    name: STYLE_NAME.apa,
    lang: 'zh',
    forms: {
      text: [plain(`（${text}）`)],
      list: together(
        head,
        { text: thesis.title, bold: true },
        `${bracket}${archive ? stopped(archive.name) : ''}${handle ?? ''}`,
      ),
    },
    printed: 'zh',
  };
}

/** *Title* [Translation] [Master’s thesis, University]. Archive. https://… (APA 7, 10.6; 9.38) */
function apa(facts: Facts): Style {
  const { chapter, author, school, year, handle } = facts;
  const latin = romanized(author);
  const parted = 'family' in latin && chapter.author.latin;
  const inverted = parted ? `${parted.family}, ${initials(parted.given)}` : facts.name;
  const kind = `[${degree(chapter.thesis.genre, 'apa')}, ${school}]`;
  const title = together(facts.thesis({ as: 'whole', characters: false }), ` ${kind}`);
  const archive = chapter.archive && (chapter.archive.latin ?? chapter.archive.name);
  // 8.13: a part of a work is named in the text.
  const part = chapter.label ? `Chapter ${chapter.number}` : undefined;
  const text = [parted ? surname(latin) : facts.name, year, part, SLOTS.printed];
  return {
    id: 'apa',
    name: STYLE_NAME.apa,
    lang: 'en',
    forms: english({
      text: [plain(`(${text.filter(Boolean).join(', ')})`)],
      list: together(sentences([inverted, `(${year})`, title, archive]), handle && ` ${handle}`),
    }),
    printed: 'pp',
  };
}

/** Title. Year. University, master’s thesis. Archive, https://… (MLA 9, 5.113) */
function mlaChinese({ chapter, name, institute, year, pages, handle }: Facts): Style {
  const { title, thesis, archive } = chapter;
  const where = [institute, thesis.genre, pages && `頁${pages}`].filter(Boolean).join('，');
  const work = `${name}。${asArticle(title)}。${asBook(thesis.title)}。${year}。${where}`;
  const online = [archive?.name, handle].filter(Boolean).join('，');
  return {
    id: 'mla',
    name: STYLE_NAME.mla,
    lang: 'zh',
    forms: {
      text: [plain(`（${name}，${SLOTS.printed}）`)],
      list: [plain(`${work}。${online && !handle ? stopped(online) : online}`)],
    },
    printed: 'zh',
  };
}

function mla(facts: Facts): Style {
  const { chapter, author, school, year, pages, handle } = facts;
  const genre = degree(chapter.thesis.genre, 'mla');
  const archive = chapter.archive && (chapter.archive.latin ?? chapter.archive.name);
  const latin = romanized(author);
  const by = chapter.author.latin ? surname(latin) : facts.name;
  const parts: Piece[] = [
    filed(latin),
    facts.title({ as: 'part', characters: false }),
    facts.thesis({ as: 'whole', characters: false }),
    year,
    [inShort(school), genre, pages && `pp. ${mlaPages(pages)}`].filter(Boolean).join(', '),
    [archive, handle].filter(Boolean).join(', '),
  ];
  return {
    id: 'mla',
    name: STYLE_NAME.mla,
    lang: 'en',
    forms: english({ text: [plain(`(${by} ${SLOTS.printed})`)], list: sentences(parts) }),
    printed: 'en',
  };
}

/**
 * [D], with its address [D/OL]. That of 2015 asks for the day on which an online work was read; that
 * of 2025 asks for it only for what is published on the web alone (7.6).
 */
function gbt7714({ chapter, name, year, pages, handle }: Facts, standard: Standard): Style {
  const { thesis, institution } = chapter;
  const { comma, colon } = MARKS[standard];
  const school = [institution.place, institution.name].filter(Boolean).join(colon);
  const work = (online: boolean) =>
    `${name}. ${thesis.title}[D${online ? '/OL' : ''}]. ${school}${comma}${year}`;
  const read = standard === '2015' ? SLOTS.accessed : '';
  const range = pages?.replace('–', '-');
  const list = `${work(handle !== undefined)}${range ? `${colon}${range}` : ''}`;
  return {
    id: standard === '2025' ? 'gbt7714' : 'gbt7714-2015',
    name: `GB/T 7714—${standard}`,
    lang: 'zh',
    forms: {
      note: [plain(`${work(true)}${colon}${SLOTS.printed}${read}. ${SLOTS.url}.`)],
      list: [plain(handle ? `${list}${read}. ${handle}.` : `${list}.`)],
    },
    printed: 'gb',
  };
}

/** The styles, the one most readers write in first. */
export function stylesOf(chapter: Chapter): Style[] {
  if (chapter.kind === 'article' || chapter.kind === 'book') return publishedStyles(chapter);
  const facts = factsOf(chapter);
  return [
    taiwan(facts),
    chicagoChinese(facts),
    chicago(facts),
    apaChinese(facts),
    apa(facts),
    mlaChinese(facts),
    mla(facts),
    gbt7714(facts, '2025'),
    gbt7714(facts, '2015'),
  ];
}
