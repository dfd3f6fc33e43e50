/** What the tests use of Ace by DAISY, which brings no types. */
declare module '@daisy/ace-core' {
  /** Opens the documents of an EPUB in a browser, and runs there what Ace hands it. */
  export interface AxeRunner {
    concurrency: number;
    launch(): Promise<void>;
    close(): Promise<void>;
    /** @param scripts files @param contents scripts themselves, to be run before */
    run(url: string, scripts: string[], contents: string[]): Promise<unknown>;
  }
  interface Assertion {
    'earl:test': { 'earl:impact': string; 'dct:title': string };
  }
  interface Report {
    assertions: { 'earl:testSubject': { url: string }; assertions: Assertion[] }[];
  }
  export default function ace(
    epub: string,
    options: { cwd: string; outdir: string; tmpdir: string; lang: string },
    runner: AxeRunner,
  ): Promise<[string, Report]>;
}
