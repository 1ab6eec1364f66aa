import { describe, expect, it } from 'vitest';
import { load } from './load.js';

/** Longer, or with more clients: `LOAD_CLIENTS=500 LOAD_SECONDS=60`. */
const number = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const clients = number('LOAD_CLIENTS', 50);
const paused = number('LOAD_PAUSED', 5);
const seconds = number('LOAD_SECONDS', 3);
const patience = 1000 * (60 + 2 * seconds + clients);

describe.runIf(process.platform === 'linux')('a service with 16 channels at 2 kHz', () => {
  it(
    'loses nothing of what its clients read, and nobody who does not read holds up the others',
    { timeout: patience },
    async () => {
      const report = await load({ clients, paused, seconds });
      console.log(JSON.stringify(report));
      expect(report.frames).toBeGreaterThan(0);
      expect([report.missing, report.lost, report.closed]).toEqual([0, 0, 0]);
      // What waits for one who does not read is bounded, at 2.5 MB each and what their sockets hold.
      expect(report.residentMb[1] - report.residentMb[0]).toBeLessThan(100 + 5 * paused);
    },
  );
});
