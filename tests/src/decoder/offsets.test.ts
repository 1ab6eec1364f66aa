import { describe, expect, it } from 'vitest';
import { decoderFields } from '../../../src/decoder/decoder-fields.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import type { TrainingRecording } from '../../../src/decoder/training/training-windows.js';
import { parseFields } from '../../../src/ground/signal/parse-fields.js';
import { decideRecordings } from '../../../src/study/decide-recordings.js';
import { patterns, recording, recordings } from '../../support/training-recordings.js';

const context = { sampleRateHz: 1000, channelNames: ['A', 'B', 'C', 'D'] };

/** The recording on electrode offsets, one per channel, in millivolts. */
function on(offsetsMv: readonly number[], one: TrainingRecording): TrainingRecording {
  const data = one.signal.data.map((x, i) => x + 1e-3 * offsetsMv[Math.floor(i / one.signal.length)]);
  return { ...one, signal: { ...one.signal, data } };
}

/** Share of right decisions in the first second of recordings never seen, and after it. */
function accuracies(decoder: Decoder, offsetsMv: readonly number[]): [first: number, later: number] {
  const right: [number[], number[]] = [[], []];
  for (const label of Object.keys(patterns)) {
    const unseen = on(offsetsMv, recording(label, 9, { seconds: 4 }));
    for (const { index, decided } of decideRecordings(decoder, [unseen], 'all'))
      right[index <= 1000 ? 0 : 1].push(decided === label ? 1 : 0);
  }
  const [first, later] = right.map((hits) => hits.reduce((sum, hit) => sum + hit, 0) / hits.length);
  return [first, later];
}

describe('electrode offsets', () => {
  const spec = parseFields(decoderFields, { smoothing: { majorityVotes: 1 } });

  it.each([
    [20, -20, 20, -20],
    [-50, 50, 30, -40],
    [100, -100, 100, 80],
  ])('cost nothing in the first second: %d, %d, %d, %d mV', (...offsetsMv) => {
    const { decoder, report } = Decoder.train(
      spec,
      recordings().map((one) => on(offsetsMv, one)),
      context,
    );
    expect(report.accuracy).toBeGreaterThan(0.97);
    const [first, later] = accuracies(decoder, offsetsMv);
    expect(later).toBeGreaterThan(0.97);
    expect(first).toBeGreaterThan(later - 0.02);
    // Another day, other offsets.
    const other = accuracies(
      decoder,
      offsetsMv.map((mv) => -mv),
    );
    expect(other[0]).toBeGreaterThan(other[1] - 0.02);
  });
});
