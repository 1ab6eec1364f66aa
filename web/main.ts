import { createPage } from './data/page.js';
import { ServiceApi } from './data/service-api.js';
import { sessionTransport } from './data/session-transport.js';
import { showPage } from './views/show-page.js';

const api = new ServiceApi(new URL('api/', location.href));
const address = {
  read: () => location.href,
  write: (written: string) => history.replaceState(null, '', written),
};
showPage(createPage({ transport: sessionTransport(api, address), api }));
