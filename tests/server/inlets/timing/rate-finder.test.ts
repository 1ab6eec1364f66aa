import { expect, it } from 'vitest';
import type { Arrival } from '../../../../server/inlets/arrival.js';
import { RateFinder } from '../../../../server/inlets/timing/rate-finder.js';
import { StampUnit } from '../../../../server/inlets/timing/stamp-unit.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';

const random = new RandomStream(8, 'rates');

/** Four seconds and a half of chunks, up to 15 ms late; the stamps as the sender counts them. */
function arrivals(rate: number, chunk: number, perSecond?: number): Arrival[] {
  return Array.from({ length: Math.ceil((4.5 * rate) / chunk) }, (_, n) => {
    const stamps =
      perSecond &&
      Float64Array.from(
        { length: chunk },
        (_, k) => 1.7e9 * perSecond + ((n * chunk + k) / rate) * perSecond,
      );
    return {
      atMs: (1000 * (n + 1) * chunk) / rate + 15 * random.uniform(),
      names: ['CH1'],
      rows: chunk,
      values: new Float64Array(chunk),
      ...(stamps && { stamps }),
    };
  });
}

function found(all: readonly Arrival[], told: string[] = []): number | undefined {
  const unit = new StampUnit((text) => told.push(text));
  const finder = new RateFinder(unit);
  for (const arrival of all) {
    unit.push(arrival);
    finder.push(arrival);
    if (finder.found) return finder.found.sampleRateHz;
  }
  return undefined;
}

it.each([200, 250, 256, 500, 512, 1000, 1024, 2000, 2048])('measures %i Hz from how it comes in', (rate) => {
  expect(found(arrivals(rate, 10))).toBe(rate);
});

it('measures a rate that no device is sold with as it is', () => {
  expect(found(arrivals(873, 9))).toBeCloseTo(873, -1);
});

it.each([
  [1, undefined],
  [1000, 'ms'],
  [1e6, 'µs'],
])('measures by stamps in any unit (%i per second)', (perSecond, name) => {
  const told: string[] = [];
  expect(found(arrivals(1925.93, 27, perSecond), told)).toBeCloseTo(1925.93, 1);
  expect(told.join()).toEqual(name === undefined ? '' : expect.stringContaining(name));
});

it('begins anew after a silence, which would make the rate too low', () => {
  const all = arrivals(1000, 10);
  const late = all.map((arrival, n) => (n < 100 ? arrival : { ...arrival, atMs: arrival.atMs + 700 }));
  expect(found(late)).toBeUndefined();
  const more = all.map((arrival) => ({ ...arrival, atMs: arrival.atMs + 5200 }));
  expect(found([...late, ...more])).toBe(1000);
});
