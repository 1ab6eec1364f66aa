import { describe, expect, it } from 'vitest';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { commonVocabulary } from '../../../../src/ground/movement/vocabulary.js';
import {
  askable,
  askedFor,
  askedWith,
  canLeaveOut,
} from '../../../../web/panels/calibration/class-choice.js';

const { ids } = commonVocabulary;

describe('the choice of classes', () => {
  it('asks of a person what their muscles make, and of an arm nothing of a leg', () => {
    const arm = presetByName('transhumeral-tmr');
    const can = askable(arm, ids);
    for (const movement of arm.calibration.movements) expect(can).toContain(movement);
    expect(can).not.toContain('knee-flexion');
    expect(askable(presetByName('transfemoral-surface'), ids)).not.toContain('hand-close');
  });

  it('asks of somebody real whatever there is', () => {
    expect(askable({ calibration: {} }, ids)).toEqual(ids);
    expect(askable(undefined, ids)).toEqual(ids);
  });

  it('reads what is asked for, and leaves nonsense out', () => {
    expect(askedFor({ calibration: { movements: ['rest', 3, 'hand-open'] } })).toEqual(['rest', 'hand-open']);
    expect(askedFor({})).toEqual([]);
  });

  it('takes away in order, and puts back where it stood, once', () => {
    const order = ['rest', 'a', 'b', 'c'];
    expect(askedWith(['rest', 'a', 'b'], 'a', false, order)).toEqual(['rest', 'b']);
    expect(askedWith(['rest', 'b'], 'a', true, order)).toEqual(['rest', 'a', 'b']);
    expect(askedWith(['rest', 'a'], 'c', true, order)).toEqual(['rest', 'a', 'c']);
    expect(askedWith(['rest', 'a'], 'a', true, order)).toEqual(['rest', 'a']);
  });

  it('never leaves out rest, a stranger, or the last movement', () => {
    expect(canLeaveOut(['rest', 'a', 'b'], 'a')).toBe(true);
    expect(canLeaveOut(['rest', 'a', 'b'], 'rest')).toBe(false);
    expect(canLeaveOut(['rest', 'a', 'b'], 'c')).toBe(false);
    expect(canLeaveOut(['rest', 'a'], 'a')).toBe(false);
  });
});
