import { createPage, type Page } from './data/page.js';
import { portTransport } from './data/transport.js';
import { showPage } from './views/show-page.js';
import { patientHere } from './worker/patient-here.js';

const wish = async (): Promise<unknown> => {
  const wanted = await page.link.wish(location.hash);
  return wanted && 'scenario' in wanted ? wanted.scenario : wanted;
};
const page: Page = createPage({ transport: portTransport(patientHere(wish)) });
showPage(page);
