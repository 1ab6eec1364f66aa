import type { Page } from '../data/page.js';
import { providePage } from '../ui/page-of.js';
import { speakAtFirst } from '../ui/speak.js';
import { applyTheme } from '../ui/theme.js';
import './app.js';

/** Show a page as the document's, and connect it. */
export function showPage(page: Page): void {
  const { connection, store } = page;
  applyTheme();
  const app = document.createElement('myo-app');
  providePage(app, page);
  void speakAtFirst().then(() => document.body.prepend(app));
  connection.open();

  // A link's state is applied once, to the first patient this page meets.
  const stop = store.on(['serverInfo'], () => {
    stop();
    page.link.apply(location.hash).catch(() =>
      store.notify({
        kind: 'error',
        text: 'This link could not be applied.',
        hint: 'Its preset may be unknown to this server. The running patient is shown instead.',
      }),
    );
  });

  // A hidden page costs nothing: no streams are sent to it. What it missed is drawn as a gap.
  document.addEventListener('visibilitychange', () => {
    page.demand.suspend(document.hidden);
    if (!document.hidden) connection.retryNow();
  });
  window.addEventListener('online', () => connection.retryNow());
}
