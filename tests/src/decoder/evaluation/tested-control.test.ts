import { describe, expect, it } from 'vitest';
import { jointTruth } from '../../../../src/decoder/control/joint-truth.js';
import { Decoder } from '../../../../src/decoder/decoder.js';
import { decoderFields } from '../../../../src/decoder/decoder-fields.js';
import { commonVocabulary } from '../../../../src/ground/movement/vocabulary.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';
import { decideRecordings } from '../../../../src/study/decide-recordings.js';
import { evaluate } from '../../../../src/study/evaluate.js';
import { studyData } from '../../../../src/study/study-data.js';
import { recordings } from '../../../support/training-recordings.js';

const context = { sampleRateHz: 1000, channelNames: ['a', 'b', 'c', 'd'] };
// Features without thresholds: nothing of the repetitions left out takes part in them.
const base = { filters: [], features: ['MAV', 'WL'], trimStartMs: 0 };
const data = recordings(3);

describe.each(['regression', 'direct'] as const)('control by %s', (control) => {
  const spec = parseFields(
    decoderFields,
    { ...base, control, direct: { joints: ['hand', 'elbow'] } },
    'decoder',
  );
  const { report } = Decoder.train(spec, data, context);

  it('is measured as decoders that saw no repetition but the others decide', () => {
    const expected = [0, 1, 2].flatMap((left) => {
      const { decoder } = Decoder.train(
        spec,
        data.filter(({ repetition }) => repetition !== left),
        context,
      );
      const own = data.filter(({ repetition }) => repetition === left);
      return own.flatMap(({ label, signal }) =>
        decideRecordings(decoder, [{ label, signal }], 'all').map(({ decided }) => [label, decided]),
      );
    });
    const right = expected.filter(([label, decided]) => label === decided).length;
    expect(report.accuracy).toBeCloseTo(right / expected.length, 12);
    report.classes.forEach((truth, k) =>
      report.classes.forEach((decided, j) =>
        expect(report.confusion[k]?.[j], `${truth} as ${decided}`).toBe(
          expected.filter(([a, b]) => a === truth && b === decided).length,
        ),
      ),
    );
  });

  it('is what an evaluation measures too, under its own name', async () => {
    const segments = data.map((one) => ({ ...one, trial: '0' }));
    const { cells } = await evaluate(studyData(segments), { decoder: spec });
    expect(cells).toHaveLength(1);
    const [cell] = cells;
    expect(cell?.metrics.accuracy).toBeCloseTo(report.accuracy, 12);
    expect(cell?.classifier).toBe(report.measured);
    expect(cell?.classifier).not.toContain('lda');
  });

  it('takes no classifiers to compare', async () => {
    const segments = data.map((one) => ({ ...one, trial: '0' }));
    await expect(evaluate(studyData(segments), { decoder: spec, classifiers: ['lda'] })).rejects.toThrow(
      `decoder.control is ${control}: no classifier decides`,
    );
  });
});

describe('control by regression', () => {
  it('has R², RMSE, NRMSE and MAE of each joint that moved', () => {
    const spec = parseFields(decoderFields, { ...base, control: 'regression' }, 'decoder');
    const { joints, measured } = Decoder.train(spec, data, context).report;
    expect(measured).toBe('regression by ridge');
    expect(joints.map(({ joint }) => joint)).toEqual(['hand', 'elbow']);
    for (const { r2, rmse, nrmse, mae } of joints) {
      expect(r2).toBeGreaterThan(0.5);
      expect(r2).toBeLessThan(1);
      expect(mae).toBeLessThanOrEqual(rmse);
      // The truth goes from full speed one way to full speed the other.
      expect(nrmse).toBeCloseTo(rmse / 2, 2);
    }
  });
});

describe('the truth of a control of joints', () => {
  it('names joints without grips, and says so', () => {
    const truth = jointTruth(
      { control: 'regression', direct: parseFields(decoderFields, {}, 'decoder').direct },
      ['rest', 'fine-pinch', 'key-grip', 'hand-open'],
      commonVocabulary,
    );
    expect(truth?.of('fine-pinch')).toBe('hand-close');
    expect(truth?.of('rest')).toBe('rest');
    expect(truth?.of('hand-open')).toBe('hand-open');
    expect(truth?.notes).toEqual([
      'Control by regression moves joints and knows no grips: fine-pinch, key-grip count as hand-close.',
    ]);
  });

  it('is that of the labels where control is by classes', () => {
    const { direct: two } = parseFields(decoderFields, {}, 'decoder');
    expect(jointTruth({ control: 'classification', direct: two }, ['x'], commonVocabulary)).toBeUndefined();
  });
});
