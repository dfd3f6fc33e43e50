/** 引用: what the page shows, in every style: a work or a place of the chapter, and as files. */
import { messages } from '../../messages/site.ts';
import { FORM_NAME, FORMS, type Places, type Style } from '../../search/cite/places.ts';
import type { Run } from '../../search/cite/runs.ts';
import { citationOf, type Target } from '../../search/cite/targets.ts';
import { copy } from '../dom/clipboard.ts';
import { make } from '../dom/elements.ts';
import { openDialog } from '../interface/dialog.ts';
import { today } from '../site/day.ts';
import { thePlaces } from '../site/places.ts';
import { absolute, inSite } from '../site/urls.ts';
import { copyButton } from './on-page.ts';
import { scopeName, scopesHere } from './scopes.ts';
import { nameOf } from './style.ts';
import { type Work, workCitations, worksHere } from './works.ts';

const FILES = [
  { name: 'BibTeX', file: 'chapter.bib' },
  { name: 'BibLaTeX', file: 'chapter.biblatex.bib' },
  { name: 'RIS', file: 'chapter.ris' },
  { name: 'CSL-JSON', file: 'chapter.csl.json' },
];

const FAILED = messages.cite.unavailable;

/** What can be cited from here: a work that the page shows or cites, or a place of the chapter. */
type Scope = { work: Work } | { target: Target };

const element = ({ text, italic, bold, lang }: Run): Node | string => {
  if (!italic && !bold && lang === undefined) return text;
  return make(italic ? 'cite' : bold ? 'b' : 'span', { lang }, text);
};

/** A form of a style, with its name and a button. */
function row(style: Style, form: (typeof FORMS)[number], runs: Run[], said: HTMLElement) {
  const name = `${nameOf(style)}${FORM_NAME[form]}`;
  return make(
    'li',
    {},
    make('span', { class: 'form' }, FORM_NAME[form]),
    make('p', { lang: style.lang === 'en' ? 'en' : undefined }, ...runs.map(element)),
    copyButton(() => runs, name, said),
  );
}

/** A place in all styles. */
function citations(places: Places, target: Target, said: HTMLElement): HTMLElement[] {
  const reading = { url: absolute(target.path), day: today() };
  return places.styles.map((style) => {
    const forms = FORMS.filter((form) => style.forms[form] && (form === 'list' || !target.whole));
    const rows = forms.map((form) =>
      row(style, form, citationOf(style, target, reading, form), said),
    );
    return make(
      'div',
      { class: 'style' },
      make('h3', {}, nameOf(style)),
      make('ul', { role: 'list' }, ...rows),
    );
  });
}

/** The chapter as files, to be downloaded or copied. */
function files(said: HTMLElement): HTMLElement {
  const items = FILES.flatMap(({ name, file }) => {
    const to = inSite(`/downloads/${file}`);
    const button = make('button', { type: 'button' }, messages.cite.copyOf(name));
    button.onclick = async () => {
      const coming = fetch(to).then((response) => {
        if (!response.ok) throw new Error(`${to}: ${response.status}`);
        return response.text();
      });
      await copy(coming, said, ` ${name}`).catch(() =>
        said.replaceChildren(messages.common.fileUnavailable),
      );
    };
    return [make('a', { href: to, download: file }, messages.common.downloadOf(name)), button];
  });
  return make('p', { class: 'files' }, messages.cite.chapterRecords, ...items);
}

const nameOfScope = (places: Places, scope: Scope): string =>
  'work' in scope ? scope.work.name : scopeName(places, scope.target);

/** Which of the places and works is cited. */
function chooser(places: Places, scopes: Scope[], choose: (scope: Scope) => void): HTMLElement {
  const labels = scopes.map((scope, i) => {
    const radio = make('input', { type: 'radio', name: 'cited', checked: i === 0 });
    radio.onchange = () => choose(scope);
    return make('label', {}, radio, nameOfScope(places, scope));
  });
  return make('fieldset', {}, make('legend', {}, messages.cite.whatToCite), ...labels);
}

/** The works first where the page is that of a work, else after the place one is at. */
function scopes(places: Places): Scope[] {
  const targets = scopesHere(places).map((target): Scope => ({ target }));
  const works = worksHere(places).map((work): Scope => ({ work }));
  if (works.length === 0) return targets;
  const [own, ...others] = targets;
  return others.length > 0 && own ? [own, ...works, ...others] : [...works, ...targets];
}

/** Opens the dialog for the page one is at. */
export async function openCiting(): Promise<void> {
  const said = make('p', { role: 'status' });
  const places = await thePlaces().catch(() => undefined);
  if (!places) {
    said.append(FAILED);
    openDialog(messages.cite.cite, 'cite-dialog', said);
    return;
  }
  const list = make('div', { class: 'styles' });
  let chosen: Scope | undefined;
  const choose = async (scope: Scope) => {
    chosen = scope;
    said.replaceChildren();
    if ('target' in scope) {
      list.replaceChildren(...citations(places, scope.target, said), files(said));
      return;
    }
    const shown = await workCitations(scope.work, said).catch(() => [FAILED]);
    if (chosen === scope) list.replaceChildren(...shown);
  };
  const all = scopes(places);
  if (all[0]) await choose(all[0]);
  const [only] = all;
  const head =
    all.length > 1
      ? chooser(places, all, (scope) => void choose(scope))
      : only && make('p', {}, messages.cite.citeOf(nameOfScope(places, only)));
  openDialog(messages.cite.cite, 'cite-dialog', head, list, said);
}
