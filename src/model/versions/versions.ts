/** Versions of the text: how they are named, which one the text is of, and what changed between them. */
import { PARTS, type Part, SHOWN } from './parts.ts';
import type { Version } from './schema.ts';

/** 3f2a1b4c */
export const shortDigest = (digest: string): string => digest.slice(0, SHOWN);

/** 2026-11-28 (3f2a1b4c), as CSL, CITATION.cff and schema.org have a version. */
export const versionName = ({ day, digest }: Pick<Version, 'day' | 'digest'>): string =>
  `${day} (${shortDigest(digest)})`;

/** 版次 2026-11-28（3f2a1b4c） */
export const chineseVersion = ({ day, digest }: Version): string =>
  `版次 ${day}（${shortDigest(digest)}）`;

/** The id of a version on the page of versions. */
export const versionId = ({ digest }: Version): string => `v-${shortDigest(digest)}`;

/** The version that a text with this digest is; undefined where none such is recorded. */
export const versionWith = (versions: readonly Version[], digest: string): Version | undefined =>
  versions.findLast((version) => version.digest === digest);

/** The parts in which a text is another than a version of it, by their digests. */
export const changedParts = (before: Version, parts: Record<Part, string>): Part[] =>
  PARTS.filter((part) => before.parts[part] !== parts[part]);
