import { describe, expect, it } from 'vitest';
import { ringPositions } from '../../../../src/body/anatomy/electrodes.js';
import { individual } from '../../../../src/body/person/individual.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { mergeScenario, type Scenario } from '../../../../src/scenario/scenario.js';
import { portraitOf } from '../../../../src/study/likeness/portrait.js';
import { dataOfScenario } from '../../../../src/study/study-data.js';
import { twinReport } from '../../../../src/study/report/twin-report.js';
import { twinDistance } from '../../../../src/study/twin/twin-distance.js';
import { atPlace, searchedParameters, towards } from '../../../../src/study/twin/twin-parameters.js';
import { matchable, twinStart } from '../../../../src/study/twin/twin-start.js';
import { twinChanges, twinJson } from '../../../../src/study/twin/twin-summaries.js';
import { fitTwin } from '../../../../src/study/twin/twin.js';
import { smallScenario } from '../../../support/small-scenario.js';
import { syntheticPerson } from '../../../support/synthetic-people.js';

const movements = ['rest', 'knee-flexion', 'knee-extension'];
const base = smallScenario({
  sampleRateHz: 1000,
  electrodes: { positions: ringPositions(6) },
  intent: { movements: movements.slice(1) },
  calibration: { movements, repetitions: 2, rampMs: 100, holdMs: 1200, restMs: 300, countdownMs: 300 },
});

const known = mergeScenario(base, { person: 8, seed: 77 });
const fast = { base, population: 2, generations: 1 };

describe('a twin', () => {
  it('is the same again, and told as text for people and machines', async () => {
    const data = dataOfScenario(known);
    const twin = await fitTwin(data, fast);
    expect(twin.history).toHaveLength(1);
    expect(twinChanges(twin).map(({ path }) => path)).toContain('disturbances.noiseUv');
    const html = twinReport(twin, { title: 'A twin', facts: [], footer: '' });
    expect(html).toContain('How near the twin came');
    expect(html).not.toMatch(/NaN|undefined/);
    expect(twinJson(await fitTwin(data, fast))).toEqual(twinJson(twin));
  });

  it('is stopped when told to', async () => {
    const options = { ...fast, stop: AbortSignal.abort() };
    await expect(fitTwin(dataOfScenario(known), options)).rejects.toThrow('stopped');
  });
});

describe('what of a recording has a twin', () => {
  const labels = ['no motion', 'knee-flexion', 'knee-extension'];

  it('is rest and what the person makes, by its names', () => {
    const { data } = syntheticPerson({
      seed: 1,
      rateHz: 200,
      channels: 8,
      labels: [...labels, 'hand-open'],
      seconds: 3,
    });
    const { data: kept, leftOut } = matchable(base, data);
    expect(leftOut).toEqual(['hand-open']);
    const start = twinStart(base, kept);
    expect(start.sampleRateHz).toBe(1000);
    expect(start.electrodes.positions).toHaveLength(8);
    expect(start.calibration).toMatchObject({ movements, holdMs: 3000 });
  });

  it('is that of the person it is made of, whoever that is', () => {
    const { person, limb } = twinStart(known, dataOfScenario(known));
    expect(person.number).toBe(0);
    expect(limb).toEqual(individual(known).limb);
  });

  it.each([
    [{ labels: labels.slice(1) }, 'got no rest among knee-flexion, knee-extension', 'record it'],
    [
      { labels: labels.slice(0, 2) },
      'got one movement (knee-flexion)',
      'Begin with a person of the same limb',
    ],
    [{ labels: ['rest', 'hand-open', 'hand-close'] }, 'got no movement that this person makes', '--preset'],
    [{ labels, channels: 1 }, 'got 1 channel', 'record more'],
  ])('is refused of %j', (traits, message, hint) => {
    const { data } = syntheticPerson({ seed: 1, ...traits });
    expect(() => matchable(base, data)).toThrow(message);
    expect(() => matchable(base, data)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(hint) as string }),
    );
  });

  it('is refused where electrodes are not on the skin', () => {
    const { data } = syntheticPerson({ seed: 1, labels });
    expect(() => matchable(presetByName('transhumeral-epimysial'), data)).toThrow(
      'expected electrodes on the skin',
    );
  });
});

describe('the parameters of a twin', () => {
  const far = (at: number): Scenario =>
    atPlace(
      base,
      searchedParameters.map(() => at),
    );

  it('are numbers of a scenario, and stay within their ranges', () => {
    expect(far(0).motorUnits).toEqual(base.motorUnits);
    expect(far(100).intent.restingTonePercent).toBe(10);
    expect(far(-100).electrodes.shiftAlongMm).toBe(-100);
    expect(far(1).motorUnits.velocityMeanMPerS).toBeGreaterThan(base.motorUnits.velocityMeanMPerS);
  });

  it('move as single statistics ask, and not at all where both agree', () => {
    const { statistics } = portraitOf({ name: 'same', data: dataOfScenario(base) }).likeness;
    expect(towards(base, statistics, statistics, 1)).toEqual(base);
    const quieter = towards(base, { ...statistics, SNRdB: (statistics.SNRdB ?? 0) + 6 }, statistics, 1);
    expect(quieter.disturbances.noiseUv / base.disturbances.noiseUv).toBeCloseTo(0.5, 1);
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
