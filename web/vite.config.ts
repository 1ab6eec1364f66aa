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

/**
 * The page that the service serves and, with `--mode playground`, the one that needs no service. The base is relative, so
 * that either works at any path of any host.
 */
export default defineConfig(({ mode }) => ({
  root: new URL('.', import.meta.url).pathname,
  base: './',
  plugins: mode === 'playground' ? [playground] : [],
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
