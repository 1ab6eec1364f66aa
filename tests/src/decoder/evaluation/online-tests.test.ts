import { describe, expect, it } from 'vitest';
import { FittsTest } from '../../../../src/decoder/evaluation/fitts-test.js';
import { MotionTest } from '../../../../src/decoder/evaluation/motion-test.js';
import { TacTest, tacTargets } from '../../../../src/decoder/evaluation/tac-test.js';
import type { DofId } from '../../../../src/ground/movement/degree-of-freedom.js';
import type { MovementId } from '../../../../src/ground/movement/movement.js';

describe('MotionTest', () => {
  const run = (decide: (prompt: MovementId, secondsIn: number) => MovementId, stepSeconds = 0.05) => {
    const test = new MotionTest({
      movements: ['hand-close', 'hand-open'],
      repetitions: 2,
      restSeconds: 1,
      limitSeconds: 5,
    });
    let prompt: MovementId = 'rest';
    let began = 0;
    for (let n = 0; n < 2000; n++) {
      const seconds = n * stepSeconds;
      const state = test.update(seconds, decide(prompt, seconds - began));
      if (state.prompt !== prompt) began = seconds;
      prompt = state.prompt;
      if (state.phase === 'done') return { ...test.result, seconds };
    }
    throw new Error('the test never ends');
  };

  it('is completed after 20 right decisions', () => {
    const result = run((prompt) => prompt);
    expect(result.completionRate).toBe(1);
    expect(result.accuracy).toBe(1);
    expect(result.selectionSeconds).toBe(0);
    expect(result.completionSeconds).toBeCloseTo(19 * 0.05, 9);
    expect(result.trials.map(({ movement }) => movement).sort()).toEqual([
      'hand-close',
      'hand-close',
      'hand-open',
      'hand-open',
    ]);
  });

  it('measures selection from the first decision that is not rest', () => {
    const result = run((prompt, t) =>
      prompt === 'rest' || t < 0.98 ? 'rest' : t < 1.98 ? 'elbow-flexion' : prompt,
    );
    expect(result.selectionSeconds).toBeCloseTo(1, 6);
    expect(result.completionSeconds).toBeCloseTo(1 + 19 * 0.05, 6);
    expect(result.accuracy).toBeCloseTo(0.5, 9);
  });

  it('fails at the limit', () => {
    const result = run(() => 'elbow-flexion');
    expect(result.completionRate).toBe(0);
    expect(result.accuracy).toBe(0);
    expect(result.completionSeconds).toBeNaN();
    expect(result.seconds).toBeGreaterThan(4 * 6);
  });
});

describe('TacTest', () => {
  const start = { elbow: 60, 'wrist-rotation': 0 };
  const targets = [{ positions: { elbow: 90 } }];
  const options = {
    joints: ['elbow', 'wrist-rotation'] as DofId[],
    start,
    targets,
    pauseSeconds: 0.5,
    dwellSeconds: 1,
  };

  /** Follow a path of elbow angles, one each 0.1 s after the trial begins. */
  function run(elbow: (secondsIn: number) => number, wrist = 0) {
    const test = new TacTest(options);
    let began = NaN;
    for (let n = 0; n < 1000; n++) {
      const seconds = n * 0.1;
      const position = Number.isNaN(began) ? 60 : elbow(seconds - began);
      const state = test.update(seconds, { elbow: position, 'wrist-rotation': wrist });
      if (state.begins) began = seconds + 0.1;
      if (state.phase === 'done') return test.result;
    }
    throw new Error('the test never ends');
  }

  it('is completed by holding the posture; time is without the dwell', () => {
    const result = run((t) => Math.min(90, 60 + 30 * t));
    expect(result.completionRate).toBe(1);
    // Within 5° after 25 of 30° at 30°/s, on a grid of 0.1 s.
    expect(result.completionSeconds).toBeCloseTo(0.9, 6);
    expect(result.trials[0].seconds).toBeCloseTo(1.9, 6);
    expect(result.overshoots).toBe(0);
    expect(result.pathEfficiency).toBeCloseTo(1, 9);
    expect(result.trials[0].distance).toBe(30);
  });

  it('counts overshoots and detours', () => {
    const path = (t: number): number => (t < 2 ? 60 + 30 * t : Math.max(90, 120 - 30 * (t - 2)));
    const result = run(path);
    expect(result.overshoots).toBe(1);
    expect(result.pathEfficiency).toBeCloseTo(30 / 90, 6);
  });

  it('counts a joint that is off, and ends at the limit', () => {
    const result = run((t) => Math.min(90, 60 + 30 * t), 8);
    expect(result.completionRate).toBe(0);
    expect(result.completionSeconds).toBeNaN();
    expect(result.trials[0].seconds).toBeCloseTo(15, 6);
  });

  it('makes targets of one and two joints', () => {
    const made = tacTargets(['elbow', 'wrist-rotation'], start, () => 20);
    expect(made.length).toBe(8);
    expect(made).toContainEqual({ positions: { elbow: 40, 'wrist-rotation': 20 } });
    expect(tacTargets(['elbow', 'wrist-rotation'], start, () => 20, 1).length).toBe(4);
  });
});

describe('FittsTest', () => {
  function run(speed: number, overshoot = 0) {
    const test = new FittsTest({ distances: [80], widths: [10], targetsPerRing: 4, pauseSeconds: 0.2 });
    let [x, y] = [0, 0];
    const dt = 0.01;
    for (let n = 0; n < 20000; n++) {
      const state = test.update(n * dt, x, y);
      if (state.phase === 'done' || !state.target) return test.result;
      if (state.phase !== 'reach' || state.begins) continue;
      const aim = 1 + overshoot;
      const [dx, dy] = [state.target.x * aim - x, state.target.y * aim - y];
      const left = Math.hypot(dx, dy);
      if (left > 1e-9)
        [x, y] = [x + (dx / left) * Math.min(left, speed * dt), y + (dy / left) * Math.min(left, speed * dt)];
    }
    throw new Error('the test never ends');
  }

  it('has the index of difficulty of Shannon and throughput without the dwell', () => {
    const result = run(40);
    expect(result.completionRate).toBe(1);
    const [first, second] = result.trials;
    expect(first.indexOfDifficulty).toBeCloseTo(Math.log2(40 / 10 + 1), 9);
    expect(first.movementSeconds).toBeCloseTo(35 / 40, 1);
    expect(second.distance).toBeCloseTo(80, 6);
    expect(second.indexOfDifficulty).toBeCloseTo(Math.log2(9), 9);
    expect(result.throughput).toBeGreaterThan(1.4);
    expect(result.throughput).toBeLessThan(2.2);
    expect(result.pathEfficiency).toBeGreaterThan(0.99);
    // From the edge of the target to its centre.
    expect(first.stoppingDistance).toBeCloseTo(5, 0);
  });

  it('is the same throughput in half the time: twice', () => {
    expect(run(80).throughput / run(40).throughput).toBeCloseTo(2, 1);
  });

  it('fails where the target is never held', () => {
    const result = run(40, 0.5);
    expect(result.completionRate).toBe(0);
    expect(result.trials[0].overshoots).toBe(1);
    expect(result.throughput).toBeNaN();
  });
});
