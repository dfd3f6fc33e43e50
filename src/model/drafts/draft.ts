/** A citation's printed words as a draft of its source: each field with the words it was read from. A person confirms it. */

import { unled } from '../citations/printed.ts';
import type { Locator } from '../citations/schema.ts';
import type { Name } from '../sources/name.ts';
import type { Issued, SourceData } from '../sources/source.ts';
import { bookIn, type Divided, divide, read } from './divided.ts';
import { type Imprint, type Read, readImprint } from './imprint.ts';
import { kindOf } from './outlets.ts';
import { type People, peopleIn } from './people.ts';

/** What a draft says, in the order in which a source file has it. */
export interface Draft {
  kind: Read<SourceData['kind']>;
  type: Read<SourceData['type']>;
  language: Read<SourceData['language']>;
  author?: Read<Name[]>;
  editor?: Read<Name[]>;
  translator?: Read<Name[]>;
  title?: Read;
  'container-title'?: Read;
  'event-title'?: Read;
  number?: Read;
  volume?: Read;
  issue?: Read;
  page?: Read;
  publisher?: Read;
  'publisher-place'?: Read;
  issued?: Read<Issued>;
  URL?: Read;
  /** Whether the note says that there are more authors. */
  others: boolean;
  /** The part of the work that the note cites. */
  locator?: Read<Locator>;
}

/** The language of the words (BCP 47): by the letters that only one has. */
function languageOf(words: string): SourceData['language'] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words.replaceAll('ー', ''))) return 'ja';
  if (/\p{Script=Hangul}/u.test(words)) return 'ko';
  return /\p{Script=Han}/u.test(words) ? 'zh' : 'en';
}

/** The people before a title, by what they did: 季辛吉著，朱邦賢譯. */
function bylines(before: string): {
  names: Partial<Record<People['role'], Read<Name[]>>>;
  others: boolean;
} {
  const parts = /[譯译編编著]\s*[，,]/u.test(before) ? before.split(/[，,](?=.)/u) : [before];
  const names: Partial<Record<People['role'], Read<Name[]>>> = {};
  let others = false;
  for (const part of parts) {
    const people = peopleIn(part.replace(/[\s,，:：]+$/u, ''));
    if (!people) continue;
    names[people.role] ??= { value: people.names, from: part.trim() };
    others ||= people.others;
  }
  return { names, others };
}

/** 新華社 of 新華社報導: what it did is no part of its name. */
function outletAlone(outlet: Read): Read {
  const name = outlet.value.replace(
    /(?<=[社報报網网台])(?:報導|報道|报道|消息|電訊|电讯|電|电|訊|讯)$/u,
    '',
  );
  return name === outlet.value ? outlet : { value: name, from: name };
}

/**
 * The names by what they are. A work in no marks, of which a publisher is named, is a book; one that
 * follows the name of a body is that body's report; an encyclopedia is no container of itself.
 */
function namesOf({ title, container: marked }: Divided, imprint: Imprint) {
  const { container, publisher, rest } = imprint;
  const book = marked ?? container;
  if (title || !container)
    return { title, container: book, publisher: publisher ?? (marked && container) };
  const [report] = rest;
  if (report !== undefined && /報告|报告|\bReport\b/u.test(report))
    return { body: container, title: read(report, report), publisher };
  if (publisher && !imprint.volume && !imprint.issue) return { title: container, publisher };
  if (/Encyclop|Dictionary|百科|[辭辞詞词]典/u.test(container.value))
    return { title: container, publisher };
  return { container, publisher };
}

/**
 * Drafts a source.
 * @param printed the words that cite, addresses as repaired
 * @param urls the addresses among them
 * @param italics the words among them that are printed in italics
 */
export function draftOf(
  printed: string,
  urls: readonly string[] = [],
  italics: readonly string[] = [],
): Draft {
  const words = unled(printed).trim();
  const divided = divide(words, italics);
  const book = divided.quoted ? bookIn(divided.after) : undefined;
  const after = book ? divided.after.replace(book.from, '') : divided.after;
  const imprint = readImprint(
    after,
    /[報报]|\b(?:Times|Post|Herald)\b/u.test(after) || /第\s*\d+\s*版/u.test(after),
  );
  const { names, others } = bylines(divided.before);
  const { title, container, publisher, body } = namesOf(divided, imprint);
  const standsIn = book
    ? read(book.name, book.from)
    : divided.quoted || !title
      ? container
      : undefined;
  const { issued, volume, issue, number, place, locator } = imprint;
  const kind = kindOf({
    words,
    container: standsIn?.value,
    publisher: publisher?.value,
    title: title?.value,
    quoted: divided.quoted,
    inBook:
      book !== undefined || (divided.quoted && publisher !== undefined && volume === undefined),
    volume: volume !== undefined,
    issue: issue !== undefined,
    dated: (issued?.value.date.length ?? 0) > 7,
    address: urls.length > 0,
  });
  const language = languageOf(title?.value ?? standsIn?.value ?? words);
  const editor = book?.editor && { editor: { value: book.editor.names, from: book.from } };
  const [url] = urls;
  const pages =
    imprint.page ??
    (kind.type === 'article-newspaper' && locator
      ? { value: locator.value.value, from: locator.from }
      : undefined);
  // A paper that was read, and not printed in proceedings.
  const isEvent =
    kind.type === 'paper-conference' && !/論文集|论文集|Proceedings/u.test(standsIn?.value ?? '');
  return {
    kind: { value: kind.kind, from: kind.from },
    type: { value: kind.type, from: kind.from },
    language: { value: language, from: title?.from ?? standsIn?.from ?? words },
    ...(body ? { author: { value: [{ literal: body.value }], from: body.from } } : {}),
    ...names,
    ...editor,
    ...(title ? { title } : {}),
    ...(standsIn ? { [isEvent ? 'event-title' : 'container-title']: outletAlone(standsIn) } : {}),
    ...(number ? { number } : {}),
    ...(volume ? { volume } : {}),
    ...(issue ? { issue } : {}),
    ...(pages ? { page: pages } : {}),
    ...(publisher ? { publisher } : {}),
    ...(place ? { 'publisher-place': place } : {}),
    ...(issued ? { issued } : {}),
    ...(url === undefined ? {} : { URL: read(url, url) }),
    others,
    ...(locator ? { locator } : {}),
  };
}
