import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './support/slowest-first.js';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Modules are loaded once per process, not once per file: half the CPU time. No test leaves anything behind.
    isolate: false,
    sequence: { sequencer: SlowestFirst },
    // Of two cores the default would use one.
    maxWorkers: '100%',
  },
});
