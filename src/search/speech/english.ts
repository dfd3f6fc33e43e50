/** English as it is said, of notes above all: abbreviations in full, as a voice would stop at their points. */

const RULES: readonly (readonly [RegExp, string])[] = [
  [/\b(ibid)\b[. ]*\.?/giu, '$1 '],
  [/\b(op|loc)\.?\s*cit\b\.?/giu, '$1 cit'],
  [/\bet al\b\.?/giu, 'and others'],
  [/\bcf\.\s*/giu, 'compare '],
  [/\bpp\.?\s*(?=\d)/giu, 'pages '],
  [/\bp\.?\s*(?=\d)/giu, 'page '],
  [/\bvol\.?\s*(?=\d)/giu, 'volume '],
  [/\bno\.?\s*(?=\d)/giu, 'number '],
  [/\beds\./giu, 'editors'],
  [/\bed\./giu, 'editor'],
  [/(\d)\s*[-‐–—~～]\s*(?=\d)/gu, '$1 to '],
  [/[“”"«»*]/gu, ''],
  [/[()[\]（）〔〕<>]|\s[-–—]+\s|—+/gu, ', '],
  [/\s+/gu, ' '],
  [/ (?=[,.;:!?])/gu, ''],
  [/[,;:]+(?=[,.;:!?])/gu, ''],
  [/^[,.;:\s]+|[,;:\s]+$/gu, ''],
];

/** A stretch of English as it is said; empty where nothing of it makes a sound. */
export function spokenEnglish(text: string): string {
  const said = RULES.reduce((so, [pattern, by]) => so.replace(pattern, by), text);
  return /[\p{L}\p{N}]/u.test(said) ? said : '';
}
