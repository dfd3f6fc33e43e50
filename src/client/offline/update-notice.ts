/** Says that the site has a newer form of the page that is shown. */
import { messages } from '../../messages/site.ts';
import { make } from '../dom/elements.ts';
import { offlineStyles } from './styles.ts';

export async function showNews(): Promise<void> {
  await offlineStyles();
  if (document.querySelector('.news')) return;
  const again = make('button', { type: 'button' }, messages.offline.updateNow);
  again.onclick = () => location.reload();
  const close = make('button', { type: 'button' }, messages.offline.later);
  const bar = make('p', { class: 'news', role: 'status' });
  close.onclick = () => bar.remove();
  document.body.append(bar);
  // A live region speaks when something is put into it.
  bar.append(messages.offline.slow, again, close);
}
