/** What a peer is: a program that makes a site of the chapter's portable Markdown. */
import type { Texts } from './texts.ts';

/** The paths of the two pages that are measured. */
export interface Pages {
  section: string;
  chapter: string;
}

export interface Peer {
  name: string;
  /** What the pages it makes have besides the text. */
  has: string;
  /** Packages of npm, exactly pinned; the program itself first; installed into the peer's own folder. */
  npm?: Readonly<Record<string, string>>;
  /** Debian packages and the program that shows they are there. */
  debian?: { packages: readonly string[]; program: string };
  /** Writes its content and settings into its folder. */
  lay(folder: string, texts: Texts): void;
  /** The command line of a build, run in its folder or, if it names one, in `cwd`. */
  build: readonly string[];
  cwd?: string;
  /** Settings of the build. */
  env?: Readonly<Record<string, string>>;
  /** The folder of the built site, and what an earlier build leaves that would make the next one quicker. */
  out: string;
  caches: readonly string[];
  pages: Pages;
}
