/** 引用: the place one is at in every style, and the chapter for reference managers. */
import type { Places } from '../../search/cite/places.ts';
import { citationOf, type Target } from '../../search/cite/targets.ts';
import { copy } from '../dom/clipboard.ts';
import { make } from '../dom/elements.ts';
import { openDialog } from '../interface/dialog.ts';
import { thePlaces } from '../site/places.ts';
import { absolute, inSite } from '../site/urls.ts';
import { scopeName, scopesHere } from './scopes.ts';
import { nameOf } from './style.ts';

const FILES = [
  { name: 'BibTeX', file: 'chapter.bib' },
  { name: 'RIS', file: 'chapter.ris' },
  { name: 'CSL-JSON', file: 'chapter.csl.json' },
];

const FAILED = '引文的資料讀不到，請稍後再試。';

/** A place in all styles. */
function citations(places: Places, target: Target, said: HTMLElement): HTMLElement[] {
  const url = absolute(target.path);
  return places.styles.map((style) => {
    const text = citationOf(style, target, url);
    const button = make(
      'button',
      { type: 'button', 'aria-label': `複製 ${nameOf(style)}` },
      '複製',
    );
    button.onclick = () => void copy(text, said, nameOf(style));
    const lang = style.lang === 'en' ? 'en' : undefined;
    return make('div', {}, make('h3', {}, nameOf(style)), make('p', { lang }, text), button);
  });
}

/** The chapter as files, to be downloaded or copied. */
function files(said: HTMLElement): HTMLElement {
  const items = FILES.flatMap(({ name, file }) => {
    const to = inSite(`/downloads/${file}`);
    const button = make('button', { type: 'button' }, `複製 ${name}`);
    button.onclick = async () => {
      const coming = fetch(to).then((response) => {
        if (!response.ok) throw new Error(`${to}: ${response.status}`);
        return response.text();
      });
      await copy(coming, said, ` ${name}`).catch(() =>
        said.replaceChildren('檔案讀不到，請稍後再試。'),
      );
    };
    return [make('a', { href: to, download: file }, `下載 ${name}`), button];
  });
  return make('p', { class: 'files' }, '全章書目資料：', ...items);
}

/** Which of the places one is at is cited. */
function chooser(places: Places, targets: Target[], choose: (target: Target) => void): HTMLElement {
  const labels = targets.map((target, i) => {
    const radio = make('input', { type: 'radio', name: 'cited', checked: i === 0 });
    radio.onchange = () => choose(target);
    return make('label', {}, radio, scopeName(places, target));
  });
  return make('fieldset', {}, make('legend', {}, '引用何處'), ...labels);
}

/** Opens the dialog for the page one is at. */
export async function openCiting(): Promise<void> {
  const said = make('p', { role: 'status' });
  const places = await thePlaces().catch(() => undefined);
  if (!places) {
    said.append(FAILED);
    openDialog('引用', 'cite-dialog', said);
    return;
  }
  const list = make('div', { class: 'styles' });
  const choose = (target: Target) => {
    said.replaceChildren();
    list.replaceChildren(...citations(places, target, said));
  };
  const targets = scopesHere(places);
  if (targets[0]) choose(targets[0]);
  const several = targets.length > 1 && chooser(places, targets, choose);
  openDialog('引用', 'cite-dialog', several, list, files(said), said);
}
