import { describe, expect, it } from 'vitest';
import {
  calibrationFields,
  type CalibrationSpec,
} from '../../../../src/decoder/calibration/calibration-fields.js';
import { Calibration } from '../../../../src/decoder/calibration/calibration.js';
import { ModelError, StreamError } from '../../../../src/ground/signal/errors.js';
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
  // rest: 50 + 100 + 30 samples; hand-close: 50 + 20 + 100 + 20 + 30.
  it('prompts with countdown, trapezoid and rest', () => {
    const calibration = new Calibration(specOf(), rate);
    expect(calibration.lengthSamples).toBe(2 * (180 + 220));
    const at = (sample: number) => calibration.state(sample);
    expect(at(0)).toMatchObject({
      phase: 'countdown',
      movement: 'rest',
      next: 'rest',
      secondsLeft: 0.5,
      progress: 0,
    });
    expect(at(160)).toMatchObject({ phase: 'rest', movement: 'rest', next: 'hand-close', strength: 0 });
    expect(at(200)).toMatchObject({ phase: 'countdown', movement: 'rest', next: 'hand-close', strength: 0 });
    expect(at(240)).toMatchObject({ phase: 'ramp-up', movement: 'hand-close', repetition: 0 });
    expect(at(240).strength).toBeCloseTo(0.3, 9);
    expect(at(300)).toMatchObject({ phase: 'hold', strength: 0.6 });
    expect(at(360).strength).toBeCloseTo(0.3, 9);
    expect(at(800)).toMatchObject({ phase: 'done', movement: 'rest', progress: 1 });
  });

  it.each([1, 7, 50, 900])('records the holds, whatever the length of the blocks (%d)', (step) => {
    const calibration = new Calibration(specOf(), rate);
    feed(calibration, 1000, 1810, step);
    expect(calibration.done).toBe(true);
    expect(calibration.recordings.map(({ label, repetition }) => `${label} ${repetition}`)).toEqual([
      'rest 0',
      'hand-close 0',
      'rest 1',
      'hand-close 1',
    ]);
    const close = calibration.recordings[1];
    // From the countdown at 1180 to the end of the hold at 1350; learned from 100 ms after the hold began.
    expect(close.signal.index).toBe(1180);
    expect(close.signal.length).toBe(170);
    expect(close.leadIn).toBe(80);
    expect(close.signal.data[0]).toBe(1180);
    expect(close.signal.data[169]).toBe(1349);
    expect(close.signal.data[170]).toBe(-1180);
  });

  it('learns from the upper halves of the ramps where asked', () => {
    const calibration = new Calibration(specOf({ learnFromRamp: true }), rate);
    feed(calibration, 0, 410);
    expect(calibration.recordings[1]).toMatchObject({ leadIn: 60, signal: { index: 180, length: 180 } });
    expect(calibration.recordings[0].leadIn).toBe(60);
  });

  it('asks again for one movement only', () => {
    const calibration = new Calibration(specOf(), rate);
    feed(calibration, 0, 800);
    expect(calibration.done).toBe(true);
    calibration.retry('hand-close');
    expect(calibration.done).toBe(false);
    expect(calibration.recordings.map(({ label }) => label)).toEqual(['rest', 'rest']);
    expect(calibration.state().next).toBe('hand-close');
    feed(calibration, 800, 1240);
    expect(calibration.done).toBe(true);
    expect(calibration.recordings.slice(2).map(({ repetition }) => repetition)).toEqual([0, 1]);
    expect(calibration.recordings[2].signal.index).toBe(800);
  });

  it('adds a repetition later, keeping what there is', () => {
    const calibration = new Calibration(specOf(), rate);
    feed(calibration, 0, 900);
    calibration.addRepetition('rest');
    feed(calibration, 900, 1080);
    expect(calibration.recordings.length).toBe(5);
    expect(calibration.recordings[4]).toMatchObject({ label: 'rest', repetition: 2 });
  });

  it('starts a prompt over that lost samples', () => {
    const calibration = new Calibration(specOf(), rate);
    feed(calibration, 0, 300);
    expect(calibration.state().phase).toBe('hold');
    feed(calibration, 1300, 1301);
    expect(calibration.lostSamples).toBe(1000);
    expect(calibration.state()).toMatchObject({ phase: 'countdown', next: 'hand-close' });
    feed(calibration, 1301, 2500);
    expect(calibration.done).toBe(true);
    expect(calibration.recordings.length).toBe(4);
    for (const { signal } of calibration.recordings)
      for (let i = 1; i < signal.length; i++) expect(signal.data[i] - signal.data[i - 1]).toBe(1);
    expect(calibration.recordings[1].signal.index).toBe(1300);
  });
});

describe('hold', () => {
  it('has no ramps', () => {
    const calibration = new Calibration(specOf({ style: 'hold' }), rate);
    expect(calibration.lengthSamples).toBe(4 * 180);
    expect(calibration.state(200 + 30).phase).toBe('hold');
  });
});

describe('free', () => {
  it('records while a key is held', () => {
    const calibration = new Calibration(specOf({ style: 'free' }), rate);
    expect(calibration.state().phase).toBe('waiting');
    feed(calibration, 0, 100, 10);
    calibration.startFree('hand-close');
    expect(calibration.state()).toMatchObject({ phase: 'free', movement: 'hand-close', strength: 0.6 });
    feed(calibration, 100, 200, 10);
    calibration.stopFree();
    feed(calibration, 200, 250, 10);
    calibration.startFree('hand-close');
    feed(calibration, 250, 300, 10);
    calibration.startFree('rest');
    feed(calibration, 300, 350, 10);
    calibration.stopFree();
    expect(
      calibration.recordings.map(({ label, repetition, signal }) => [
        label,
        repetition,
        signal.index,
        signal.length,
      ]),
    ).toEqual([
      ['hand-close', 0, 100, 100],
      ['hand-close', 1, 250, 50],
      ['rest', 0, 300, 50],
    ]);
  });

  it('refuses an end without a start, and another rate', () => {
    const calibration = new Calibration(specOf({ style: 'free' }), rate);
    expect(() => calibration.stopFree()).toThrow(ModelError);
    expect(() => calibration.push(createBlock(0, 50, 2, 10))).toThrow(StreamError);
  });
});
