import { connection, demand, store } from './data/app.js';
import { applyHash } from './data/link.js';
import { applyTheme } from './ui/theme.js';
import './views/app.js';

applyTheme();
connection.open();

// A link's state is applied once, to the first patient this page meets.
const stop = store.on(['serverInfo'], () => {
  stop();
  applyHash(location.hash).catch(() =>
    store.notify({
      kind: 'error',
      text: 'This link could not be applied.',
      hint: 'Its preset may be unknown to this server. The running patient is shown instead.',
    }),
  );
});

// A hidden page costs nothing: no streams are sent to it. What it missed is drawn as a gap.
document.addEventListener('visibilitychange', () => {
  demand.suspend(document.hidden);
  if (!document.hidden) connection.retryNow();
});
window.addEventListener('online', () => connection.retryNow());
