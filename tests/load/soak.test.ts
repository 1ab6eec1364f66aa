import { describe, expect, it, onTestFinished } from 'vitest';
import type { Frame } from '../../src/protocol/frame.js';
import { smallService } from '../faults/small-service.js';
import { StreamClient } from '../server/stream-client.js';
import { residentMb } from './process-books.js';

/** Longer: `SOAK_SECONDS=600 SOAK_VIRTUAL_SECONDS=3600`. */
const real = Number(process.env.SOAK_SECONDS ?? 4);
const virtual = Number(process.env.SOAK_VIRTUAL_SECONDS ?? 60);

/**
 * What is flat: the median of the resident memory in the last quarter is at most this many MB above that in the second,
 * after a first quarter to warm up in. Garbage is collected in steps of some 10 MB; a leak of a number per sample would
 * be 16 MB a ten minutes at 2 kHz, one of a frame per block far more. A short run is still warming up.
 */
const mostGrowthMb = (seconds: number): number => (seconds < 300 ? 100 : 24);
const SAMPLES = 40;

/** Growth from the second quarter to the last of values taken at even times. */
function growth(values: readonly number[]): number {
  const median = (from: number, to: number): number =>
    values.slice(from * values.length, to * values.length).sort((a, b) => a - b)[
      Math.floor(values.length / 8)
    ] ?? NaN;
  return median(0.75, 1) - median(0.25, 0.5);
}

/** Looks at each frame and lets go of it: what was out of order, and what was no number. */
function watched(client: StreamClient): {
  frames: number;
  jumps: number;
  noNumbers: number;
  samples: number;
} {
  const seen = { frames: 0, jumps: 0, noNumbers: 0, samples: 0 };
  const next = new Map<string, number>();
  const look = ({ stream, index, length, data }: Frame): void => {
    seen.frames++;
    if (stream === 'raw') {
      if ((next.get(stream) ?? index) !== index) seen.jumps++;
      next.set(stream, index + length);
      seen.samples += length;
    }
    if (!data.every(Number.isFinite)) seen.noNumbers++;
  };
  client.socket.on('message', () => {
    for (const frame of client.frames.splice(0)) look(frame);
  });
  return seen;
}

describe.runIf(process.platform === 'linux')('a service that runs long', () => {
  it(
    'in virtual time makes every sample that is due, no other and none that is no number, in flat memory',
    { timeout: 60_000 + 1000 * virtual },
    async () => {
      const service = await smallService();
      const id = await service.newSession({ clock: 'stepped' });
      const client = await StreamClient.connect(service.port, { session: id });
      onTestFinished(() => client.close());
      await client.message('status', ({ phase }) => phase === 'running');
      await client.ask({ op: 'subscribe', streams: ['raw', 'filtered', 'decisions'] });
      const seen = watched(client);
      const step = service.rate / 50;
      const blocks = Math.ceil((virtual * service.rate) / step / SAMPLES / 50) * 50;
      const residents: number[] = [];
      for (let n = 0; n < SAMPLES; n++) {
        for (let made = 0; made < blocks; made += 50)
          expect(await client.ask({ op: 'step', blocks: 50 })).toMatchObject({ op: 'ok' });
        client.messages.splice(0);
        residents.push(await residentMb(service.process.pid ?? 0));
      }
      console.log(JSON.stringify({ virtual, ...seen, residents }));
      expect(seen).toMatchObject({ jumps: 0, noNumbers: 0, samples: SAMPLES * blocks * step });
      expect(growth(residents)).toBeLessThan(mostGrowthMb(virtual));
    },
  );

  it(
    'in real time serves some clients, one of whom never reads, in flat memory',
    { timeout: 60_000 + 2000 * real },
    async () => {
      const service = await smallService();
      const clients = [await service.watch(), await service.watch(), await service.watch()];
      const silent = await service.watch();
      silent.socket.pause();
      const seen = clients.map(watched);
      const residents: number[] = [];
      for (let n = 0; n < SAMPLES; n++) {
        await new Promise((resolve) => setTimeout(resolve, (1000 * real) / SAMPLES));
        residents.push(await residentMb(service.process.pid ?? 0));
      }
      const messages = clients.flatMap((client) => client.messages);
      const gaps = messages.filter(({ op }) => op === 'gap').length;
      const clock = clients[0]?.messages.findLast((message) => message.op === 'statistics')?.statistics.clock;
      console.log(JSON.stringify({ real, seen, gaps, clock, residents }));
      expect(messages.filter(({ op }) => op === 'lost')).toEqual([]);
      for (const { jumps, noNumbers, frames } of seen) {
        expect(frames).toBeGreaterThan(0);
        expect(noNumbers).toBe(0);
        expect(jumps).toBeLessThanOrEqual(gaps);
      }
      // What a machine that was too slow for a while skipped makes the measurement begin anew.
      expect(Math.abs(clock?.skewPpm ?? 0)).toBeLessThan(20);
      expect(growth(residents)).toBeLessThan(mostGrowthMb(real));
    },
  );
});
