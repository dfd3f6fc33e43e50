/** A chapter of each kind of publication, as its chapter.yaml says it. */
import { parse } from 'yaml';
import type { Chapter } from '../../../src/model/chapter/chapter.ts';
import { chapterSchema } from '../../../src/model/content/schemas.ts';
import { chapterOf } from './chapter.ts';

/** What every kind has. */
export const COMMON = `
number: 2
label: ""
title: 渡口的燈
source: lamp.txt
pages: { first: 7, last: 9 }
furniture: []
lang: zh-Hant-TW
authors:
  - { family: 林, given: 小舟, latin: { family: Lin, given: Hsiao-chou } }
  - { family: 何, given: 岸, latin: { family: Ho, given: An } }
latin: { title: Dukou de deng }
translated: { title: The lamp at the ferry }
issued: "2001"
identifiers:
  - { type: doi, value: 10.5555/lamp, url: https://doi.org/10.5555/lamp }
rights: 以姓名標示授權條款釋出。
licence: CC-BY-4.0
description: 一盞燈、一個渡口。
abstracts:
  - { lang: zh-Hant-TW, text: 本文論渡口之燈。 }
  - { lang: en, text: On the lamp at the ferry. }
keywords:
  - { lang: zh-Hant-TW, words: [燈, 渡口] }
  - { lang: en, words: [lamps, ferries] }
`;

export const JOURNAL = `
kind: article
journal:
  title: 渡口學報
  latin: Dukou xuebao
  translated: Ferry Journal
  volume: 40
  issue: 2
  issn: 1234-5679
  publisher: 渡口學堂
  place: 臺北
`;

export const BOOK = `
kind: book
book:
  title: 河邊文集
  latin: Hebian wenji
  translated: Riverside Essays
  editors: [{ family: 邱, given: 海, latin: { family: Chiu, given: Hai } }]
  edition: 2
  publisher: 渡口書局
  place: 臺北
  isbn: 978-0-306-40615-7
`;

function made(yaml: string): Chapter {
  const { pages, ...data } = chapterSchema.parse(parse(COMMON + yaml));
  const {
    author: _,
    thesis: __,
    institution: ___,
    ...rest
  } = chapterOf({}) as unknown as Record<string, unknown>;
  return {
    ...rest,
    ...data,
    pages: { first: pages.first, last: pages.last },
  } as unknown as Chapter;
}

export const article = made(JOURNAL);
export const bookChapter = made(BOOK);
