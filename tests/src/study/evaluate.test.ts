import { beforeAll, describe, expect, it } from 'vitest';
import { Lda } from '../../../src/decoder/classifiers/lda.js';
import type { Classifier } from '../../../src/decoder/classifiers/classifier.js';
import type { Feature } from '../../../src/decoder/features/own-feature.js';
import type { Filter } from '../../../src/decoder/filters/filter.js';
import type { OutsideModel } from '../../../src/decoder/outside-model.js';
import { microvolts } from '../../../src/decoder/outside/sample-of.js';
import { evaluate, type EvaluateOptions } from '../../../src/study/evaluate.js';
import { featureTable } from '../../../src/study/feature-table.js';
import { matrixReport } from '../../../src/study/report/matrix-report.js';
import { dataOfScenario, studyData, type StudyData } from '../../../src/study/study-data.js';
import { smallScenario } from '../../support/small-scenario.js';
import { parseVoid } from './parse-void.js';

const exact = smallScenario();
/** Trials that differ, so that no combination is always right. */
const scenario = { ...exact, intent: { ...exact.intent, directionVariabilityPercent: 40, reactionMs: 60 } };
const options: EvaluateOptions = {
  decoder: { ...scenario.decoder, stepMs: 25 },
  features: ['HTD', ['MAV', 'WL']],
  classifiers: ['lda', 'knn', { name: 'mine', create: () => new Lda() }],
  windowsMs: [100, 200],
};
const one: EvaluateOptions = { ...options, features: ['HTD'], windowsMs: [100] };
let data: StudyData;

beforeAll(() => {
  data = dataOfScenario(scenario);
});

/** A classifier that learns, but has no answer. */
function broken(): Classifier {
  return Object.assign(new Lda(), {
    posterior: () => {
      throw new TypeError('weights is undefined');
    },
  });
}

/** A model outside that knows rest alone, and does not learn. */
function sleeper(overrides: Partial<OutsideModel> = {}): OutsideModel {
  return {
    name: 'sleeper',
    kind: 'features',
    latency: { answers: 1, unanswered: 0, meanMs: 1, p95Ms: 1, maxMs: 1 },
    prepare: () => Promise.resolve(),
    posterior: () => Promise.resolve(Float64Array.of(0, 0, 1)),
    close: () => Promise.resolve(),
    ...overrides,
  };
}

