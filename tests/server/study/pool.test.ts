import { describe, expect, it } from 'vitest';
import { parseClassifier } from '../../../server/outside/classifier-reference.js';
import { threadRunner } from '../../../server/study/pool.js';
import { choiceOf, loadClassifier } from '../../../server/study/study-host.js';
import { evaluate } from '../../../src/study/evaluate.js';
import { stress } from '../../../src/study/stress.js';
import { smallScenario } from '../../support/small-scenario.js';

const example = './server/outside/examples/classifier-module.mjs';
const scenario = smallScenario({
  intent: {
    movements: ['knee-flexion', 'knee-extension'],
    holdMs: 2000,
    rampMs: 100,
    restMs: 1500,
    leadMs: 400,
  },
});
const options = {
  features: ['HTD', ['MAV', 'WL']],
  classifiers: ['lda', 'knn', example].map((text) => choiceOf(parseClassifier(text))),
  loadClassifier,
};

describe('a study over threads', () => {
  it('gives the evaluation that one gives on the spot, modules included', async () => {
    const alone = await evaluate(scenario, options);
    expect(alone.cells.map(({ classifier }) => classifier)).toEqual([
      'lda',
      'knn',
      example,
      'lda',
      'knn',
      example,
    ]);
    expect(await evaluate(scenario, { ...options, runner: threadRunner(2) })).toEqual(alone);
  });

  it('gives the stress test that one gives on the spot', async () => {
    const quick = { dials: ['noise', 'shift-around'], quick: true };
    const alone = await stress(scenario, quick);
    const together = await stress(scenario, { ...quick, runner: threadRunner(2) });
    expect(together.rows).toEqual(alone.rows);
    expect(together.undisturbed).toEqual(alone.undisturbed);
  });

  it('stresses a module, which is asked where the study was started', async () => {
    const quick = { dials: ['noise'], quick: true, loadClassifier };
    const [classifier] = options.classifiers.slice(-1);
    const alone = await stress(scenario, { ...quick, classifier });
    expect(alone.undisturbed.accuracy).toBeGreaterThan(0.6);
    const together = await stress(scenario, { ...quick, classifier, runner: threadRunner(2) });
    expect(together.rows).toEqual(alone.rows);
  });

  it('tells of a module that is not there', async () => {
    const classifiers = [choiceOf(parseClassifier('./nobody.mjs'))];
    const broken = evaluate(scenario, { ...options, classifiers, runner: threadRunner(2) });
    await expect(broken).rejects.toThrow(/nobody.mjs: no such file/);
  });

  it('stops when told to', async () => {
    const stop = AbortSignal.abort();
    const told = stress(scenario, { dials: ['noise'], quick: true, stop, runner: threadRunner(2) });
    await expect(told).rejects.toThrow('stopped before it was done');
  });
});
