/** What of subset-font 2.9 the build uses; the package has no types of its own. */
declare module 'subset-font' {
  interface Options {
    targetFormat: 'sfnt' | 'woff2';
    /** Features of layout to keep; all others go, with the glyphs that only they lead to. */
    keepFeatures: readonly string[];
    /** Entries of the table of names to keep beside the usual ones. */
    preserveNameIds: readonly number[];
    noHinting: boolean;
  }
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: Options,
  ): Promise<Buffer>;
}
