import type { Page } from '../data/page.js';
import { phrase } from '../texts/phrase.js';
import { providePage } from '../ui/page-of.js';
import { speakAtFirst } from '../ui/speak.js';
import { applyTheme } from '../ui/theme.js';
import './app.js';
import { endedNotice, putBackNotice } from './link-news.js';

/** Show a page as the document's, and connect it. */
export function showPage(page: Page): void {
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
