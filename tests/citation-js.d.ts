/** What the tests use of citation-js, which brings no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: { generateGraph?: boolean });
    format(type: 'bibliography', options: { template: string; lang: string }): string;
  }
}
declare module '@citation-js/plugin-csl';
