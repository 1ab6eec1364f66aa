import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import manifest from '../package.json' with { type: 'json' };

// A build started by a test runner inherits NODE_ENV=test, and would carry Lit's development code.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

/** The same page with its patient in a Web Worker. */
const playground: Plugin = {
  name: 'playground',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('./main.ts', './playground.ts'),
  },
};

/** Files smaller than this fit into a packet or two as they are, bytes. */
const LEAST_PACKED = 1024;

/** Each file packed beside itself, as the service sends it. */
const packed: Plugin = {
  name: 'packed',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(?:js|css|html|svg|json)$/u.test(file))) {
      const path = join(dir, name);
      const bytes = readFileSync(path);
      if (bytes.length < LEAST_PACKED) continue;
      writeFileSync(`${path}.br`, brotliCompressSync(bytes));
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
};

/**
 * The page that the service serves and, with `--mode playground`, the one that needs no service. The base is relative, so
 * that either works at any path of any host.
 */
export default defineConfig(({ mode }) => ({
  root: new URL('.', import.meta.url).pathname,
  base: './',
  plugins: mode === 'playground' ? [playground, packed] : [packed],
  define: { MYODESIS_VERSION: JSON.stringify(manifest.version) },
  worker: { format: 'es' },
  build: {
    outDir: mode === 'playground' ? '../dist/playground' : '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: true,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/stream': { target: 'ws://127.0.0.1:8080', ws: true }, '/api': 'http://127.0.0.1:8080' },
  },
}));
