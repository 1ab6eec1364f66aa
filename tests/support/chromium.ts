import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium on this machine (`CHROMIUM_PATH` first), or undefined. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return (named ? [named] : usualPlaces).find((path) => existsSync(path));
}

/** Fewer frames a second than sixty: without a GPU, drawing them takes most of what the tests take. */
function drawEvery(frameMs: number): void {
  globalThis.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), frameMs);
  globalThis.cancelAnimationFrame = (frame) => window.clearTimeout(frame);
}

/** Twenty-five a second: clicks wait for two of them. */
const FRAME_MS = 40;

/**
 * Start the Chromium that was found, without network services of its own.
 * @param options how far its pages' frames are apart, in milliseconds
 */
export async function launchChromium({ frameMs = FRAME_MS } = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: install one or set CHROMIUM_PATH');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  browser.on('context', (context) => void context.addInitScript(drawEvery, frameMs));
  return browser;
}
