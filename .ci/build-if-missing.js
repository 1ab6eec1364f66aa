// `npm ci` builds everything; this covers an install that skipped scripts.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('dist/server/main.js') || !existsSync('dist/web/index.html'))
  execSync('npm run build', { stdio: 'inherit' });
