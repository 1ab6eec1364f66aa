import { createPage } from './data/page.js';
import { webSocketTransport } from './data/transport.js';
import { showPage } from './views/show-page.js';

const stream = new URL('stream', location.href);
stream.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
showPage(createPage({ transport: webSocketTransport(stream), api: new URL('api/', location.href) }));
