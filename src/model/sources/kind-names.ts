/** What a reader is told a kind of source is, on pages and in the book. */
import type { Kind } from './source.ts';

export const KIND: Record<Kind, string> = {
  book: '專書與專書論文',
  journal: '期刊論文',
  conference: '會議論文與座談',
  report: '研究報告',
  government: '政府文件',
  reference: '工具書',
  magazine: '雜誌',
  newspaper: '報紙',
  wire: '通訊社電訊',
  website: '網站',
};
