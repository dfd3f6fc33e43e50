/** The menu of a ¶: how its place is cited, and what can be copied of it. */
import { messages } from '../../messages/site.ts';
import { printedChinese } from '../../search/cite/locus.ts';
import type { Run } from '../../search/cite/runs.ts';
import {
  citationOf,
  quotationOf,
  structuralName,
  type Target,
  targetOf,
} from '../../search/cite/targets.ts';
import { colourButtons } from '../annotations/offer.ts';
import { copy, copyRuns } from '../dom/clipboard.ts';
import { make } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { leaveByTab } from '../interface/leave-by-tab.ts';
import { placeAt } from '../interface/pop-up-position.ts';
import { readAloudButton } from '../read-aloud/offer.ts';
import { today } from '../site/day.ts';
import { thePlaces } from '../site/places.ts';
import { counterpart } from '../site/simplified.ts';
import { absolute, isConverted } from '../site/urls.ts';
import { endsOf } from './ends.ts';
import { theOriginal } from './original.ts';
import { linkToWords } from './selection.ts';
import { chosenStyle, styleChooser } from './style.ts';
import { contextOf, marksWithin, quoted, type Subject, subjectOf } from './subject.ts';
import { sourceSwitch } from './with-source.ts';

const FAILED = messages.cite.unavailable;
const ALIKE = messages.cite.linkOfParagraphOnly;
const CONVERTED = messages.cite.linkOfConverted;
const HINT = messages.cite.selectFirst;

let menu: HTMLElement | undefined;
/** The mark whose menu it shows. */
let owner: HTMLElement | undefined;

function theMenu(): HTMLElement {
  if (!menu) {
    menu = make('div', {
      class: 'pop-up cite-menu',
      popover: 'auto',
      role: 'dialog',
      lang: messages.common.language,
      'data-apparatus': true,
    });
    menu.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'closed') owner?.setAttribute('aria-expanded', 'false');
    });
    leaveByTab(menu, () => owner);
    document.body.append(menu);
  }
  return menu;
}

function button(name: string, work: () => unknown, label?: string): HTMLButtonElement {
  const made = make('button', { type: 'button', 'aria-label': label }, name);
  made.onclick = () => void work();
  return made;
}

const short = ({ locus }: Target): string =>
  locus.note === undefined
    ? messages.common.page(locus.pages?.[0])
    : messages.common.note(locus.noteName ?? locus.note);

/** A way of citing, which is copied by pressing it. */
const citationRow = (name: string, words: string, said: HTMLElement): HTMLElement =>
  make(
    'li',
    {},
    make('span', {}, name),
    button(
      words,
      () => copy(words, said, messages.common.quoted(words)),
      messages.cite.copyAs(name, words),
    ),
  );

/** A link to the place of a mark on the counterpart of this page. */
function counterpartLink(pilcrow: HTMLElement): HTMLElement | undefined {
  const href = counterpart(pilcrow.dataset['cite']);
  const name = isConverted() ? messages.cite.readOriginal : messages.cite.readSimplified;
  return href === undefined ? undefined : make('a', { href }, name);
}

/** Hands a link to what the device shares with; no button where there is nothing of the kind. */
function shareButton(url: string, name: string): HTMLElement | undefined {
  const shared = { title: name, url };
  if (!navigator.share || navigator.canShare?.(shared) === false) return undefined;
  // A reader who changes his mind is no failure.
  return button(messages.cite.share, () => navigator.share(shared).catch(() => undefined));
}

/** Opens the dialog in which a slip is reported; no button where nobody is named who would take it. */
function reportButton(subject: Subject, address: string): HTMLElement | undefined {
  const { places, target, words } = subject;
  const { reports } = places;
  if (!reports) return undefined;
  const known = {
    address,
    place: printedChinese(target.locus),
    printed: words ? quoted(subject) : '',
    context: contextOf(subject),
  };
  return button(messages.report.misprint, () =>
    late(
      () => import('../report/dialog.ts'),
      (m) => {
        theMenu().hidePopover();
        m.openReport(known, reports);
      },
    ),
  );
}

/** Keeps the selected words as a Word file; no button where they are not words of the text alone. */
function wordButton(subject: Subject, citation: () => readonly Run[]): HTMLElement | undefined {
  if (!subject.words || !endsOf(subject.places, subject.words)) return undefined;
  return button(messages.cite.word, () =>
    late(
      () => import('../word/download.ts'),
      (m) => m.downloadWord(subject, citation()),
    ),
  );
}

