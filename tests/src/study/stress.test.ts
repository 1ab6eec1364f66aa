import { beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../../../src/decoder/classifiers/classifier.js';
import { Lda } from '../../../src/decoder/classifiers/lda.js';
import type { OutsideModel } from '../../../src/decoder/outside-model.js';
import type { Feature } from '../../../src/decoder/features/own-feature.js';
import { mergeScenario, parseScenario } from '../../../src/scenario/scenario.js';
import { individual } from '../../../src/body/person/individual.js';
import { dialled, levelText, type Dial } from '../../../src/study/dial.js';
import { dials } from '../../../src/study/dials.js';
import { stressReport } from '../../../src/study/report/stress-report.js';
import { againstText, effectLines, jsonRow } from '../../../src/study/stress-rows.js';
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

function raise(name: string): never {
  throw new Error(`no dial ${name}`);
}

describe('the dials', () => {
  const whole = parseScenario({});

  it.each(dials)('$name turns what the scenario has, at every level', (dial) => {
    for (const level of dial.levels)
      expect(dialled(dial, level, whole)?.scenario, `${level}`).not.toEqual(whole);
  });

  const by = (name: string): Dial => dials.find((dial) => dial.name === name) ?? raise(name);

  it('come on top of what the person was calibrated with', () => {
    const noisy = mergeScenario(whole, { disturbances: { noiseUv: 10, mainsUv: 30, liftOffPerMin: 5 } });
    const noise = dialled(by('noise'), 5, noisy);
    expect(noise).toMatchObject({ added: true, calibrated: 10 });
    expect(noise?.value).toBeCloseTo(Math.sqrt(125), 12);
    expect(noise?.scenario.disturbances.noiseUv).toBeCloseTo(Math.sqrt(125), 9);
    expect(noise && levelText(noise)).toBe('+5 on 10 µV');
    expect(dialled(by('mains'), 100, noisy)?.scenario.disturbances.mainsUv).toBe(130);
    expect(dialled(by('lift-off'), 2, noisy)?.scenario.disturbances.liftOffPerMin).toBe(7);
    const silent = dialled(by('noise'), 5, mergeScenario(whole, { disturbances: { noiseUv: 0 } }));
    expect(silent?.value).toBe(5);
    expect(silent && levelText(silent)).toBe('+5 µV');
  });

  it('add what they say to this person, not to the typical one', () => {
    for (const number of [3, 4, 5]) {
      const person = mergeScenario(whole, { person: { number } });
      const own = individual(person);
      const noise = dialled(by('noise'), 20, person);
      expect(noise?.calibrated).toBe(own.disturbances.noiseUv);
      expect(noise && individual(noise.scenario).disturbances.noiseUv).toBeCloseTo(
        Math.sqrt(own.disturbances.noiseUv ** 2 + 400),
        6,
      );
      const fat = dialled(by('fat'), 3, person);
      expect(fat && individual(fat.scenario).limb.fatThicknessMm).toBeCloseTo(own.limb.fatThicknessMm + 3, 6);
    }
  });

  it('leave out a level that is no disturbance, and go no further than the field', () => {
    const coarse = mergeScenario(whole, { disturbances: { resolutionBits: 10, sweatFilmMm: 0.1 } });
    expect(dialled(by('resolution'), 12, coarse)).toBeUndefined();
    expect(dialled(by('resolution'), 10, coarse)).toBeUndefined();
    const coarser = dialled(by('resolution'), 8, coarse);
    expect(coarser && levelText(coarser)).toBe('8 bit, not 10');
    expect(dialled(by('sweat-film'), 0.2, coarse)?.value).toBe(0.2);
    const asTrained = mergeScenario(whole, { calibration: { strengthPercent: 25 } });
    expect(dialled(by('effort'), 25, asTrained)).toBeUndefined();
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
    expect(result.undisturbed.recovery.disturbed).toBe(0);
  });

  it('finds that noise hurts, and that it is over when it is over', () => {
    const noise = result.rows[0];
    expect(noise?.accuracy).toBeLessThan(result.undisturbed.accuracy);
    expect(noise?.recovery.tried).toBe(2);
    if (noise?.recovery.disturbed) expect(noise.recovery.seconds).toBeLessThan(1);
  });

  it('does not try recovery where nothing can be switched off', () => {
    expect(result.rows[2]?.recovery).toEqual({ tried: 0, disturbed: 0, seconds: NaN });
    expect(jsonRow(result.rows[2] ?? result.undisturbed)).toMatchObject({
      recovery: { tried: 0, disturbed: 0, seconds: null },
    });
  });

  it('says what a level did to decisions and features', () => {
    const effect = result.rows[0]?.effect;
    const right = effect?.rest.disturbed ?? NaN;
    expect(right).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(1);
    expect(result.rows.map((row) => row.effect.rest.undisturbed)).toEqual(
      result.rows.map(() => effect?.rest.undisturbed),
    );
    // Noise makes every amplitude larger.
    expect(effect?.features.length).toBeGreaterThan(0);
    for (const times of effect?.restLouder ?? []) expect(times).toBeGreaterThan(1);
    expect(jsonRow(result.rows[0] ?? result.undisturbed)).toHaveProperty('effect.features');
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

  it('looks at the same features where an outside model decides', async () => {
    const model: OutsideModel = {
      ...{ name: 'one-sided', kind: 'features' },
      latency: { answers: 1, unanswered: 0, meanMs: 1, p95Ms: 1, maxMs: 1 },
      prepare: () => Promise.resolve(),
      posterior: () => Promise.resolve(Float64Array.of(0, 0, 1)),
      close: () => Promise.resolve(),
    };
    const classifier = { name: model.name, open: () => Promise.resolve(model) };
    const { rows } = await stress(scenario, { ...options, dials: ['noise'], classifier });
    expect(rows[0]?.effect.features).toEqual(result.rows[0]?.effect.features);
    expect(rows[0]?.effect.restLouder).toEqual(result.rows[0]?.effect.restLouder);
    expect(rows[0]?.effect.rest).not.toEqual(result.rows[0]?.effect.rest);
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
  it('is a line for each dial that cost accuracy, of its worst level', () => {
    const [row] = result.rows;
    if (!row) throw new Error('no row');
    const rows = [
      { ...row, accuracy: 0.8, level: 1 },
      { ...row, accuracy: 0.6, level: 2, advice: 'Mend it.' },
    ];
    const undisturbed = { ...result.undisturbed, accuracy: 0.9 };
    const lines = effectLines([...rows, { ...row, dial: 'other', accuracy: 0.895 }], undisturbed);
    expect(lines).toEqual([
      expect.stringMatching(/^noise, \+2 .*: rest .* \(.*furthest off .*\. Mend it\.$/),
    ]);
  });

  it('is a report that needs nothing else, with the numbers in it', () => {
    const html = stressReport(result, { title: 'Stress', facts: [['person', 'a < b']], footer: 'end' });
    expect(parseVoid(html)).toEqual([]);
    expect(html).not.toMatch(/(src|href)=|https?:|@import|<script|NaN|undefined/);
    expect(html.match(/<svg /g)?.length).toBe(3 + 1);
    for (const { accuracy, movingAtRest } of result.rows)
      for (const share of [accuracy, movingAtRest])
        expect(html).toContain(`<td>${(100 * share).toFixed(1)} %</td>`);
    for (const { effect } of result.rows) expect(html).toContain(`<td>${againstText(effect.movement)}</td>`);
  });
});
