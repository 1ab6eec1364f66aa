/**
 * Pictures of every view, scene, lesson and panel, to be looked at: `npm run screenshots`. Flags: `--out FOLDER`
 * (default `dist/screenshots`), `--only TEXT` for shots whose name contains it, `--screen`, `--scheme` and `--language` to
 * take one only, `--contrast` and `--forced` for who asks for more contrast, or for the colours of the system. Screens other
 * than desk, phone and wall are taken where they are named.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/chromium.js';
import { startService } from '../support/service.js';
import { openShot, pageOn, screens, type Screen } from './open-shot.js';
import { shots } from './shots/index.js';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist/screenshots' },
    only: { type: 'string', default: '' },
    screen: { type: 'string' },
    scheme: { type: 'string' },
    language: { type: 'string', default: 'en' },
    contrast: { type: 'boolean', default: false },
    forced: { type: 'boolean', default: false },
  },
});
const wanted = shots.filter(({ name }) => name.includes(values.only));
if (wanted.length === 0)
  throw new Error(
    `--only ${values.only}: no shot has that in its name. There are ${shots.map(({ name }) => name).join(', ')}.`,
  );
const isScreen = (name: string): name is Screen => Object.hasOwn(screens, name);
const usual: readonly Screen[] = ['desk', 'phone', 'wall'];
const onScreens = values.screen === undefined ? usual : [values.screen].filter(isScreen);
const schemes = (['light', 'dark'] as const).filter((name) => (values.scheme ?? name) === name);
const language = values.language === 'de' ? 'de' : 'en';

const looks = (['contrast', 'forced'] as const).filter((name) => values[name]);

mkdirSync(values.out, { recursive: true });
const service = await startService();
const browser = await launchChromium();
try {
  for (const screen of onScreens)
    for (const scheme of schemes) {
      const page = await pageOn(browser, screen, scheme, values);
      for (const shot of wanted) {
        await openShot(page, service.address, shot, language);
        await page.waitForTimeout(1500);
        const path = join(values.out, [shot.name, screen, scheme, language, ...looks].join('-') + '.png');
        await page.screenshot({ path, fullPage: screens[screen].width < 760 });
        console.log(path);
      }
      await page.context().close();
    }
} finally {
  await browser.close();
  await service.stop();
}
