/** What the tests use of citeproc-js, which brings no types. */
declare module 'citeproc' {
  interface System {
    retrieveLocale: (lang: string) => string;
    retrieveItem: (id: string) => unknown;
  }
  class Engine {
    constructor(system: System, style: unknown, lang: string, force: boolean);
    setOutputFormat(format: 'html'): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [unknown, string[]];
    /** Renders a citation after others; each that changed with its place and its HTML. */
    processCitationCluster(
      citation: { citationItems: { id: string }[]; properties: { noteIndex: number } },
      before: [],
      after: [],
    ): [unknown, [number, string, string][]];
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
