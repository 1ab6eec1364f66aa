import { describe, expect, it } from 'vitest';
import { decoderFields } from '../../../src/decoder/decoder-fields.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import type { TrainingRecording } from '../../../src/decoder/training/training-windows.js';
import { FilterChain, type ChainSpec } from '../../../src/decoder/filters/filter-chain.js';
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

  describe('that no filter takes away', () => {
    const offsetsMv = [20, -30, 50, 20];
    const specOf = (patch: unknown = {}) =>
      parseFields(decoderFields, { filters: [], smoothing: { majorityVotes: 1 }, ...Object(patch) });
    const still = (patch?: unknown) => Decoder.train(specOf(patch), recordings(), context);
    const shifted = (patch?: unknown) =>
      Decoder.train(
        specOf(patch),
        recordings().map((one) => on(offsetsMv, one)),
        context,
      );

    it('change neither the unit of the features nor the noise of rest', () => {
      const [without, beside] = [still().decoder.toJSON(), shifted().decoder.toJSON()];
      const ratio = (beside.featureOptions.gain ?? 0) / (without.featureOptions.gain ?? 0);
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-3);
      const noise = ({ featureOptions: { restNoise } }: typeof beside) => restNoise as number[];
      noise(beside).forEach((sd, c) => expect(Math.abs(sd / noise(without)[c] - 1)).toBeLessThan(0.01));
    });

    it('cost features no accuracy that do not measure them, and are named', () => {
      for (const features of [
        ['WL', 'SSC', 'WAMP'],
        ['MNF', 'MDF', 'WL'],
        ['TDPSD', 'WL'],
      ]) {
        const { report } = shifted({ features });
        expect(report.accuracy, `${features}`).toBeGreaterThan(still({ features }).report.accuracy - 0.02);
        expect(report.warnings.join()).toMatch(
          /offsets through, on channel 3 \d+ times the signal; a highpass/,
        );
        expect(still({ features }).report.warnings).toEqual([]);
      }
    });

    it('leave amplitudes what they are: quality, speed and two-site control', () => {
      const close = ({ report }: ReturnType<typeof shifted>) =>
        report.quality.find(({ label }) => label === 'hand-close')?.amplitudeOverRest ?? 0;
      const features = ['WL'];
      expect(Math.abs(close(shifted({ features })) / close(still({ features })) - 1)).toBeLessThan(0.02);
      const decided = (control: string, way: typeof shifted, offsets: readonly number[]) => {
        const { decoder } = way({ features, control, direct: { joints: ['elbow', 'hand'] } });
        const copy = Decoder.fromJSON(JSON.parse(JSON.stringify(decoder)));
        return decideRecordings(copy, [on(offsets, recording('elbow-flexion', 9))], 'learned');
      };
      for (const control of ['classification', 'direct', 'regression']) {
        const expected = decided(control, still, [0, 0, 0, 0]);
        // The day after, offsets have wandered.
        for (const offsets of [offsetsMv, [-10, 0, 5, 80]])
          decided(control, shifted, offsets).forEach(({ speed, decided: label }, n) => {
            expect(Math.abs(speed - expected[n].speed), control).toBeLessThan(0.05);
            expect(label).toBe(expected[n].decided);
          });
      }
    });

    it('are told from the level of an envelope, which is what it measures', () => {
      const envelope = (one: TrainingRecording): TrainingRecording => {
        const spec: ChainSpec[] = [{ kind: 'rms-envelope', windowMs: 100 }];
        return { ...one, signal: new FilterChain(spec, 1000, 4).process(one.signal) };
      };
      const { decoder, report } = Decoder.train(
        specOf({ features: ['MAV'] }),
        recordings().map(envelope),
        context,
      );
      expect(decoder.toJSON().amplitudeKinds).toBeUndefined();
      expect(report.warnings).toEqual([]);
      expect(report.quality.find(({ label }) => label === 'hand-open')?.amplitudeOverRest).toBeGreaterThan(5);
    });
  });
});
