import { createPage, type Page } from './data/page.js';
import { ServiceApi } from './data/service-api.js';
import { sessionTransport } from './data/session-transport.js';
import { sayEnded, showPage } from './views/show-page.js';

const api = new ServiceApi(new URL('api/', location.href));
const address = {
  read: () => location.href,
  write: (written: string) => history.replaceState(history.state, '', written),
};
const page: Page = createPage({
  transport: sessionTransport(api, address, {
    wish: async () => (await page.link.wish(location.hash)) ?? {},
    ended: () => sayEnded(page),
  }),
  api,
});
showPage(page);
