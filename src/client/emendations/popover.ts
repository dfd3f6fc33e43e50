/** What is said of an emendation, beside it: as printed, the correction, the reason, the way to the list. */

import { messages } from '../../messages/site.ts';
import { placeOfEmendation } from '../../search/report/report.ts';
import { make } from '../dom/elements.ts';
import { late } from '../dom/late.ts';
import { leaveByTab } from '../interface/leave-by-tab.ts';
import { placeAt } from '../interface/pop-up-position.ts';
import { thePlaces } from '../site/places.ts';
import { absolute, inSite } from '../site/urls.ts';
import { type Emendation, loadEmendations } from './data.ts';
import { MARKED } from './inline.ts';

let box: HTMLElement | undefined;
let owner: HTMLElement | undefined;

function theBox(): HTMLElement {
  if (!box) {
    box = make('div', {
      class: 'pop-up emendation-box',
      popover: 'auto',
      role: 'dialog',
      'data-apparatus': true,
    });
    box.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'closed' && owner) owner.ariaExpanded = 'false';
    });
    leaveByTab(box, () => owner);
    document.body.append(box);
  }
  return box;
}

function correctionOf({ correction }: Pick<Emendation, 'correction'>): string {
  if (correction === null) return messages.emendations.uncorrected;
  return correction === '' ? messages.emendations.delete : correction;
}

function fill({ id, printed, certainty, reason, ...emendation }: Emendation): void {
  theBox().setAttribute('aria-label', messages.emendations.misprintOf(printed));
  theBox().replaceChildren(
    make(
      'dl',
      {},
      make('dt', {}, messages.emendations.printed),
      make('dd', {}, printed),
      make('dt', {}, messages.emendations.shouldBe),
      make(
        'dd',
        {},
        correctionOf(emendation),
        certainty === 'doubtful' && make('small', {}, messages.emendations.doubtfulAside),
      ),
    ),
    make('p', {}, reason),
    make('a', { href: inSite(`/emendations/#${id}`) }, messages.common.emendations),
  );
}

/** Adds the way to say that an entry is wrong, where somebody is named who would hear it. */
async function addReport({ id, at, section, page, printed }: Emendation): Promise<void> {
  const { reports } = await thePlaces();
  if (!reports) return;
  const button = make('button', { type: 'button' }, messages.report.answer);
  const known = {
    address: absolute(`/sections/${section}/#${at}`),
    place: placeOfEmendation(id, page),
    printed,
  };
  button.onclick = () =>
    void late(
      () => import('../report/dialog.ts'),
      (m) => {
        theBox().hidePopover();
        m.openReport(known, reports);
      },
    );
  theBox().querySelector('a')?.after(' ', button);
}

async function open(element: HTMLElement): Promise<void> {
  const emendation = (await loadEmendations()).get(element.dataset['emendation'] ?? '');
  if (!emendation) return;
  if (theBox().matches(':popover-open') && owner === element) return theBox().hidePopover();
  fill(emendation);
  // Without the places there is no way to report, and nothing else is amiss.
  addReport(emendation).catch(() => undefined);
  element.focus({ preventScroll: true });
  owner = element;
  theBox().showPopover();
  element.ariaExpanded = 'true';
  placeAt(theBox(), element);
  theBox().querySelector('a')?.focus({ preventScroll: true });
}

const emendationAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(`${MARKED}[role="button"]`) : null;

function onClick({ target }: MouseEvent): void {
  const element = emendationAt(target);
  // Words that are being selected are not asked about.
  if (element && (getSelection()?.isCollapsed ?? true)) void open(element);
}

function onKey(event: KeyboardEvent): void {
  const element = event.key === 'Enter' || event.key === ' ' ? emendationAt(event.target) : null;
  if (!element) return;
  event.preventDefault();
  void open(element);
}

/** A press on an emendation says what it is. Safe to call again. */
export function startPopover(): void {
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
}

/** A press on an emendation does nothing any more. */
export function stopPopover(): void {
  document.removeEventListener('click', onClick);
  document.removeEventListener('keydown', onKey);
  if (box?.matches(':popover-open')) box.hidePopover();
}
