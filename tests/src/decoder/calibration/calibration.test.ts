import { describe, expect, it } from 'vitest';
import {
  calibrationFields,
  type CalibrationSpec,
} from '../../../../src/decoder/calibration/calibration-fields.js';
import { Calibration } from '../../../../src/decoder/calibration/calibration.js';
import { StreamError } from '../../../../src/ground/signal/errors.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';
import { createBlock, type SampleBlock } from '../../../../src/ground/signal/sample-block.js';

const rate = 100;
const specOf = (patch: object = {}): CalibrationSpec =>
  parseFields(calibrationFields, {
    movements: ['rest', 'hand-close'],
    repetitions: 2,
    countdownMs: 500,
    rampMs: 200,
    holdMs: 1000,
    restMs: 300,
    reactionMs: 100,
    strengthPercent: 60,
    learnFromRamp: false,
    ...patch,
  });

/** Samples whose value is their own index, so that cuts can be checked. */
function block(index: number, length: number): SampleBlock {
  const made = createBlock(index, rate, 2, length);
  for (let i = 0; i < length; i++) {
    made.data[i] = index + i;
    made.data[length + i] = -(index + i);
  }
  return made;
}

function feed(calibration: Calibration, from: number, until: number, step = 7): void {
  for (let at = from; at < until; at += step) calibration.push(block(at, Math.min(step, until - at)));
}

describe('ramp and hold', () => {
  // Every prompt: 50 + 20 + 100 + 20 + 30 samples.
  it('prompts with countdown, trapezoid and rest', () => {
    const calibration = new Calibration(specOf(), rate);
    expect(calibration.lengthSamples).toBe(4 * 220);
    const at = (sample: number) => calibration.state(sample);
    expect(at(0)).toMatchObject({
      phase: 'countdown',
      movement: 'rest',
      next: 'rest',
      secondsLeft: 0.5,
      progress: 0,
    });
    expect(at(60)).toMatchObject({ phase: 'ramp-up', movement: 'rest', strength: 0 });
    expect(at(200)).toMatchObject({ phase: 'rest', movement: 'rest', next: 'hand-close', strength: 0 });
    expect(at(220)).toMatchObject({
      phase: 'countdown',
      movement: 'rest',
      next: 'hand-close',
      progress: 0.25,
    });
    expect(at(280)).toMatchObject({ phase: 'ramp-up', movement: 'hand-close', repetition: 0 });
    expect(at(280).strength).toBeCloseTo(0.3, 9);
    expect(at(340)).toMatchObject({ phase: 'hold', strength: 0.6 });
    expect(at(400).strength).toBeCloseTo(0.3, 9);
    expect(at(340)).toMatchObject({ elapsed: 1.2 });
    const flat = at(340).course.map(({ seconds, strength }) => [seconds, strength]);
    expect(flat).toEqual([
      [0, 0],
      [0.5, 0],
      [0.7, 0.6],
      [1.7, 0.6],
      [1.9, 0],
      [2.2, 0],
    ]);
    expect(at(880)).toMatchObject({ phase: 'done', movement: 'rest', progress: 1 });
  });

  it.each([1, 7, 50, 900])('records the holds, whatever the length of the blocks (%d)', (step) => {
    const calibration = new Calibration(specOf(), rate);
    feed(calibration, 1000, 1890, step);
    expect(calibration.done).toBe(true);
    expect(calibration.recordings.map(({ label, repetition }) => `${label} ${repetition}`)).toEqual([
      'rest 0',
      'hand-close 0',
      'rest 1',
      'hand-close 1',
    ]);
    const close = calibration.recordings[1];
    // Of the hold from 1290 to 1390 all but the first 100 ms.
    expect(close.signal.index).toBe(1300);
    expect(close.signal.length).toBe(90);
    expect(close.signal.data[0]).toBe(1300);
    expect(close.signal.data[89]).toBe(1389);
    expect(close.signal.data[90]).toBe(-1300);
  });

  it('learns from the upper halves of the ramps where asked', () => {
    const calibration = new Calibration(specOf({ learnFromRamp: true }), rate);
    feed(calibration, 0, 440);
    expect(calibration.recordings[1].signal).toMatchObject({ index: 280, length: 120 });
    // Nobody rises to rest: of its hold all but the first 100 ms.
    expect(calibration.recordings[0].signal).toMatchObject({ index: 80, length: 90 });
  });

  it('waits for the person at most to the middle of a hold', () => {
    const calibration = new Calibration(specOf({ reactionMs: 2000 }), rate);
    feed(calibration, 0, 440);
    expect(calibration.recordings[1].signal).toMatchObject({ index: 340, length: 50 });
  });

  it('starts a prompt over that lost samples', () => {
    const calibration = new Calibration(specOf(), rate);
    feed(calibration, 0, 340);
    expect(calibration.state().phase).toBe('hold');
    feed(calibration, 1340, 1341);
    expect(calibration.lostSamples).toBe(1000);
    expect(calibration.state()).toMatchObject({ phase: 'countdown', next: 'hand-close' });
    feed(calibration, 1341, 2500);
    expect(calibration.done).toBe(true);
    expect(calibration.recordings.length).toBe(4);
    for (const { signal } of calibration.recordings)
      for (let i = 1; i < signal.length; i++) expect(signal.data[i] - signal.data[i - 1]).toBe(1);
    expect(calibration.recordings[1].signal.index).toBe(1420);
  });
});

describe('hold', () => {
  it('has no ramps', () => {
    const calibration = new Calibration(specOf({ style: 'hold' }), rate);
    expect(calibration.lengthSamples).toBe(4 * 180);
    expect(calibration.state(180 + 60).phase).toBe('hold');
  });
});

it('has no prompts where the style is free', () => {
  expect(new Calibration(specOf({ style: 'free' }), rate)).toMatchObject({ done: true, lengthSamples: 0 });
});

it('refuses another rate', () => {
  expect(() => new Calibration(specOf(), rate).push(createBlock(0, 50, 2, 10))).toThrow(StreamError);
});
