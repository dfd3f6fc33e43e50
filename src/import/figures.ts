/**
 * Captions of figures (圖 1, 图 2-1). Extracted text has no pictures: of a
 * figure its caption is left, and the line that names its source.
 */

const CAPTION = /^[图圖]\s*(\d+)(?:\s*-\s*(\d+))?\s+(?=\S)/u;
const SOURCE = /^(?:圖片|图片|資料|资料)?[來来]源\s*[：:]/u;

/** The number of the figure (1, 2-1) whose caption a paragraph is; one that ends like a sentence or a clause is none. */
export function figureNumber(text: string): string | undefined {
  const match = CAPTION.exec(text);
  if (!match || /[。；，：;,:]$/u.test(text)) return undefined;
  return match[2] === undefined ? match[1] : `${match[1]}-${match[2]}`;
}

/** Whether a paragraph right under a caption says where the figure comes from. */
export const isFigureSource = (text: string): boolean => SOURCE.test(text);
