import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../src/decoder/decoder.js';
import { evaluate } from '../../../src/study/evaluate.js';
import { evaluateDecoder } from '../../../src/study/evaluate-decoder.js';
import { recordedDecoder } from '../../../src/study/recorded-decoder.js';
import { studyData } from '../../../src/study/study-data.js';
import { libemgIntegers, LIBEMG_HZ, voltsOf } from '../../support/libemg-integers.js';

const { recordings, decisions } = libemgIntegers;
const segmentsIn = (unitVolts: number) =>
  recordings.map(({ label, repetition, channels }) => ({
    label,
    repetition,
    trial: '0',
    signal: voltsOf(channels, unitVolts),
  }));
const segments = segmentsIn(1e-6);
const data = studyData(segments, undefined, { rest: '0' });
const split = { testRepetitions: [3] };
const kinds = ['lda', 'knn', 'gaussian-naive-bayes', 'qda'] as const;

describe('on recordings', () => {
  it.each(['HTD', 'LS4', 'TDAR'])('%s decides and scores as LibEMG with scikit-learn', async (features) => {
    const { cells } = await evaluate(data, { features: [features], classifiers: kinds, split });
    for (const { classifier, metrics, convention } of cells) {
      const { decided, ...expected } = decisions[`${features} ${classifier}`];
      expect(metrics.accuracy).toBeCloseTo(expected.accuracy, 12);
      expect(metrics.activeErrorRate).toBeCloseTo(expected.activeErrorRate, 12);
      expect(metrics.instability).toBeCloseTo(expected.instability, 12);
      expect(metrics.confusion.map((row) => row.reduce((sum, n) => sum + n, 0))).toEqual([9, 9, 9, 9]);
      const columns = metrics.classes.map((label) => decided.split(label).length - 1);
      expect(metrics.classes.map((_, k) => metrics.confusion.reduce((sum, row) => sum + row[k], 0))).toEqual(
        columns,
      );
      expect(convention).toBe('ZC, SSC and WAMP as LibEMG 2.0.0 counts them; features raw');
    }
  });

  it('does so in whatever unit the file is', async () => {
    const options = { features: ['LS4'], classifiers: ['lda' as const], split };
    const [microvolts] = (await evaluate(data, options)).cells;
    const inMillivolts = studyData(segmentsIn(1e-3), undefined, { rest: '0', unitVolts: 1e-3 });
    const [millivolts] = (await evaluate(inMillivolts, options)).cells;
    expect(millivolts?.metrics).toEqual(microvolts?.metrics);
    // Taken for µV, every step would be above the threshold.
    expect((await evaluate({ ...inMillivolts, unitVolts: 1 }, options)).cells[0]?.metrics).not.toEqual(
      microvolts?.metrics,
    );
  });

  it('says which classifiers are not trained as there', async () => {
    const { cells } = await evaluate(data, {
      features: ['HTD'],
      classifiers: ['lda', 'random-forest'],
      split,
    });
    const told = cells.map(({ warnings }) => warnings.some((text) => text.includes('trained otherwise')));
    expect(told).toEqual([false, true]);
  });

  it('has no active error where it is not known which class is rest', async () => {
    const options = { features: ['HTD'], split };
    const [named] = (await evaluate(data, options)).cells;
    const [nameless] = (await evaluate(studyData(segments), options)).cells;
    expect(nameless?.metrics.accuracy).toBe(named?.metrics.accuracy);
    expect(nameless?.metrics.activeErrorRate).toBeNaN();
    expect(named?.metrics.activeErrorRate).not.toBeNaN();
  });

  it('trains a decoder that decides the same', () => {
    const training = segments.filter(({ repetition }) => repetition < 3);
    const tested = studyData(
      segments.filter(({ repetition }) => repetition === 3),
      undefined,
      { rest: '0' },
    );
    for (const classifier of kinds) {
      const context = { sampleRateHz: LIBEMG_HZ, channelNames: tested.channelNames };
      const { decoder } = Decoder.train({ ...recordedDecoder, classifier }, training, context);
      for (const one of [decoder, Decoder.fromJSON(JSON.parse(JSON.stringify(decoder)))]) {
        const { metrics } = evaluateDecoder(one, tested, 'own');
        const { accuracy, activeErrorRate } = decisions[`HTD ${classifier}`];
        expect(metrics.accuracy).toBeCloseTo(accuracy, 12);
        expect(metrics.activeErrorRate).toBeCloseTo(activeErrorRate, 12);
      }
    }
  });

  it('can count above rest or above an amplitude, and standardise, and says so', async () => {
    const other = async (decoder: Partial<typeof recordedDecoder>) =>
      (await evaluate(data, { decoder, features: ['HTD'], classifiers: ['knn'], split })).cells[0];
    expect(
      (await other({ thresholds: 'rest', thresholdRestMultiple: 1, standardize: true }))?.convention,
    ).toMatch(/above 1 × the noise of rest.*standardised/);
    expect((await other({ thresholds: 'fixed', thresholdUv: 2 }))?.convention).toMatch(
      /above 2 µV; features raw/,
    );
    const confusion = async (decoder: Partial<typeof recordedDecoder>) =>
      (await other(decoder))?.metrics.confusion;
    const libemg = await confusion({});
    for (const decoder of [
      { standardize: true },
      { thresholds: 'rest' as const, thresholdRestMultiple: 1 },
      { thresholds: 'fixed' as const, thresholdUv: 2 },
    ])
      expect(await confusion(decoder)).not.toEqual(libemg);
  });
});
