import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findChromium } from './chromium.js';

const root = resolve(import.meta.dirname, '../..');

/** Newest change below a folder, milliseconds since the epoch. */
function newest(folder: string): number {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

function builtAt(file: string): number {
  const path = join(root, file);
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** Worker threads, the command and the page are tested as built: build what is older than its sources. */
export default function setup(): void {
  const run = (script: string): void => {
    execFileSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  };
  const source = newest('src');
  if (Math.max(source, newest('server')) > builtAt('dist/.tsbuildinfo')) run('build:server');
  const page = Math.max(source, newest('web'));
  if (page > builtAt('dist/web/index.html')) run('build:web');
  if (page > builtAt('dist/playground/index.html')) run('build:playground');
  if (!findChromium())
    console.warn(
      '\n*** NO CHROMIUM FOUND: the browser tests do not run. Install Chromium or set CHROMIUM_PATH. ***\n',
    );
}
