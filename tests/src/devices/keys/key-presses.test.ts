import { describe, expect, it } from 'vitest';
import { KeyPresses, keysOf } from '../../../../src/devices/keys/key-presses.js';

const classes = ['rest', 'hand-close', 'hand-open'];
const down = (key: string, of: string) => ({ type: 'keydown', key, class: of });
const up = (key: string, of: string) => ({ type: 'keyup', key, class: of });

describe('keys', () => {
  it('are given to classes in their order, none to rest', () => {
    expect([...keysOf(classes, {})]).toEqual([
      ['hand-close', 'ArrowLeft'],
      ['hand-open', 'ArrowRight'],
    ]);
  });
  it('are those that somebody has chosen, and no other class has them', () => {
    expect([...keysOf(classes, { 'hand-open': 'ArrowLeft' })]).toEqual([
      ['hand-close', 'ArrowRight'],
      ['hand-open', 'ArrowLeft'],
    ]);
    expect([...keysOf(classes, { 'hand-close': '' })]).toEqual([['hand-open', 'ArrowLeft']]);
  });
});

describe('key presses', () => {
  const keys = keysOf(classes, {});
  it('go down with a class and up when it ends', () => {
    const presses = new KeyPresses(keys, 0);
    expect(presses.decide('rest', 0)).toEqual([]);
    expect(presses.decide('hand-close', 0.1)).toEqual([down('ArrowLeft', 'hand-close')]);
    expect(presses.decide('hand-close', 0.2)).toEqual([]);
    expect(presses.decide('hand-open', 0.3)).toEqual([
      up('ArrowLeft', 'hand-close'),
      down('ArrowRight', 'hand-open'),
    ]);
    expect(presses.decide('rest', 0.4)).toEqual([up('ArrowRight', 'hand-open')]);
  });
  it('do not come of a stray window', () => {
    const presses = new KeyPresses(keys, 0.05);
    const decided = [
      'hand-close',
      'hand-close',
      'hand-close',
      'hand-close',
      'rest',
      'hand-close',
      'hand-close',
    ];
    expect(decided.flatMap((name, k) => presses.decide(name, 0.02 * k))).toEqual([
      down('ArrowLeft', 'hand-close'),
    ]);
  });
  it('are let go of at the end', () => {
    const presses = new KeyPresses(keys, 0);
    presses.decide('hand-open', 0);
    expect(presses.release()).toEqual([up('ArrowRight', 'hand-open')]);
    expect(presses.release()).toEqual([]);
  });
});
