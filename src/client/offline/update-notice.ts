/** Says that the site has a newer form of the page that is shown. */
import { make } from '../dom/elements.ts';
import { offlineStyles } from './styles.ts';

export async function showNews(): Promise<void> {
  await offlineStyles();
  if (document.querySelector('.news')) return;
  const again = make('button', { type: 'button' }, '立即更新');
  again.onclick = () => location.reload();
  const close = make('button', { type: 'button' }, '稍後');
  const bar = make('p', { class: 'news', role: 'status' });
  close.onclick = () => bar.remove();
  document.body.append(bar);
  // A live region speaks when something is put into it.
  bar.append('網路很慢，先顯示存在這台裝置上的版本。新版已下載，下次開啟自動更新。', again, close);
}
