/** The menu of a ¶: how its place is cited, and what can be copied of it. */
import { printedChinese } from '../../search/cite/locus.ts';
import {
  citationOf,
  quotationOf,
  structuralName,
  type Target,
  targetOf,
} from '../../search/cite/targets.ts';
import { copy, copyRuns } from '../dom/clipboard.ts';
import { make } from '../dom/elements.ts';
import { leaveByTab } from '../interface/leave-by-tab.ts';
import { placeAt } from '../interface/pop-up-position.ts';
import { today } from '../site/day.ts';
import { thePlaces } from '../site/places.ts';
import { counterpart } from '../site/simplified.ts';
import { absolute, isConverted } from '../site/urls.ts';
import { theOriginal } from './original.ts';
import { linkToWords } from './selection.ts';
import { chosenStyle, styleChooser } from './style.ts';
import { marksWithin, quoted, type Subject, subjectOf } from './subject.ts';
import { sourceSwitch } from './with-source.ts';

const FAILED = '無法載入引用資料，請稍後再試。';
const ALIKE = '這一段的連結（所選的字在本頁不只一處，無法單獨連到）';
const CONVERTED = '這一段的連結（簡體版的字與原書不同，只能連到段落）';
const HINT = '先選取文字再按 ¶，就引用所選的字，也可以直接連到那些字。';

let menu: HTMLElement | undefined;
/** The mark whose menu it shows. */
let owner: HTMLElement | undefined;

function theMenu(): HTMLElement {
  if (!menu) {
    menu = make('div', {
      class: 'pop-up cite-menu',
      popover: 'auto',
      role: 'dialog',
      lang: 'zh-Hant-TW',
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
  locus.note === undefined ? `頁 ${locus.pages?.[0]}` : `註 ${locus.noteName ?? locus.note}`;

/** A way of citing, which is copied by pressing it. */
const citationRow = (name: string, words: string, said: HTMLElement): HTMLElement =>
  make(
    'li',
    {},
    make('span', {}, name),
    button(words, () => copy(words, said, `「${words}」`), `複製${name}：${words}`),
  );

/** A link to the place of a mark on the counterpart of this page. */
function counterpartLink(pilcrow: HTMLElement): HTMLElement | undefined {
  const href = counterpart(pilcrow.dataset['cite']);
  const name = isConverted() ? '讀正體原文' : '讀簡體版';
  return href === undefined ? undefined : make('a', { href }, name);
}

/** Hands a link to what the device shares with; no button where there is nothing of the kind. */
function shareButton(url: string, name: string): HTMLElement | undefined {
  const shared = { title: name, url };
  if (!navigator.share || navigator.canShare?.(shared) === false) return undefined;
  // A reader who changes his mind is no failure.
  return button('分享', () => navigator.share(shared).catch(() => undefined));
}

/** What can be copied; the first of it takes the focus. */
function actions(subject: Subject, said: HTMLElement): HTMLElement {
  const { places, target, pilcrow, words } = subject;
  const url = absolute(target.path);
  const text = quoted(subject);
  const cited = () => citationOf(chosenStyle(places), target, { url, day: today() });
  const toWords = (range: Range) => {
    const { link, exact } = linkToWords(range, target.id || (pilcrow.dataset['cite'] ?? ''));
    return copy(link, said, exact ? '連到所選文字的連結' : isConverted() ? CONVERTED : ALIKE);
  };
  return make(
    'div',
    { class: 'does' },
    button('複製連結', () => copy(url, said, '連結')),
    shareButton(
      url,
      `${places.chapter} ${structuralName(places, target) ?? printedChinese(target.locus)}`,
    ),
    button('複製出處', () => copyRuns(cited(), said, '出處')),
    text !== '' &&
      button('複製原文與出處', () => copyRuns(quotationOf(text, cited()), said, '原文與出處')),
    words && button('連到選取的文字', () => toWords(words)),
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
      `引用${name}`,
    );
  const within = marksWithin(subject).map((to) => lead(to, short(to)));
  if (within.length > 0) return [make('p', { class: 'within' }, '其中：', ...within)];
  if (!own || own.id === target.id) return [];
  return [make('p', { class: 'within' }, lead(own, '回到整段'))];
}

function fill(subject: Subject): void {
  const { places, target, words } = subject;
  const said = make('p', { role: 'status' });
  const structural = structuralName(places, target);
  const printed = printedChinese(target.locus);
  theMenu().setAttribute('aria-label', `引用 ${structural ?? printed}`);
  theMenu().replaceChildren(
    make('p', { class: 'at' }, words ? '引用所選的文字' : '引用此處'),
    make(
      'ul',
      {},
      structural !== undefined && citationRow('章節位置', structural, said),
      citationRow('原書頁碼', printed, said),
    ),
    actions(subject, said),
    ...others(subject),
    styleChooser(places),
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
  placeAt(shown, pilcrow);
  shown.querySelector<HTMLElement>('.does button')?.focus({ preventScroll: true });
}
