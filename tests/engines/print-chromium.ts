import { build, type Rolldown } from 'vite';
import { findChromium, launchChromium } from '../support/chromium.js';
import type * as Fingerprints from './fingerprints.js';

/** Prints the hashes of the Chromium that was found as JSON; nothing where there is none. */
const ADDRESS = 'http://localhost/';

if (findChromium()) {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'tests/engines/fingerprints.ts', formats: ['es'], fileName: 'fingerprints' },
    },
  })) as Rolldown.RolldownOutput[];
  const { code } = built[0].output[0];
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.route(`${ADDRESS}**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>engines</title>' }),
  );
  await page.goto(ADDRESS);
  const hashes = await page.evaluate(async (url) => {
    const { fingerprints } = (await import(url)) as typeof Fingerprints;
    const found: Record<string, string> = {};
    for await (const [name, hash] of fingerprints()) found[name] = hash;
    return found;
  }, `${ADDRESS}fingerprints.js`);
  console.log(JSON.stringify(hashes, null, 2));
  await browser.close();
}
