/** How much of each section has been read, shown at the links that lead to sections. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { readParagraphs } from '../session/reading.ts';

/** 已讀, or 已讀 40%; nothing of what has not been begun. */
function words(share: number): string {
  if (share <= 0) return '';
  return share >= 1
    ? messages.navigation.read
    : messages.navigation.readShare(Math.max(1, Math.floor(share * 100)));
}

/** The share of a section that has been read, 0 to 1. */
function shareOf({ dataset }: HTMLElement): number {
  const read = readParagraphs()[dataset['section'] ?? '']?.length ?? 0;
  return Math.min(1, read / Number(dataset['paragraphs']));
}

/** What is left to read takes the place of how long the whole takes. */
function tellTime(link: HTMLElement, share: number): boolean {
  const time = link.querySelector<HTMLElement>('[data-minutes]');
  if (!time) return false;
  const whole = Number(time.dataset['minutes']);
  const left = Math.max(1, Math.round(whole * (1 - share)));
  if (share >= 1) time.textContent = messages.navigation.read;
  else
    time.textContent =
      share > 0 ? messages.navigation.minutesLeft(left) : messages.navigation.minutes(whole);
  return true;
}

/** Shows it at all links to sections within an element. */
export function showRead(within: ParentNode): void {
  for (const link of within.querySelectorAll<HTMLElement>('[data-section]')) {
    const share = shareOf(link);
    link.style.setProperty('--read', `${share * 100}%`);
    link.toggleAttribute('data-read', share > 0);
    if (tellTime(link, share)) continue;
    const said = link.querySelector('.unseen') ?? make('span', { class: 'unseen' });
    said.textContent = words(share);
    link.append(said);
  }
}
