import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dischargeFrame, TruthColumns } from '../../../src/patient/truth-frames.js';
import type { StreamFrame } from '../../../src/patient/session.js';
import { truthRows } from '../../../src/protocol/stream-rows.js';
import { quantumSamples } from '../../../src/body/physiology/quantum.js';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { bankOf } from '../body/synthesis/dials/measure.js';
import { smallBody } from '../body/synthesis/small-body.js';

// A rate at which blocks of 20 ms (21 samples) and steps of 10 ms (10 samples) fall out of step.
const body = smallBody({ sampleRateHz: 1025, disturbances: { motionUv: 300, motionPerMin: 100 } });
const bank = bankOf(body);
const quantum = quantumSamples(1025);

function frames(lengths: readonly number[]): StreamFrame[] {
  const synthesizer = new Synthesizer(body, { templates: bank });
  const columns = new TruthColumns(quantum);
  return lengths.flatMap((length) => columns.push(synthesizer.next(length).truth) ?? []);
}

/** Columns of frames that follow one another, by their index. */
const told = (list: readonly StreamFrame[]): [number, ...number[]][] =>
  list.flatMap(({ index, channels, length, data }) =>
    Array.from({ length }, (_, k): [number, ...number[]] => [
      index + k * quantum,
      ...Array.from({ length: channels }, (_, r) => data[r * length + k] ?? NaN),
    ]),
  );

it('gives every step once, whatever the block lengths', () => {
  const whole = told(frames([2100]));
  expect(whole.map(([index]) => index)).toEqual(Array.from({ length: 210 }, (_, k) => 10 * k));
  const muscles = body.muscles.map(({ name }) => name);
  expect(whole[0]).toHaveLength(1 + truthRows.names({ excitation: muscles, force: muscles }).length);
  expect(new Set(whole.map((column) => column.at(-1))).size).toBeGreaterThan(1);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }), (lengths) => {
      const parts = told(frames(lengths));
      expect(parts).toEqual(whole.slice(0, parts.length));
      const samples = lengths.reduce((sum, length) => sum + length, 0);
      expect(parts).toHaveLength(Math.floor(samples / quantum));
    }),
    { numRuns: 20 },
  );
});

it('gives discharges at their distance from the frame', () => {
  const synthesizer = new Synthesizer(body, { templates: bank });
  synthesizer.next(700);
  const { truth } = synthesizer.next(500);
  const frame = dischargeFrame(truth);
  expect(frame.index).toBe(700);
  expect(frame.length).toBe(truth.discharges.length / 3);
  expect(frame.data[2 * frame.length]).toBe(truth.discharges[2]);
});
