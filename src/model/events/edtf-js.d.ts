/** What of edtf.js is used here; the package brings no types. */
declare module 'edtf' {
  interface Extent {
    /** Milliseconds since 1970 of the first and the last instant, in UTC; infinite where it is open. */
    min: number;
    max: number;
  }
  /** Reads a date (EDTF). @throws for what is none */
  export default function edtf(date: string): Extent;
}
