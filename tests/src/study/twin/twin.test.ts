import { describe, expect, it } from 'vitest';
import { ringPositions } from '../../../../src/body/anatomy/electrodes.js';
import { mergeScenario, type Scenario } from '../../../../src/scenario/scenario.js';
import { portraitOf } from '../../../../src/study/likeness/portrait.js';
import { dataOfScenario, studyData } from '../../../../src/study/study-data.js';
import { twinReport } from '../../../../src/study/report/twin-report.js';
import { twinDistance } from '../../../../src/study/twin/twin-distance.js';
import { askedPlace, atPlace, twinParameters, valueAt } from '../../../../src/study/twin/twin-parameters.js';
import { twinStart } from '../../../../src/study/twin/twin-start.js';
import { twinChanges, twinJson } from '../../../../src/study/twin/twin-summaries.js';
import { fitTwin } from '../../../../src/study/twin/twin.js';
import { smallScenario } from '../../../support/small-scenario.js';
import { syntheticPerson } from '../../../support/synthetic-people.js';

const movements = ['rest', 'knee-flexion', 'knee-extension'];
// Muscles of eight units, as the small patient has, lie elsewhere with every seed.
const base = smallScenario({
  muscles: smallScenario().muscles.map((muscle) => ({ ...muscle, unitCount: 80 })),
  sampleRateHz: 1000,
  // Which channel is noisy is a session’s luck, no trait: with 4.5 dB between channels those that hear no muscle differ.
  disturbances: { noiseSpreadDb: 0 },
  electrodes: { positions: ringPositions(6) },
  intent: { movements: movements.slice(1) },
  calibration: { movements, repetitions: 4, rampMs: 100, holdMs: 2000, restMs: 300, countdownMs: 300 },
});

/** A person with noise, decay and strengths of their own, and electrodes turned by two places. */
const known = mergeScenario(base, {
  seed: 77,
  electrodes: { positions: ringPositions(6, { startDeg: 120 }) },
  disturbances: { noiseUv: 3 * base.disturbances.noiseUv },
  intent: { holdDecayDb: 6, movementStrengthDb: { 'knee-extension': -6, 'knee-flexion': 6 } },
});

const place = (at: number): number[] => twinParameters.map(() => at);

describe('a twin', () => {
  // Tolerances as written before the first run: levels within 2 dB, noise within 4 dB (tone has a part in it), decay
  // within 2.5 dB, and nearer than the preset. The first run, with noise unequal between channels, gave 4.3 dB.
  it('of a known simulated person has their levels, noise and decay, and is judged in another session', async () => {
    const data = dataOfScenario(known);
    const options = { base, population: 8, generations: 2, seed: 3 };
    const twin = await fitTwin(data, options);
    expect(twin.match).toMatchObject({ turn: 2, mirrored: false });
    expect(twin.after.patternDb).toBeLessThan(2);
    expect(twin.after.loss).toBeLessThan(twin.before.loss);
    const noise = valueAt(twin.scenario, ['disturbances', 'noiseUv']) ?? NaN;
    expect(Math.abs(20 * Math.log10(noise / known.disturbances.noiseUv))).toBeLessThan(4);
    expect(Math.abs((valueAt(twin.scenario, ['intent', 'holdDecayDb']) ?? NaN) - 6)).toBeLessThan(2.5);
    expect(twin.history).toHaveLength(2);
    expect(twinChanges(twin)).toHaveLength(twinParameters.length);
    const html = twinReport(twin, { title: 'A twin', facts: [], footer: '' });
    expect(html).toContain('How near the twin came');
    expect(html).not.toMatch(/NaN|undefined/);
    expect(twinJson(await fitTwin(data, options))).toEqual(twinJson(twin));
  }, 120_000);

  it('is stopped when told to', async () => {
    const options = { base, stop: AbortSignal.abort() };
    await expect(fitTwin(dataOfScenario(known), options)).rejects.toThrow('stopped');
  });
});

describe('the start of a twin', () => {
  it('has the recording’s electrodes, rate and movements', () => {
    const { data } = syntheticPerson({
      seed: 1,
      rateHz: 200,
      channels: 8,
      labels: ['rest', 'knee-flexion', 'knee-extension'],
      seconds: 3,
    });
    const start = twinStart(base, data);
    expect(start.sampleRateHz).toBe(1000);
    expect(start.electrodes.positions).toHaveLength(8);
    expect(start.calibration).toMatchObject({ movements, holdMs: 3000 });
  });

  it('refuses recordings without movements that are known', () => {
    const strange = studyData(
      syntheticPerson({ seed: 1 }).data.segments.map((segment) => ({
        ...segment,
        label: `class of ${segment.label}`,
      })),
    );
    expect(() => twinStart(base, strange)).toThrow('got no movement of the vocabulary');
  });
});

describe('the parameters of a twin', () => {
  it('are numbers of a scenario, and stay within their ranges', () => {
    expect(atPlace(base, place(0)).intent.holdDecayDb).toBeCloseTo(base.intent.holdDecayDb, 6);
    const far = (at: number): Scenario => atPlace(base, place(at));
    expect(far(30).intent.holdDecayDb).toBe(12);
    expect(far(-30).intent.holdDecayDb).toBe(0);
    expect(far(1).disturbances.noiseUv).toBeGreaterThan(base.disturbances.noiseUv);
  });

  it('move as single statistics ask, and not at all where both agree', () => {
    const { statistics } = portraitOf({ name: 'same', data: dataOfScenario(base) }).likeness;
    expect(askedPlace(statistics, statistics).every((step) => Math.abs(step) < 1e-12)).toBe(true);
    const quieter = askedPlace({ ...statistics, SNRdB: (statistics.SNRdB ?? 0) + 6 }, statistics);
    expect(quieter[twinParameters.findIndex(({ path }) => path === 'disturbances.noiseUv')]).toBeLessThan(0);
  });
});

describe('the distance of a twin', () => {
  it('is nothing from oneself, and levels off far away', () => {
    const near = portraitOf({ name: 'near', data: dataOfScenario(base) });
    const far = portraitOf({ name: 'far', data: dataOfScenario(known) });
    expect(twinDistance(near, near)).toMatchObject({ loss: 0, patternDb: 0 });
    const { loss, z } = twinDistance(near, far);
    expect(loss).toBeGreaterThan(5);
    expect(loss).toBeLessThanOrEqual(9 * (Object.keys(z).length + 6));
  });
});
