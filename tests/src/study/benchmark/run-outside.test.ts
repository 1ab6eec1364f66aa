import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../../src/decoder/classifiers/create-classifier.js';
import type { Classifier } from '../../../../src/decoder/classifiers/classifier.js';
import type { OutsideModel, SampleKind } from '../../../../src/decoder/outside-model.js';
import { LatencyMeter } from '../../../../src/decoder/outside/latency-meter.js';
import { ModelError } from '../../../../src/ground/signal/errors.js';
import { reference } from '../../../../src/study/benchmark/baseline-decoders.js';
import type { BenchmarkDecoder } from '../../../../src/study/benchmark/benchmark-decoder.js';
import { mendsFor } from '../../../../src/study/benchmark/mends.js';
import { methodsText } from '../../../../src/study/benchmark/methods.js';
import { fileFor, trainingText, type OutsidePart } from '../../../../src/study/benchmark/outside-part.js';
import { runPerson } from '../../../../src/study/benchmark/run-person.js';
import { tinySuite } from '../../../support/tiny-suite.js';

const [person] = tinySuite.people.test;
const taught: OutsidePart = { name: 'theirs', input: 'features', learns: true };
const trained: OutsidePart = { ...taught, learns: false, file: 'm/{body}.onnx' };
const decoderOf = (outside: OutsidePart): BenchmarkDecoder => ({ ...reference, name: 'theirs', outside });

/** A model outside that is one of ours, and counts what it is asked; `lives` says how often it answers. */
class OursOutside implements OutsideModel {
  readonly name = 'theirs';
  readonly kind: SampleKind = 'features';
  readonly latency = new LatencyMeter().summary();
  /** Questions since each lesson. */
  readonly asked: number[] = [];
  failure: ModelError | undefined;
  private open = 0;
  private inner: Classifier | undefined;

  constructor(
    private readonly answers: (asked: number, open: number) => boolean = () => true,
    private readonly lives = Infinity,
  ) {}

  async prepare(...[{ classes }, training]: Parameters<OutsideModel['prepare']>): Promise<void> {
    await Promise.resolve();
    this.failure = undefined;
    this.asked.push(0);
    const { x, labels } = training?.('features') ?? { x: [], labels: [] };
    this.inner = createClassifier('lda', {}).fit(x as number[][], labels);
    expect(this.inner.classes).toEqual(classes);
  }

  async posterior(sample: number[]): Promise<Float64Array | undefined> {
    this.open++;
    await Promise.resolve();
    const asked = 1 + (this.asked.pop() ?? 0);
    this.asked.push(asked);
    if (asked > this.lives) this.failure = new ModelError('theirs went away', { hint: '' });
    const answers = asked <= this.lives && this.answers(asked, this.open);
    this.open--;
    return answers ? Float64Array.from(this.inner?.posterior(sample) ?? []) : undefined;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const scoresOf = async (model: OutsideModel, mends = mendsFor(decoderOf(taught)), online = false) => {
  const task = { suite: tinySuite, person, decoder: decoderOf(taught), mends, online };
  return runPerson(task, { openOutside: () => Promise.resolve(model) });
};

describe('a model outside in a benchmark', () => {
  it('that learns and answers as ours does has our numbers, changes included, and is asked once a lesson', async () => {
    const model = new OursOutside();
    const theirs = await scoresOf(model);
    const mends = mendsFor(reference);
    const ours = await runPerson({ suite: tinySuite, person, decoder: reference, mends, online: false });
    expect('scores' in ours && ours.scores.mends.length).toBe(5);
    expect(theirs).toEqual(ours);
    // Three of the five changes lie after the model: they are no lessons, and ask nothing more than the first does.
    expect(model.asked.length).toBe(6);
    const [plain, plainSecond, thresholds, thresholdsSecond] = model.asked;
    expect(plain).toBeGreaterThan(100);
    expect([thresholds, thresholdsSecond]).toEqual([plain, plainSecond]);
  });

  it('decides for the simulated user, whose time waits for each of its answers', async () => {
    const model = new OursOutside();
    await scoresOf(model, []);
    const [plain = 0] = model.asked;
    const most: number[] = [];
    const dying = new OursOutside((asked, open) => asked <= plain || most.push(open) > 0, plain + 60);
    expect(await scoresOf(dying, [], true)).toMatchObject({ failure: { message: 'theirs went away' } });
    expect(most.length).toBe(60);
    expect(Math.max(...most)).toBe(1);
  });

  it('tells what was not answered, and counts it as rest', async () => {
    const outcome = await scoresOf(new OursOutside((asked) => asked % 10 > 0), []);
    expect('scores' in outcome && outcome.scores.notes.join()).toMatch(
      /^\d+ windows were not answered by theirs and count as rest$/,
    );
  });

  it('that dies is told with its reason, and so is one that nobody opens', async () => {
    expect(await scoresOf(new OursOutside(() => true, 40), [])).toMatchObject({
      failure: { person, message: 'theirs went away' },
    });
    const task = { suite: tinySuite, person, decoder: decoderOf(trained), mends: [], online: false };
    const outcome = await runPerson(task);
    expect('failure' in outcome && outcome.failure.message).toMatch(/nobody here to open/);
  });
});

describe('what is told of a model outside', () => {
  it.each([
    [taught, ['thresholds at 3 × the noise of rest', 'windows of 300 ms']],
    [{ ...taught, input: 'window' as const }, ['windows of 300 ms']],
    [trained, []],
  ])('tries only changes that %j can take', (outside, before) => {
    expect(mendsFor(decoderOf(outside)).map(({ name }) => name)).toEqual([
      ...before,
      'rejection below 0.8',
      'nothing moves below rest + 3 SD',
      'seven votes',
    ]);
  });

  it.each<[Partial<OutsidePart>, RegExp, RegExp]>([
    [
      { file: 'mine.onnx' },
      /same for everybody \(subject-independent\)/,
      /of which it takes mean and SD alone/,
    ],
    [
      { file: '{body}.onnx', input: 'raw-features' },
      /everybody with the same body/,
      /of which it takes nothing/,
    ],
    [{ file: '{person}-{calibration}.onnx' }, /each person’s own that came trained/, /it is another model/],
    [{ learns: true }, /a process outside that is taught in each person/, /only calibration; and/],
  ])('%j is said to be what it is', (part, words, brief) => {
    const outside = { ...trained, ...part };
    expect(trainingText(outside)).toMatch(words);
    const text = methodsText(tinySuite, decoderOf(outside), { split: 'test', quick: false }, '1');
    expect(text).toMatch(outside.learns ? /in each person it was given the samples/ : words);
    expect(text).toMatch(brief);
    if (!outside.learns) expect(text).toContain('The baselines were trained in each person');
  });

  it('finds the file of a person', () => {
    expect(fileFor('{body}/{person}-{calibration}.onnx', person, 'one-second')).toBe(
      'transradial-armband-200hz/transradial-armband-200hz-1-one-second.onnx',
    );
  });
});
