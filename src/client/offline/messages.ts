/** What a reader is told of what is kept. */
import { messages } from '../../messages/site.ts';
import type { Status, Trouble } from '../../worker/protocol.ts';

/** Bytes as people count them. */
export const amount = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

const WHY: Record<Trouble['reason'], string> = {
  network: messages.offline.network,
  missing: messages.offline.missing,
  changed: messages.offline.changed,
  quota: messages.offline.quota,
  cancelled: messages.offline.cancelled,
  unknown: messages.offline.unknown,
};

/** What went wrong, and that what was kept before is as it was. */
export function troubleOf({ reason, path }: Trouble, whole: boolean): string {
  const file = path !== undefined && reason !== 'network' ? messages.common.aside(path) : '';
  const kept = whole ? messages.offline.earlierKept : messages.offline.pagesKept;
  return messages.offline.failed(WHY[reason], file, kept);
}

const dayOf = (time: number): string =>
  new Intl.DateTimeFormat(messages.common.language, { dateStyle: 'long' }).format(time);

/** How things stand, in a sentence or two. */
export function standing(status: Status): string {
  const { whole, bytes, pages, since, edition, behind } = status;
  const size = amount(bytes);
  if (!whole) {
    const read = pages.filter((page) => page !== 'offline/').length;
    const visited = read > 0 ? messages.offline.pagesRead(read, size) : '';
    return messages.offline.notSaved(visited);
  }
  const news = behind ? messages.offline.updateWaits : messages.offline.updatesItself;
  return messages.offline.saved(size, dayOf(since), edition, news);
}
