/** Cited works in 引用: that of the page, or those that the page's note cites. */
import { messages } from '../../messages/site.ts';
import type { Places } from '../../search/cite/places.ts';
import { copy } from '../dom/clipboard.ts';
import { make } from '../dom/elements.ts';
import { bodyOf } from '../site/page-body.ts';
import { download, FORMATS, save } from '../site/records.ts';
import { here, inSite } from '../site/urls.ts';
import { addCopyButtons } from './on-page.ts';

/** A work that can be cited from here. */
export interface Work {
  id: string;
  /** 文獻：Niksch, “U.S. Troop Withdrawal from South Korea” (1981) */
  name: string;
  /** Whether its own page is being read, where its citations stand. */
  own: boolean;
  /** 轉引: how it is cited when it was seen in this chapter alone. */
  quoted: HTMLElement[];
}

const idIn = (path: string): string | undefined => /\/sources\/([^/]+)\/$/u.exec(path)?.[1];

const quotedWithin = (within: ParentNode): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>('.quoted:not(.cite-work)'),
];

/** The works of the page, as far as they are known. */
export function worksHere(places: Places): Work[] {
  const work = (id: string | undefined, own: boolean, within: ParentNode): Work[] => {
    const known = id === undefined ? undefined : places.works[id];
    if (id === undefined || !known) return [];
    return [{ id, own, name: messages.cite.workNamed(known.short), quoted: quotedWithin(within) }];
  };
  if (document.querySelector('.cite-work')) return work(idIn(here()), true, document);
  const cards = [...document.querySelectorAll<HTMLElement>('.citations .citation')];
  const all = cards.flatMap((card) =>
    work(idIn(card.querySelector<HTMLAnchorElement>('.reference a')?.pathname ?? ''), false, card),
  );
  return all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
}

/** The work as files, cut from those of all works. */
function files({ id }: Work, said: HTMLElement): HTMLElement {
  const ids = new Set([id]);
  const failed = () => said.replaceChildren(messages.common.fileUnavailable);
  const items = FORMATS.flatMap(({ name, file, type, pick }) => {
    const record = () => download(file).then((text) => pick(text, ids));
    const saved = make('button', { type: 'button' }, messages.common.downloadOf(name));
    saved.onclick = () =>
      void record().then((text) => save(text, file.replace('sources', id), type), failed);
    const copied = make('button', { type: 'button' }, messages.cite.copyOf(name));
    copied.onclick = () => void copy(record(), said, ` ${name}`).catch(failed);
    return [saved, copied];
  });
  return make('p', { class: 'files' }, messages.cite.records, ...items);
}

/** The citations of a work, from its own page. @throws when that cannot be had */
async function citationsOf({ id, own }: Work): Promise<Element[]> {
  const read = async () => {
    const response = await fetch(inSite(`/sources/${id}/`));
    if (!response.ok) throw new Error(`${id}: ${response.status}`);
    return bodyOf(await response.text());
  };
  const page = own ? document : await read();
  return [...page.querySelectorAll('.cite-work > :not(summary)')].map((part) => {
    const copied = document.importNode(part, true);
    for (const button of copied.querySelectorAll('button, [role="status"]')) button.remove();
    return copied;
  });
}

/** What the dialog shows of a work: every style, 轉引 beside it, and files. */
export async function workCitations(work: Work, said: HTMLElement): Promise<Node[]> {
  const quoted = work.quoted.map((details) => {
    const copied = document.importNode(details, true);
    for (const button of copied.querySelectorAll('button, [role="status"]')) button.remove();
    return copied;
  });
  const box = make('div', {}, ...(await citationsOf(work)), ...quoted);
  addCopyButtons(box, said);
  return [...box.childNodes, files(work, said)];
}
