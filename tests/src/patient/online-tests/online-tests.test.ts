import { describe, expect, it } from 'vitest';
import { commonVocabulary } from '../../../../src/ground/movement/vocabulary.js';
import type { MovementId } from '../../../../src/ground/movement/movement.js';
import { createOnlineTest } from '../../../../src/patient/online-tests/create-online-test.js';
import type { TestProgress } from '../../../../src/patient/online-tests/online-test.js';
import { prosthesisFields } from '../../../../src/decoder/prosthesis/prosthesis-fields.js';
import type { TestName } from '../../../../src/protocol/test-state.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';
import type { Posture } from '../../../../src/body/user/simulated-user.js';

const made = { prosthesis: defaultsOf(prosthesisFields), vocabulary: commonVocabulary };
const movements: MovementId[] = ['hand-close', 'hand-open', 'elbow-flexion', 'elbow-extension'];

/** Run a test by somebody who does the task `late` seconds after it is set, at once and exactly. */
function perform(name: TestName, known: readonly MovementId[], late = 0.5): TestProgress {
  const test = createOnlineTest(name, { movements: known, ...made, seed: 3 });
  let posture: Posture = { hand: 50, elbow: 72 };
  let since = 0;
  let before = test.task;
  for (let step = 0; !test.done && step < 50_000; step++) {
    const seconds = step * 0.02;
    const { task } = test;
    if (JSON.stringify(task) !== JSON.stringify(before)) since = seconds;
    before = task;
    const acts = task !== null && seconds - since >= late;
    if (acts && 'target' in task) posture = { ...posture, ...task.target.posture };
    test.decided(seconds, acts && 'movement' in task ? task.movement : 'rest');
    posture = { ...posture, ...test.moved(seconds, posture) };
  }
  return test.progress();
}

describe.each<TestName>(['motion', 'tac', 'fitts'])('%s test', (name) => {
  it('is completed by who does what is asked, with a result for every trial', () => {
    const { phase, results, trials, summary } = perform(name, movements);
    expect(phase).toBe('done');
    expect(results).toHaveLength(trials);
    expect(summary?.completionRate).toBe(1);
    expect(new Set(results.map(({ target }) => target)).size).toBeGreaterThan(3);
  });

  it('is failed by who does nothing, with null where there is nothing to measure', () => {
    const { results, summary } = perform(name, movements, Infinity);
    expect(summary).toMatchObject({ completionRate: 0, completionSeconds: null });
    expect(
      results.every(({ completed, completionSeconds }) => !completed && completionSeconds === null),
    ).toBe(true);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  it('repeats its order for the same seed', () => {
    expect(perform(name, movements)).toEqual(perform(name, movements));
  });

  it('is refused where the decoder knows no movement', () => {
    expect(() => createOnlineTest(name, { movements: [], ...made, seed: 1 })).toThrow(ConfigError);
  });
});

it('tests of postures need a joint that moves both ways', () => {
  expect(perform('motion', ['hand-close']).phase).toBe('done');
  for (const name of ['tac', 'fitts'] as const)
    expect(() => createOnlineTest(name, { movements: ['hand-close'], ...made, seed: 1 })).toThrow(
      /both ways/,
    );
});

it('Fitts’ test with one joint is in one dimension', () => {
  const test = createOnlineTest('fitts', { movements: movements.slice(0, 2), ...made, seed: 1 });
  test.moved(0, { hand: 100 });
  test.moved(1, { hand: 100 });
  test.moved(1.02, { hand: 100 });
  expect(test.progress().cursor).toMatchObject({ x: 1, y: 0 });
  expect(Math.abs(test.progress().cursor?.targetY ?? NaN)).toBeLessThan(1e-9);
  expect(test.progress().trials).toBe(8);
});
