/** The frame of a page for programs that bring no theme: what a browser shows by itself. */

/** @param title and @param content as the program's template language has them */
export const plainPage = (title: string, content: string): string =>
  `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title></head><body><main><h1>${title}</h1>
${content}
</main></body></html>
`;
