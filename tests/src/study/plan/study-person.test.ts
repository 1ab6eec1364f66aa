import { describe, expect, it } from 'vitest';
import { loadClassifier } from '../../../../server/study/study-host.js';
import { parseStudy } from '../../../../src/study/plan/plan.js';
import { studyPerson, type StudyPersonResult } from '../../../../src/study/plan/study-person.js';
import { studyTasks } from '../../../../src/study/plan/study-tasks.js';
import { stress } from '../../../../src/study/stress.js';
import { mergeScenario } from '../../../../src/scenario/scenario.js';
import { smallScenario } from '../../../support/small-scenario.js';

const scenario = mergeScenario(smallScenario(), { intent: { repetitions: 1 } });

async function resultOf(file: Record<string, unknown>): Promise<StudyPersonResult> {
  const plan = parseStudy({ scenario, cohort: { people: [2] }, ...file });
  const [task] = studyTasks(plan, plan.people);
  if (!task) throw new Error('nobody');
  return studyPerson(task, loadClassifier);
}

const accuracyOf = ({ cells }: StudyPersonResult, condition: string, decoder?: string): number =>
  cells.find((cell) => cell.condition === condition && (decoder ?? cell.decoder) === cell.decoder)?.values
    .accuracy ?? NaN;

describe('one person of a study', () => {
  it('does as in a stress test, where it is one', async () => {
    const list = [
      { name: 'none' },
      { name: 'noise', dials: { noise: 20 } },
      { dials: { 'shift-around': 10 } },
    ];
    const result = await resultOf({ conditions: { list } });
    const person = mergeScenario(scenario, { person: { number: 2 } });
    const { undisturbed, rows, training } = await stress(person, {
      dials: ['noise', 'shift-around'],
      quick: true,
    });
    const expected = [undisturbed, ...rows];
    expect(result.person).toBe(2);
    expect(result.cells.map(({ condition }) => condition)).toEqual(['none', 'noise', 'shift-around 10']);
    result.cells.forEach(({ values }, n) => {
      expect(values.accuracy).toBe(expected[n]?.accuracy);
      expect(values.movingAtRest).toBe(expected[n]?.movingAtRest);
      expect(values.falseActivationsPerHour).toBe(expected[n]?.falseActivations.perHour);
      expect(values.heldOutAccuracy).toBe(training?.accuracy);
    });
  });

  it('is the same under a condition whatever other conditions and decoders there are', async () => {
    const noisy = { name: 'noisy', dials: { noise: 20 } };
    const alone = await resultOf({ conditions: { list: [noisy] } });
    const among = await resultOf({
      conditions: { list: [{ dials: { fat: 6 } }, { name: 'none' }, noisy] },
      decoders: [{ classifier: 'knn' }, { classifier: 'lda' }],
    });
    expect(accuracyOf(among, 'noisy', 'HTD lda')).toBe(accuracyOf(alone, 'noisy'));
    expect(among.cells).toHaveLength(6);
  });

  it('calibrates anew for what is other throughout, and not for what is other at the test', async () => {
    const noisy = { disturbances: { noiseUv: 200 } };
    const { cells } = await resultOf({
      conditions: {
        list: [{ name: 'none' }, { name: 'since', patch: noisy }, { name: 'ever', throughout: noisy }],
      },
    });
    const [none, since, ever] = cells.map(({ values }) => values.heldOutAccuracy);
    expect(since).toBe(none);
    expect(ever).not.toBe(none);
    expect(cells[1]?.values).not.toEqual(cells[0]?.values);
  });

  it('leaves out what the calibration had already, and says so', async () => {
    const list = [{ name: 'none' }, { name: 'coarse', dials: { resolution: 24 } }];
    const { cells, notes, failures } = await resultOf({ conditions: { list } });
    expect(cells.map(({ condition }) => condition)).toEqual(['none']);
    expect(notes).toContainEqual(expect.stringMatching(/coarse: person 2 had as much of resolution/));
    expect(failures).toEqual([]);
  });

  it('tells what failed, by condition and decoder, and does the rest', async () => {
    const positions = scenario.electrodes.positions.slice(0, 1);
    const { cells, failures } = await resultOf({
      conditions: {
        list: [{ name: 'none' }, { name: 'one left', patch: { electrodes: { positions } } }],
      },
      decoders: [{ classifier: 'lda' }, { classifier: './nobody.mjs' }],
    });
    expect(cells.map(({ condition, decoder }) => [condition, decoder])).toEqual([['none', 'HTD lda']]);
    expect(failures.map(({ condition, decoder }) => [condition, decoder])).toEqual([
      ['none', 'HTD ./nobody.mjs'],
      ['one left', 'HTD lda'],
      ['one left', 'HTD ./nobody.mjs'],
    ]);
    expect(failures[0]?.message).toMatch(/nobody\.mjs: no such file/);
  });
});
