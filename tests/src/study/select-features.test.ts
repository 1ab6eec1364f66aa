import { describe, expect, it } from 'vitest';
import { GaussianNaiveBayes } from '../../../src/decoder/classifiers/gaussian-naive-bayes.js';
import { RandomStream } from '../../../src/ground/signal/random.js';
import { evaluate } from '../../../src/study/evaluate.js';
import { evaluateCohort } from '../../../src/study/evaluate-cohort.js';
import { matrixReport } from '../../../src/study/report/matrix-report.js';
import { chosenOverPeople } from '../../../src/study/report/selection-text.js';
import { selectFeatures, type SelectionTask } from '../../../src/study/select-features.js';
import { dataOfScenario } from '../../../src/study/study-data.js';
import { smallScenario } from '../../support/small-scenario.js';

/** Two channels × four features: noise, one that tells a from the rest, one that tells b from c, one that is dead. */
function task(patch: Partial<SelectionTask> = {}): SelectionTask {
  const random = new RandomStream(3, 'tests/select-features');
  const segments = Array.from({ length: 240 }, (_, row) => ({
    label: ['a', 'b', 'c'][row % 3] ?? '',
    trial: '',
    repetition: Math.floor(row / 60),
  }));
  const x = segments.map(({ label }) => {
    const noise = () => 0.3 * random.normal();
    const isA = label === 'a' ? 1 : 0;
    const isB = label === 'b' ? 0.35 : 0;
    return Float64Array.of(
      noise(),
      noise(),
      isA + noise(),
      isA + noise(),
      isB + noise(),
      isB + noise(),
      5,
      5,
    );
  });
  return {
    create: () => new GaussianNaiveBayes(),
    ...{ x, segments, labels: segments.map(({ label }) => label) },
    features: ['NOISE', 'ISA', 'ISB', 'DEAD'].map((name, f) => ({ name, columns: [2 * f, 2 * f + 1] })),
    ...{ count: 2, split: {} },
    ...patch,
  };
}

const rows = (wanted: (row: number) => boolean): number[] =>
  Array.from({ length: 240 }, (_, row) => row).filter(wanted);
/** Repetition 3 is tested. */
const part = { train: rows((row) => row < 180), test: rows((row) => row >= 180) };

describe('forward selection', () => {
  it('takes what helps most, then what helps most beside it', () => {
    const { part: left, features, accuracies } = selectFeatures(task(), part);
    expect([left, features]).toEqual(['repetition 3', ['ISA', 'ISB']]);
    expect(accuracies[1]).toBeGreaterThan((accuracies[0] ?? 1) + 0.1);
  });

  it('never sees the test', () => {
    const one = task();
    const garbage = one.x.map((row, n) => (n < 180 ? row : Float64Array.from(row, () => NaN)));
    const labels = one.labels.map((label, n) => (n < 180 ? label : 'z'));
    expect(selectFeatures({ ...one, x: garbage, labels }, part)).toEqual(selectFeatures(one, part));
  });

  it('takes a feature that never changes last', () => {
    const { features } = selectFeatures(task({ count: 4 }), part);
    expect(features.slice(0, 2)).toEqual(['ISA', 'ISB']);
    expect(features).toHaveLength(4);
    const dead = task({ count: 1, features: [{ name: 'DEAD', columns: [6, 7] }] });
    expect(() => selectFeatures(dead, part)).toThrow(/none ever changes/);
  });

  it('says what is wanting', () => {
    expect(() => selectFeatures(task({ count: 5 }), part)).toThrow(
      /got 5, expected at most the 4 that are given/,
    );
    const few = { train: rows((row) => row < 60), test: part.test };
    expect(() => selectFeatures(task(), few)).toThrow(/one repetition only, expected at least two/);
  });
});

describe('evaluate with a selection', () => {
  const scenario = smallScenario();
  const data = dataOfScenario({ ...scenario, calibration: { ...scenario.calibration, repetitions: 3 } });
  const options = { decoder: scenario.decoder, features: ['HTD'], windowsMs: [100] };

  it('chooses for every part of the test by itself, and tells what', async () => {
    const { cells } = await evaluate(data, { ...options, selectFeatures: 2 });
    const [cell] = cells;
    expect(cell?.selection?.map((one) => one.part)).toEqual(['repetition 0', 'repetition 1', 'repetition 2']);
    for (const { features, accuracies } of cell?.selection ?? []) {
      expect(new Set(features).size).toBe(2);
      expect(['MAV', 'ZC', 'SSC', 'WL']).toEqual(expect.arrayContaining([...features]));
      expect(accuracies).toHaveLength(2);
    }
    expect(cell?.folds).toHaveLength(3);
    expect(matrixReport(cells, { title: 't', facts: [], footer: '' })).toContain('HTD');
  });

  it('is the same as none where all are chosen', async () => {
    const all = await evaluate(data, {
      ...options,
      classifiers: ['gaussian-naive-bayes'],
      selectFeatures: 4,
    });
    const none = await evaluate(data, { ...options, classifiers: ['gaussian-naive-bayes'] });
    expect(all.cells[0]?.metrics.confusion).toEqual(none.cells[0]?.metrics.confusion);
    expect(none.cells[0]?.selection).toBeUndefined();
  });

  it('is told over the parts of the test of all people', async () => {
    const people = ['A', 'B'].map((person) => ({ person, data }));
    const result = await evaluateCohort(people, { ...options, selectFeatures: 4 });
    expect(chosenOverPeople(result.people)).toEqual([
      expect.stringMatching(/^of HTD for lda, 100 ms, in 6 parts of the test of 2 people: (\w+ 6(, )?){4}$/),
    ]);
  });

  it('is refused where nothing can be chosen for', async () => {
    const outside = { name: 'far', open: () => Promise.reject(new Error('never asked')) };
    await expect(evaluate(data, { ...options, classifiers: [outside], selectFeatures: 2 })).rejects.toThrow(
      /got classifier far, expected one that is taught here/,
    );
    const regression = { ...scenario.decoder, control: 'regression' as const };
    await expect(evaluate(data, { ...options, decoder: regression, selectFeatures: 2 })).rejects.toThrow(
      /got control by regression/,
    );
    await expect(evaluate(data, { ...options, selectFeatures: 0 })).rejects.toThrow(/at least 1/);
    await expect(evaluate(data, { ...options, selectFeatures: 9 })).rejects.toThrow(/at most the 4/);
  });
});
