import { beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../../../src/decoder/classifiers/classifier.js';
import { Lda } from '../../../src/decoder/classifiers/lda.js';
import type { Feature } from '../../../src/decoder/features/own-feature.js';
import { mergeScenario, parseScenario } from '../../../src/scenario/scenario.js';
import { dials } from '../../../src/study/dials.js';
import { stressReport } from '../../../src/study/report/stress-report.js';
import { jsonRow } from '../../../src/study/stress-rows.js';
import { stress, type StressOptions, type StressResult } from '../../../src/study/stress.js';
import { smallScenario } from '../../support/small-scenario.js';
import { parseVoid } from './parse-void.js';

const scenario = smallScenario({
  intent: {
    movements: ['knee-flexion', 'knee-extension'],
    holdMs: 2000,
    rampMs: 100,
    restMs: 1500,
    leadMs: 400,
  },
});
const options: StressOptions = { dials: ['noise', 'packet-loss', 'shift-around'], quick: true };
let result: StressResult;

beforeAll(async () => {
  result = await stress(scenario, options);
});

describe('the dials', () => {
  it.each(dials)('$name turns what the scenario has, at every level', ({ levels, patch }) => {
    const base = { fatThicknessMm: 3, shiftAroundMm: 0, shiftAlongMm: 0, mainsHz: 50 };
    const whole = parseScenario({});
    const turned = levels.map((level) => JSON.stringify(mergeScenario(whole, patch(level, base))));
    expect(turned).not.toContain(JSON.stringify(whole));
  });

  it('have names of their own', () => {
    expect(new Set(dials.map(({ name }) => name)).size).toBe(dials.length);
  });
});

describe('a stress test', () => {
  it('has a row for each dial, of a decoder that works undisturbed', () => {
    expect(result.rows.map(({ dial, level }) => `${dial} ${level}`)).toEqual([
      'noise 20',
      'packet-loss 5',
      'shift-around 10',
    ]);
    expect(result.undisturbed.accuracy).toBeGreaterThan(0.6);
    expect(result.undisturbed.recoverySeconds).toBe(0);
  });

  it('finds that noise hurts, and that it is over when it is over', () => {
    const noise = result.rows[0];
    expect(noise?.accuracy).toBeLessThan(result.undisturbed.accuracy);
    expect(noise?.recoverySeconds).toBeLessThan(1);
  });

  it('does not try recovery where nothing can be switched off', () => {
    expect(result.rows[2]?.recoverySeconds).toBeNaN();
    expect(jsonRow(result.rows[2] ?? result.undisturbed)).toMatchObject({
      recoverySeconds: null,
      recovered: null,
    });
  });

  it('is another one with another seed', async () => {
    const other = await stress(mergeScenario(scenario, { seed: 99 }), options);
    expect(other.rows).not.toEqual(result.rows);
  });

  it("takes a trained decoder, and a classifier of one's own", async () => {
    const { decoder } = result;
    const same = await stress(scenario, { ...options, decoder });
    expect(same.rows).toEqual(result.rows);
    const mine = { name: 'mine', create: () => new Lda() };
    const own = await stress(scenario, { ...options, dials: ['noise'], classifier: mine });
    expect(own.rows).toEqual(result.rows.slice(0, 1));
  });

  it("takes a feature of one's own", async () => {
    const peak: Feature = { name: 'PEAK', create: () => (x) => Math.max(...x) };
    const { decoder, rows } = await stress(scenario, {
      ...options,
      dials: ['noise'],
      extensions: { features: [peak] },
    });
    expect(decoder.featureNames.slice(-1)).toEqual(['S6 Semitendinosus.PEAK']);
    const again = await stress(scenario, { ...options, dials: ['noise'], decoder });
    expect(again.rows).toEqual(rows);
  });

  it('names a classifier that fails at one level, and goes on with the others', async () => {
    let answering = true;
    const create = (): Classifier => {
      const inner = new Lda();
      return Object.assign(inner, {
        posterior(x: ArrayLike<number>, out?: Float64Array): Float64Array {
          if (!answering) throw new RangeError('cannot be');
          return Lda.prototype.posterior.call(inner, x, out);
        },
      });
    };
    const mine = { name: 'mine', create };
    const { rows, failures } = await stress(scenario, {
      ...options,
      dials: ['packet-loss', 'motion'],
      classifier: mine,
      onProgress: (share) => (answering = share < 0.5),
    });
    expect(rows.map(({ dial }) => dial)).toEqual(['packet-loss']);
    expect(failures).toMatchObject([{ dial: 'motion', level: 500, message: 'mine: cannot be' }]);
  });

  it('stops when told to', async () => {
    const stop = AbortSignal.abort();
    await expect(stress(scenario, { ...options, stop })).rejects.toThrow('stopped before it was done');
  });

  it('refuses a dial that there is not', async () => {
    await expect(stress(scenario, { dials: ['nois'] })).rejects.toMatchObject({
      hint: 'Did you mean noise?',
    });
  });
});

describe('what is said of it', () => {
  it('is a report that needs nothing else, with the numbers in it', () => {
    const html = stressReport(result, { title: 'Stress', facts: [['person', 'a < b']], footer: 'end' });
    expect(parseVoid(html)).toEqual([]);
    expect(html).not.toMatch(/(src|href)=|https?:|@import|<script|NaN|undefined/);
    expect(html.match(/<svg /g)?.length).toBe(3 + 1);
    for (const { accuracy, movingAtRest } of result.rows)
      for (const share of [accuracy, movingAtRest])
        expect(html).toContain(`<td>${(100 * share).toFixed(1)} %</td>`);
  });
});
