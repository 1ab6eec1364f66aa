import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TemplateBank } from '../../../../src/body/conductor/template-bank.js';
import { Synthesizer, type SynthesisBlock } from '../../../../src/body/synthesis/synthesizer.js';
import { eachStep, moved, perSample } from '../../../../src/body/synthesis/truth.js';
import { concatBlocks } from '../../../../src/ground/signal/sample-block.js';
import { bankOf } from './dials/measure.js';
import { smallBody } from './small-body.js';

/** Movements of 0.1 s that rise and fall, at a rate whose quantum of 10 ms is no whole number of samples. */
const body = smallBody({
  sampleRateHz: 1025,
  intent: { leadMs: 50, rampMs: 40, holdMs: 30, restMs: 30, movements: ['elbow-flexion', 'elbow-extension'] },
});
const total = 4200;
let bank: TemplateBank;
let whole: SynthesisBlock;

beforeAll(() => {
  bank = bankOf(body);
  whole = new Synthesizer(body, { templates: bank }).next(total);
});

/** What the truth says of each sample: movement, strength, cue, excitation and force. */
function told({ signal, truth }: SynthesisBlock): string[] {
  const { length, steps } = truth;
  const [strength, excitation, force] = [steps.strength, steps.excitation, steps.force].map((values) =>
    perSample(truth, values),
  );
  const rows = excitation.length / length;
  const samples: string[] = [];
  eachStep(truth, (k, from, until) => {
    for (let i = from; i < until; i++) {
      const drive = Array.from({ length: rows }, (_, m) => [
        excitation[m * length + i],
        force[m * length + i],
      ]);
      samples[i] = [steps.movement[k], strength[i], steps.cue[k], ...drive].join();
      const label = signal.labels?.findLast(({ index }) => index <= truth.index + i);
      expect(`${label?.label} ${label?.strength}`).toBe(`${steps.movement[k]} ${steps.strength[k]}`);
    }
  });
  expect(samples).toHaveLength(length);
  return samples;
}

describe('truth', () => {
  it('tells the same story of every sample whatever the block lengths', () => {
    const story = told(whole);
    expect(new Set(story).size).toBeGreaterThan(100);
    const length = fc.oneof(fc.constantFrom(1, 20, 77, 2000), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 60 }), (lengths) => {
        const synthesizer = new Synthesizer(body, { templates: bank });
        const blocks: SynthesisBlock[] = [];
        for (const wanted of [...lengths, total]) {
          const left = total - synthesizer.index;
          if (left > 0) blocks.push(synthesizer.next(Math.min(wanted, left)));
        }
        expect(blocks.flatMap(told)).toEqual(story);
        expect(concatBlocks(blocks.map(({ signal }) => signal))).toEqual(whole.signal);
      }),
      { numRuns: 12 },
    );
  });

  it('gives one step per quantum, at the same indices however a stream is cut', () => {
    const synthesizer = new Synthesizer(body, { templates: bank });
    const seen = new Set<number>();
    for (const length of [1, 77, 20, 1, 500])
      for (const index of synthesizer.next(length).truth.steps.index) seen.add(index);
    const quanta = whole.truth.steps.index;
    expect([...seen]).toEqual([...quanta.subarray(0, seen.size)]);
    expect(quanta.every((index, k) => index === 10 * k)).toBe(true);
  });

  it('moves with the stream', () => {
    const synthesizer = new Synthesizer(body, { templates: bank });
    synthesizer.next(15);
    const block = synthesizer.next(30);
    const later = moved(block, 1000);
    expect([later.signal.index, later.truth.index]).toEqual([1015, 1015]);
    expect([...later.truth.steps.index]).toEqual([1010, 1020, 1030, 1040]);
    expect(later.signal.labels?.[0]?.index).toBe(1010);
    expect(told(later)).toEqual(told(block));
    expect(moved(block, 0)).toEqual(block);
  });
});
