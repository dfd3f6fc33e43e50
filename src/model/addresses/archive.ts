/** Where an archive keeps an address as it was on a day (Robust Links 2.0, Memento). */

/** An archived copy, as Robust Links describe it. */
export interface ArchiveCopy {
  /** The address of the copy nearest the day. */
  url: string;
  /** The day, as an ISO date. */
  day: string;
}

/**
 * The Wayback Machine's copy of an address nearest a day; it leads on to that copy by itself.
 * @param day an ISO date
 */
export function archiveCopy(url: string, day: string): ArchiveCopy {
  return { url: `https://web.archive.org/web/${day.replaceAll('-', '')}/${url}`, day };
}
