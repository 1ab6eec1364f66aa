// `npm ci` builds everything; this covers an install that skipped scripts.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const built = ['dist/server/main.js', 'dist/web/index.html', 'dist/playground/index.html'];
if (!built.every((file) => existsSync(file))) execSync('npm run build', { stdio: 'inherit' });
