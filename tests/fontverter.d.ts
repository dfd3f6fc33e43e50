/** What of fontverter the tests use; the package has no types of its own. */
declare module 'fontverter' {
  export function convert(font: Uint8Array, to: 'sfnt' | 'woff2'): Promise<Buffer>;
}
