import { describe, expect, it } from 'vitest';
import { ringPositions } from '../../../../src/body/anatomy/electrodes.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { mergeScenario, type Scenario } from '../../../../src/scenario/scenario.js';
import { portraitOf } from '../../../../src/study/likeness/portrait.js';
import { dataOfScenario } from '../../../../src/study/study-data.js';
import { fitTwin } from '../../../../src/study/twin/twin.js';

const movements = ['rest', 'knee-flexion', 'knee-extension'];
const thigh = presetByName('transfemoral-surface');
/** The typical person of a thigh with three muscles; people of this population differ in limb, muscles and habits. */
const base = mergeScenario(thigh, {
  muscles: [0, 1, 5].map((m) => ({ ...thigh.muscles[m], unitCount: 60 })),
  sampleRateHz: 1000,
  electrodes: { positions: ringPositions(6) },
  intent: { movements: movements.slice(1) },
  calibration: { movements, repetitions: 3, rampMs: 100, holdMs: 3000, restMs: 300, countdownMs: 300 },
});

/** Levels of the movements by channel, dB. */
function levelsOf(scenario: Scenario): number[] {
  const { pattern } = portraitOf({ name: 'session', data: dataOfScenario(scenario) });
  return movements.slice(1).flatMap((id) => pattern.find(({ label }) => label === id)?.levels ?? []);
}

/** RMS difference of levels without their mean, as the gain of a recording is not known; dB. */
function apart(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((db, i) => db - b[i]);
  const middle = differences.reduce((sum, db) => sum + db, 0) / differences.length;
  return Math.sqrt(differences.reduce((sum, db) => sum + (db - middle) ** 2, 0) / differences.length);
}

/** How far sessions of a scenario lie from the levels of a recording, RMS over sessions. */
function sessionsApart(recorded: readonly number[], scenario: Scenario): number {
  const all = [11, 12].map((seed) => apart(recorded, levelsOf(mergeScenario(scenario, { seed }))));
  return Math.sqrt(all.reduce((sum, db) => sum + db * db, 0) / all.length);
}

describe('a twin of a known person', () => {
  // Written and committed before the first run: sessions of the twin may lie twice as far from the recording as other
  // sessions of the recorded person do, and must lie nearer than those of the typical person the search began with.
  it.each([1, 2, 3])(
    'number %i has levels as another session of that person',
    async (person) => {
      const known = mergeScenario(base, { person, seed: 100 + person });
      const recorded = levelsOf(known);
      const twin = await fitTwin(dataOfScenario(known), {
        base,
        population: 6,
        generations: 2,
        seed: person,
      });
      const own = sessionsApart(recorded, known);
      const fitted = sessionsApart(recorded, twin.scenario);
      const typical = sessionsApart(recorded, base);
      expect(fitted).toBeLessThanOrEqual(2 * own);
      expect(fitted).toBeLessThan(typical);
      expect(twin.after.loss).toBeLessThan(twin.before.loss);
    },
    120_000,
  );
});
