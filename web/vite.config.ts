import { defineConfig } from 'vite';

// Relative base, so that the built page works at any path of any host.
// A build started by a test runner inherits NODE_ENV=test, and would carry Lit's development code.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  base: './',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: true,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/stream': { target: 'ws://127.0.0.1:8080', ws: true }, '/api': 'http://127.0.0.1:8080' },
  },
});
