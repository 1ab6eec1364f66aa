import { describe, expect, it } from 'vitest';
import { ClockWatch } from '../../../../server/inlets/timing/clock-watch.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';

const RATE = 1000;
const CHUNK = 10;

/** Chunks that come when they are sampled, each up to `jitterS` late; some never come, some come late. */
function watched({
  rate = RATE,
  jitterS = 0.002,
  lost = () => false,
  lateS = () => 0,
  chunks = 1500,
}: {
  rate?: number;
  jitterS?: number;
  lost?: (chunk: number) => boolean;
  lateS?: (chunk: number) => number;
  chunks?: number;
}): number[] {
  const random = new RandomStream(5, 'arrivals');
  const watch = new ClockWatch(RATE, 0.005);
  const missing: number[] = [];
  let atS = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    if (lost(chunk)) continue;
    atS = Math.max(atS, ((chunk + 1) * CHUNK) / rate + jitterS * random.uniform() + lateS(chunk));
    watch.push(atS, CHUNK);
    const verdict = watch.verdict(atS);
    if (verdict && verdict.missing > 0) missing.push(verdict.missing);
  }
  return missing;
}

describe('a clock tells missing samples', () => {
  it('from none, whatever the jitter', () => {
    expect(watched({})).toEqual([]);
    expect(watched({ jitterS: 0.03 })).toEqual([]);
  });

  it('from late ones: a stall after which everything comes', () => {
    expect(watched({ lateS: (chunk) => (chunk > 700 && chunk < 780 ? 7.8 - chunk / 100 : 0) })).toEqual([]);
  });

  it('to within the jitter where some never come', () => {
    const [missing = NaN, ...more] = watched({ lost: (chunk) => chunk >= 700 && chunk < 800 });
    expect(more).toEqual([]);
    expect(Math.abs(missing - 1000)).toBeLessThanOrEqual(3);
  });

  it('from a single datagram that was lost, where arrivals are even', () => {
    const [missing = NaN, ...more] = watched({ lost: (chunk) => chunk === 700, jitterS: 0.0005 });
    expect(more).toEqual([]);
    expect(Math.abs(missing - CHUNK)).toBeLessThanOrEqual(2);
  });

  it('from a rate that is a little wrong, which is no gap', () => {
    expect(watched({ rate: 990 })).toEqual([]);
    expect(watched({ rate: 1010 })).toEqual([]);
  });
});

it('goes on anew after a clock that went back', () => {
  const watch = new ClockWatch(RATE, 0.005);
  for (let chunk = 0; chunk < 300; chunk++) watch.push(chunk / 100, CHUNK);
  for (let chunk = 0; chunk < 300; chunk++) {
    watch.push(chunk / 100, CHUNK);
    expect(watch.suspicious).toBe(false);
  }
});
