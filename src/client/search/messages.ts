/** What the search says to a reader, in Traditional Chinese. */

import type { Found, None } from '../../search/engine.ts';
import type { Reason } from '../../search/failure.ts';

type Counted = Pick<Found, 'total' | 'text' | 'notes' | 'unmarked'>;

export const FAILED: Record<Reason, string> = {
  'index-missing': '無法載入搜尋索引，這次沒有搜尋成功。',
  garbled: '搜尋索引已損壞或版本不符，這次沒有搜尋成功。',
  timeout: '等了八秒沒有回應，這次沒有搜尋成功。',
  offline: '目前沒有網路，無法載入搜尋索引。',
};

/** How many were found, and how they divide. */
export function countOf({ total, text, notes, unmarked }: Counted): string {
  const how = unmarked ? '（忽略標點）' : '';
  if (text > 0 && notes > 0) return `共 ${total} 筆${how}：正文 ${text}，註釋 ${notes}`;
  return `共 ${total} 筆${how}`;
}

/** Why nothing was found, and what to try. */
export function noneOf({ why, terms }: Pick<None, 'why' | 'terms'>, query: string): string[] {
  if (why === 'empty') return ['請輸入要找的字；只有標點無法搜尋。'];
  if (why === 'too-long') return ['輸入的文字太長，請縮短到一段以內。'];
  if (why === 'filtered') return ['有符合的結果，但不在所選的條件之內。'];
  const some = terms.length > 1 ? terms.filter((t) => t.total > 0) : [];
  const none = terms.filter((t) => t.total === 0);
  const shown = query.length > 40 ? `${query.slice(0, 40)}…` : query;
  return [
    `全章與註釋中都沒有「${shown}」。`,
    some.length > 0
      ? `${some.map((t) => `「${t.text}」有 ${t.total} 筆`).join('，')}${none.length > 0 ? `；${none.map((t) => `「${t.text}」`).join('、')}沒有` : '，但不在同一處'}。`
      : '可以少打幾個字、換個寫法，或只輸入專有名詞。',
  ];
}