/** What can be copied; the first of it takes the focus. */
function actions(subject: Subject, said: HTMLElement): HTMLElement {
  const { places, target, pilcrow, words } = subject;
  const url = absolute(target.path);
  const text = quoted(subject);
  const cited = () => citationOf(chosenStyle(places), target, { url, day: today() });
  const toWords = (range: Range) => {
    const { link, exact } = linkToWords(range, target.id || (pilcrow.dataset['cite'] ?? ''));
    return copy(link, said, exact ? messages.cite.linkToWords : isConverted() ? CONVERTED : ALIKE);
  };
  return make(
    'div',
    { class: 'does' },
    button(messages.cite.copyLink, () => copy(url, said, messages.cite.link)),
    shareButton(
      url,
      `${places.chapter} ${structuralName(places, target) ?? printedChinese(target.locus)}`,
    ),
    button(messages.cite.copyReference, () => copyRuns(cited(), said, messages.cite.reference)),
    text !== '' &&
      button(messages.cite.copyQuotation, () =>
        copyRuns(quotationOf(text, cited()), said, messages.cite.quotation),
      ),
    words && button(messages.cite.goToWords, () => toWords(words)),
    wordButton(subject, cited),
    readAloudButton(
      words
        ? { node: words.startContainer, offset: words.startOffset }
        : { node: document.getElementById(target.id) ?? pilcrow },
      () => theMenu().hidePopover(),
    ),
    reportButton(subject, url),
    counterpartLink(pilcrow),
  );
}

/** What else can be cited from here. */
function others(subject: Subject): HTMLElement[] {
  const { places, target, pilcrow } = subject;
  const own = targetOf(places, pilcrow.dataset['cite'] ?? '');
  const lead = (to: Target, name: string) =>
    button(
      name,
      () => {
        fill({ ...subject, target: to, words: undefined });
        theMenu().querySelector<HTMLElement>('.does button')?.focus();
      },
      messages.cite.citeOf(name),
    );
  const within = marksWithin(subject).map((to) => lead(to, short(to)));
  if (within.length > 0) return [make('p', { class: 'within' }, messages.cite.within, ...within)];
  if (!own || own.id === target.id) return [];
  return [make('p', { class: 'within' }, lead(own, messages.cite.wholeParagraph))];
}

function fill(subject: Subject): void {
  const { places, target, words } = subject;
  const said = make('p', { role: 'status' });
  const structural = structuralName(places, target);
  const printed = printedChinese(target.locus);
  theMenu().setAttribute('aria-label', messages.cite.citePlace(structural ?? printed));
  theMenu().replaceChildren(
    ...(words ? [colourButtons(words, () => theMenu().hidePopover())] : []),
    make('p', { class: 'at' }, words ? messages.cite.citeSelection : messages.cite.citeThisPlace),
    make(
      'ul',
      {},
      structural !== undefined && citationRow(messages.cite.structuralPlace, structural, said),
      citationRow(messages.common.printedPageNumbers, printed, said),
    ),
    styleChooser(places),
    actions(subject, said),
    ...others(subject),
    sourceSwitch(),
    said,
    ...(words ? [] : [make('p', { class: 'hint' }, HINT)]),
  );
}

/**
 * Opens the menu of a pilcrow; a second press closes it.
 * @param selected what is selected on the page
 */
export async function openMenu(pilcrow: HTMLElement, selected?: Range): Promise<void> {
  const shown = theMenu();
  if (shown.matches(':popover-open') && pilcrow.ariaExpanded === 'true') return shown.hidePopover();
  try {
    const original = isConverted() ? await theOriginal() : undefined;
    const subject = subjectOf(await thePlaces(), pilcrow, selected, original);
    if (!subject) return;
    fill(subject);
  } catch {
    shown.replaceChildren(make('p', { role: 'status' }, FAILED));
  }
  // The browser gives the focus back to what had it before.
  pilcrow.focus({ preventScroll: true });
  owner = pilcrow;
  shown.showPopover();
  pilcrow.ariaExpanded = 'true';
  placeAt(shown, pilcrow, selected);
  shown.querySelector<HTMLElement>('.does button')?.focus({ preventScroll: true });
}
