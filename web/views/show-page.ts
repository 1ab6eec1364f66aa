import type { Page } from '../data/page.js';
import { presenterIn } from '../data/presenter/presenter-address.js';
import { phrase } from '../texts/phrase.js';
import { providePage } from '../ui/page-of.js';
import { speakAtFirst } from '../ui/speak.js';
import { applyTheme } from '../ui/theme.js';
import './app.js';
import { endedNotice, putBackNotice } from './link-news.js';

/** Show a page as the document's, and connect it; in a presenter's window show that, which needs no patient of its own. */
export function showPage(page: Page): void {
  const meeting = presenterIn(location.href);
  if (meeting !== undefined) {
    void import('./presenter/show-presenter.js').then(({ showPresenter }) => showPresenter(meeting));
    return;
  }
  const { connection, store, putBack } = page;
  applyTheme();
  store.translate = phrase;
  const app = document.createElement('myo-app');
  providePage(app, page);
  void speakAtFirst().then(() => document.body.prepend(app));
  putBack.told = (outcome) => store.notify(putBackNotice(outcome));
  connection.open();

  // A hidden page costs nothing: no streams are sent to it. What it missed is drawn as a gap.
  document.addEventListener('visibilitychange', () => {
    page.demand.suspend(document.hidden);
    if (!document.hidden) connection.retryNow();
  });
  window.addEventListener('online', () => connection.retryNow());
}

/** Say that the session of the address had ended, and that this is another one. */
export function sayEnded(page: Page): void {
  page.store.notify(endedNotice());
}