describe('evaluate', () => {
  it('has every combination in the order asked for', async () => {
    const { cells, failures } = await evaluate(data, options);
    expect(failures).toEqual([]);
    const names = cells.map(
      ({ windowMs, features, classifier }) => `${windowMs} ${features.join('+')} ${classifier}`,
    );
    expect(names).toEqual(
      [100, 200].flatMap((windowMs) =>
        ['HTD', 'MAV+WL'].flatMap((features) =>
          ['lda', 'knn', 'mine'].map((classifier) => `${windowMs} ${features} ${classifier}`),
        ),
      ),
    );
    for (const { metrics, latencyMs, windowMs } of cells) {
      expect(metrics.accuracy).toBeGreaterThan(0.6);
      expect(metrics.classes).toEqual(['knee-extension', 'knee-flexion', 'rest']);
      expect(latencyMs).toBeGreaterThan(windowMs / 2 + 25);
    }
    const [lda, , mine] = cells;
    expect(mine?.metrics).toEqual(lda?.metrics);
  });

  it('takes a person as they are, and recordings as LibEMG does', async () => {
    const [person] = (await evaluate(scenario)).cells;
    const same = await evaluate(data, { decoder: scenario.decoder });
    expect(same.cells).toEqual([person]);
    const [recorded] = (await evaluate(studyData(data.segments))).cells;
    expect(recorded).toMatchObject({ features: ['HTD'], classifier: 'lda', latencyMs: 150 });
  });

  it('counts rejected decisions apart', async () => {
    // Noise in which neighbours do not agree.
    const noisy = dataOfScenario(smallScenario({ disturbances: { noiseUv: 6 } }));
    const knn: EvaluateOptions = { ...one, classifiers: ['knn'] };
    const [all] = (await evaluate(noisy, knn)).cells;
    const [sure] = (await evaluate(noisy, { ...knn, rejectBelow: 1 })).cells;
    expect(all?.metrics.rejectionRate).toBe(0);
    expect(sure?.metrics.rejectionRate).toBeGreaterThan(0);
    expect(sure?.metrics.accuracy).toBeGreaterThanOrEqual(all?.metrics.accuracy ?? 1);
  });

  it('asks a model that answers in its own time, and closes it', async () => {
    let closed = 0;
    const model = sleeper({ close: () => Promise.resolve(void closed++) });
    const choice = { name: 'far away', open: () => Promise.resolve(model) };
    const { cells, latency } = await evaluate(data, { ...one, classifiers: [choice, 'lda'], unseen: true });
    expect(cells.map(({ classifier }) => classifier)).toEqual(['far away', 'lda']);
    const rest = cells[0]?.metrics.perClass.find(({ label }) => label === 'rest');
    expect(rest?.recall).toBe(1);
    expect(latency).toEqual({ 'far away': model.latency });
    expect(closed).toBe(1);
  });

  it('has no number for a model that came trained on what it may have seen', async () => {
    const choice = { name: 'trained elsewhere', open: () => Promise.resolve(sleeper()) };
    const alone = { ...one, classifiers: [choice] };
    await expect(evaluate(data, alone)).rejects.toThrow('trained elsewhere came trained');
    const beside = await evaluate(data, { ...alone, classifiers: [choice, 'lda'] });
    expect(beside.cells.map(({ classifier }) => classifier)).toEqual(['lda']);
    expect(beside.failures[0]?.hint).toContain('--unseen');
    const [named] = (await evaluate(data, { ...alone, split: { testRepetitions: [1] } })).cells;
    const [stated] = (await evaluate(data, { ...alone, unseen: true })).cells;
    expect(named?.metrics.decisions).toBe((stated?.metrics.decisions ?? 0) / 2);
  });

  it('tests a model that came trained on another session of a simulated person', async () => {
    // Knows every window of the calibration by heart, and nothing else.
    const known = new Map<string, string>();
    const table = featureTable(data, scenario.decoder);
    table.windows.forEach((window, n) =>
      known.set(String(microvolts(window)[0]), table.segments[n]?.label ?? ''),
    );
    const classes = ['knee-extension', 'knee-flexion', 'rest'];
    const byHeart = sleeper({
      kind: 'window',
      posterior: (sample) =>
        Promise.resolve(
          Float64Array.from(classes, (name) => (known.get(String(sample[0])) === name ? 1 : 0)),
        ),
    });
    const choice = { name: 'by heart', open: () => Promise.resolve(byHeart) };
    const [same] = (await evaluate(data, { decoder: scenario.decoder, classifiers: [choice], unseen: true }))
      .cells;
    expect(same?.metrics.accuracy).toBe(1);
    const [cell] = (await evaluate(scenario, { classifiers: [choice] })).cells;
    expect(cell?.split).toContain('another session');
    expect(cell?.metrics.accuracy).toBeLessThan(0.5);
  });

  it('teaches a model that asks to learn, and never what it is tested on', async () => {
    const taught: number[] = [];
    const learner = sleeper({
      kind: 'raw-features',
      prepare: (_, training) => Promise.resolve(void taught.push(training?.('raw-features').x.length ?? 0)),
    });
    const [cell] = (
      await evaluate(data, { ...one, classifiers: [{ name: 'pupil', open: () => Promise.resolve(learner) }] })
    ).cells;
    expect(taught).toHaveLength(2);
    expect(taught.reduce((a, b) => a + b)).toBe(cell?.metrics.decisions);
  });

  it('names a classifier that fails, and goes on with the others', async () => {
    const lost = {
      name: 'lost',
      open: () => Promise.resolve(sleeper({ posterior: () => Promise.reject(new Error('gone')) })),
    };
    const classifiers = [{ name: 'mine', create: broken }, 'lda', lost] as const;
    const { cells, failures } = await evaluate(data, { ...one, classifiers, unseen: true });
    expect(cells.map(({ classifier }) => classifier)).toEqual(['lda']);
    expect(failures).toMatchObject([
      { classifier: 'mine', features: ['HTD'], windowMs: 100, message: 'mine: weights is undefined' },
      { classifier: 'lost', message: 'lost: gone' },
    ]);
  });

  it("takes features and filters of one's own", async () => {
    const peak: Feature = { name: 'PEAK', create: () => (x) => Math.max(...x) };
    const doubling: Filter = {
      name: 'doubling',
      create: (rate) => ({
        run: (samples) => samples.forEach((x, i) => (samples[i] = 2 * x)),
        reset: () => undefined,
        groupDelaySamples: () => rate / 100,
      }),
    };
    const features = [['MAV', peak], 'PEAK', 'MAV'];
    const { cells } = await evaluate(data, {
      ...one,
      classifiers: ['lda'],
      features,
      extensions: { features: [peak], filters: [doubling] },
    });
    expect(cells.map((cell) => [cell.features, cell.featureCount])).toEqual([
      [['MAV', 'PEAK'], 6],
      [['PEAK'], 3],
      [['MAV'], 3],
    ]);
    const [plain] = (await evaluate(data, { ...one, classifiers: ['lda'], features: ['MAV'] })).cells;
    expect(cells[2]?.latencyMs).toBeCloseTo((plain?.latencyMs ?? 0) + 10, 9);
    expect(cells[2]?.metrics.accuracy).toBeCloseTo(plain?.metrics.accuracy ?? 0, 2);
    const all = await evaluate(data, {
      decoder: { features: ['MAV'] },
      extensions: { features: [peak], classifier: () => new Lda() },
    });
    expect(all.cells).toMatchObject([{ features: ['MAV', 'PEAK'], classifier: 'own' }]);
  });

  it("says what is wrong with the posterior of a classifier of one's own", async () => {
    const short = (): Classifier => Object.assign(new Lda(), { posterior: () => [1] });
    const alone = { ...one, classifiers: [{ name: 'short', create: short }] };
    await expect(evaluate(data, alone)).rejects.toThrow('got a posterior of 1, expected 3');
  });

  it('throws where nothing worked, where nothing can be learned, and when told to stop', async () => {
    const alone = { ...one, classifiers: [{ name: 'mine', create: broken }] };
    await expect(evaluate(data, alone)).rejects.toThrow('mine: weights is undefined');
    await expect(evaluate(data, { ...one, features: ['HDT'] })).rejects.toThrow(/HDT/);
    await expect(evaluate(data, { ...one, stop: AbortSignal.abort() })).rejects.toThrow('stopped before');
    expect(() => studyData([])).toThrow('got no labelled recordings');
    const module = { ...one, classifiers: [{ name: 'm', module: './m.js' }] };
    await expect(evaluate(data, module)).rejects.toThrow('nobody here to load a classifier module');
  });
});

describe('the report of an evaluation', () => {
  it('is one valid HTML file with the numbers in it, and asks for nothing from elsewhere', async () => {
    const { cells } = await evaluate(data, options);
    const html = matrixReport(cells, { title: 'A <title>', facts: [['data', 'x & y']], footer: 'end' });
    expect(parseVoid(html)).toEqual([]);
    expect(html).toContain('A &#60;title&#62;');
    expect(html).not.toMatch(/(src|href)=|https?:|@import|<script/);
    for (const { metrics } of cells)
      expect(html).toContain(`<td>${(100 * metrics.accuracy).toFixed(1)} %</td>`);
    expect(html.match(/<svg /g)?.length).toBe(2 + 6);
    expect(html).not.toMatch(/NaN|undefined/);
  });
});
