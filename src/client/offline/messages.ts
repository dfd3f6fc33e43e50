/** What a reader is told of what is kept. */
import type { Status, Trouble } from '../../worker/protocol.ts';

/** Bytes as people count them. */
export const amount = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

const WHY: Record<Trouble['reason'], string> = {
  network: '連線中斷，沒有存完。再按一次，從中斷處繼續',
  missing: '伺服器上缺少一個檔案，沒有存完',
  changed: '伺服器上的檔案與版本清單不符（網站可能正在更新），沒有存完。請稍後再試',
  quota: '這台裝置空間不足，沒有存完。請騰出空間再試',
  cancelled: '已取消',
  unknown: '發生未預期的錯誤，沒有存完',
};

/** What went wrong, and that what was kept before is as it was. */
export function troubleOf({ reason, path }: Trouble, whole: boolean): string {
  const file = path !== undefined && reason !== 'network' ? `（${path}）` : '';
  const kept = whole ? '先前存下的版本沒有變動。' : '已存下的頁面沒有變動。';
  return `${WHY[reason]}${file}。${kept}`;
}

const dayOf = (time: number): string =>
  new Intl.DateTimeFormat('zh-Hant-TW', { dateStyle: 'long' }).format(time);

/** How things stand, in a sentence or two. */
export function standing(status: Status): string {
  const { whole, bytes, pages, since, edition, behind } = status;
  const size = amount(bytes);
  if (!whole) {
    const read = pages.filter((page) => page !== 'offline/').length;
    const visited = read > 0 ? `；讀過的${read}頁已存下，連同程式與樣式共 ${size}` : '';
    return `全章尚未存到這台裝置${visited}。`;
  }
  const news = behind ? '網站另有新版，下載後自動更新。' : '網站有新版時自動更新。';
  return `全章已存在這台裝置：${size}，${dayOf(since)}存下，版本 ${edition}。離線時可以閱讀、搜尋。${news}`;
}
