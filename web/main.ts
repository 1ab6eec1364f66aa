import { createPage } from './data/page.js';
import { webSocketTransport } from './data/transport.js';
import { providePage } from './ui/page-of.js';
import { applyTheme } from './ui/theme.js';
import './views/app.js';

applyTheme();

const stream = new URL('stream', location.href);
stream.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
const page = createPage({ transport: webSocketTransport(stream), api: new URL('api/', location.href) });
const { connection, store } = page;
const app = document.createElement('myo-app');
providePage(app, page);
document.body.prepend(app);
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
