/** The version of the text that was read, as citations name it. */
import type { Chapter } from '../../model/chapter/chapter.ts';
import { chineseVersion, versionName } from '../../model/versions/versions.ts';
import { SITE_NAME } from '../metadata/about.ts';

/** Names the version of the text that was read, where it is a recorded one; in English, so. */
export const versionOf = ({ version }: Chapter) => ({
  chinese: version && `${SITE_NAME}，${chineseVersion(version)}`,
  english: version && `Zhangju, version ${versionName(version)}`,
});
