/**
 * The chapter cited in the styles that its readers write in. Each style is a
 * template: `{printed}` stands for the page (and note), `{url}` for the address,
 * so that the browser can cite any paragraph with the same words.
 *
 * Written by hand and tested by tables: the citation processor that is kept up
 * (citeproc-js) is under CPAL or AGPL, which this project cannot take into a page.
 */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { SLOTS } from '../../search/cite/locus.ts';
import type { Style } from '../../search/cite/places.ts';
import { pageRange } from '../imprint.ts';

/** What all styles say of the work. */
interface Facts {
  chapter: Chapter;
  /** 何仁傑 */
  name: string;
  /** Ho, Jen-Chieh; the Chinese name where there is no other. */
  filed: string;
  /** Ho Jen-Chieh: the order of the language, as the Chicago Manual (8.18) wants it. */
  spoken: string;
  /** Ho, J.-C. */
  initials: string;
  school: string;
  /** 42–83; undefined where the print numbers no pages. */
  pages: string | undefined;
  handle: string;
}

const initial = (given: string): string =>
  given
    .split(/(?=[-\s])/u)
    .map((part) => part.replace(/^([-\s]?)(.).*$/u, '$1$2.').replace('-', '-'))
    .join('')
    .toUpperCase();

function factsOf(chapter: Chapter): Facts {
  const { author, institution, identifiers } = chapter;
  const name = author.family + author.given;
  const { latin } = author;
  return {
    chapter,
    name,
    filed: latin ? `${latin.family}, ${latin.given}` : name,
    spoken: latin ? `${latin.family} ${latin.given}` : name,
    initials: latin ? `${latin.family}, ${initial(latin.given)}` : name,
    school: institution.latin ?? institution.name,
    pages: pageRange(chapter),
    handle: identifiers[0]?.url ?? '',
  };
}

const GENRES: Record<string, string> = { 碩士論文: 'master’s thesis', 博士論文: 'PhD diss.' };
const APA_GENRES: Record<string, string> = {
  碩士論文: 'Master’s thesis',
  博士論文: 'Doctoral dissertation',
};

/** Words with what leads to them; nothing where there are none. */
const after = (lead: string, words: string | undefined): string => (words ? lead + words : '');

const full = (handle: string): string => (handle ? ` ${handle}.` : '');

/** 何仁傑，〈…〉，《…》（國立政治大學碩士論文，2004年），頁72，註88。 */
function taiwan({ chapter, name, pages }: Facts): Style {
  const { title, thesis, institution, issued } = chapter;
  const work = `${name}，〈${title}〉，《${thesis.title}》（${institution.name}${thesis.genre}，${issued}年）`;
  return {
    id: 'taiwan',
    name: '臺灣論文慣用',
    lang: 'zh',
    reference: `${work}${after('，頁', pages)}。`,
    note: `${work}，${SLOTS.printed}，${SLOTS.url}。`,
    printed: 'zh',
  };
}

function chicago(facts: Facts): Style[] {
  const { chapter, name, filed, spoken, school, pages } = facts;
  const { title, label, number, thesis, institution, issued } = chapter;
  const genre = GENRES[thesis.genre] ?? thesis.genre;
  const han = filed === name ? '' : ` ${name}`;
  return [
    {
      id: 'chicago',
      name: 'Chicago 註釋書目格式',
      lang: 'zh',
      reference: `${name}。〈${title}〉。載於《${thesis.title}》${after('，', label)}${after('，', pages)}。${thesis.genre}，${institution.name}，${issued}。`,
      note: `${name}，〈${title}〉，載於《${thesis.title}》${after('，', label)}（${thesis.genre}，${institution.name}，${issued}），${SLOTS.printed}，${SLOTS.url}。`,
      printed: 'zh',
    },
    {
      id: 'chicago',
      name: 'Chicago, notes and bibliography',
      lang: 'en',
      reference: `${filed}${han}. “${title}.” ${label ? `Chap. ${number} in` : 'In'} “${thesis.title}${pages ? `,” ${pages}.` : '.”'} ${genre.charAt(0).toUpperCase()}${genre.slice(1)}, ${school}, ${issued}.${full(facts.handle)}`,
      note: `${spoken}${han}, “${title},” ${label ? `chap. ${number} in` : 'in'} “${thesis.title}” (${genre}, ${school}, ${issued}), ${SLOTS.printed}, ${SLOTS.url}.`,
      printed: 'en',
    },
  ];
}

function apa({ chapter, name, initials, school, handle }: Facts): Style[] {
  const { label, number, thesis, institution, issued, author } = chapter;
  const genre = APA_GENRES[thesis.genre] ?? thesis.genre;
  const family = author.latin?.family ?? author.family;
  return [
    {
      id: 'apa',
      name: 'APA 第七版',
      lang: 'zh',
      reference: `${name}（${issued}）。《${thesis.title}》〔${thesis.genre}，${institution.name}〕。${handle}`,
      note: `（${name}，${issued}${after('，', label)}，${SLOTS.printed}；${SLOTS.url}）`,
      printed: 'zh',
    },
    {
      id: 'apa',
      name: 'APA, 7th edition',
      lang: 'en',
      reference: `${initials} (${issued}). ${thesis.title} [${genre}, ${school}].${after(' ', handle)}`,
      note: `(${family}, ${issued}${label && `, Chapter ${number}`}, ${SLOTS.printed}, ${SLOTS.url})`,
      printed: 'pp',
    },
  ];
}

function mla({ chapter, name, filed, school, pages, handle }: Facts): Style[] {
  const { title, thesis, institution, issued, author } = chapter;
  const genre = APA_GENRES[thesis.genre] ?? thesis.genre;
  const family = author.latin?.family ?? author.family;
  return [
    {
      id: 'mla',
      name: 'MLA 第九版',
      lang: 'zh',
      reference: `${name}。〈${title}〉。《${thesis.title}》，${issued}，${institution.name}，${thesis.genre}${after('，頁', pages)}${after('，', handle)}。`,
      note: `（${name}，${SLOTS.printed}，${SLOTS.url}）`,
      printed: 'zh',
    },
    {
      id: 'mla',
      name: 'MLA, 9th edition',
      lang: 'en',
      reference: `${filed}. “${title}.” ${thesis.title}, ${issued}. ${school}, ${genre}${after(', pp. ', pages)}.${full(handle)}`,
      note: `(${family} ${SLOTS.printed}, ${SLOTS.url})`,
      printed: 'en',
    },
  ];
}

/** GB/T 7714—2015: a thesis is [D], with its address [D/OL]. */
function gbt7714({ chapter, name, handle }: Facts): Style {
  const { thesis, institution, issued } = chapter;
  return {
    id: 'gbt7714',
    name: 'GB/T 7714—2015',
    lang: 'zh',
    reference: `${name}. ${thesis.title}[${handle ? 'D/OL' : 'D'}]. ${institution.name}, ${issued}.${full(handle)}`,
    note: `${name}. ${thesis.title}[D/OL]. ${institution.name}, ${issued}: ${SLOTS.printed}. ${SLOTS.url}.`,
    printed: 'en',
  };
}

/** The styles, the one most readers write in first. */
export function stylesOf(chapter: Chapter): Style[] {
  const facts = factsOf(chapter);
  return [taiwan(facts), ...chicago(facts), ...apa(facts), ...mla(facts), gbt7714(facts)];
}
