/** Text in HTML that no template escapes. */
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it is written in HTML, in elements and in attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? sign);
