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
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
