import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtocolError } from '../../../src/ground/signal/errors.js';
import { commonVocabulary } from '../../../src/ground/movement/vocabulary.js';
import { movementIds } from '../../../src/ground/movement/movement.js';
import {
  classNamed,
  decisionRows,
  envelopeRows,
  misfits,
  prosthesisRows,
  truthRows,
} from '../../../src/protocol/stream-rows.js';

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 9 });

describe('rows of streams', () => {
  it('are called as other clients know them', () => {
    expect(decisionRows.names({ posterior: ['a', 'b'], step: ['predicted', 'vote'] })).toEqual([
      'posterior.a',
      'posterior.b',
      'step.predicted',
      'step.vote',
      'confidence',
      'rejected',
      'speed',
      'latencyMs',
    ]);
    expect(truthRows.names({ excitation: ['Biceps'], force: ['Biceps'] })).toEqual([
      'movement',
      'strength',
      'cue',
      'excitation.Biceps',
      'force.Biceps',
      'flags',
    ]);
    expect(prosthesisRows.names({ position: ['hand'], velocity: ['hand'], finger: ['index'] })).toEqual([
      'position.hand',
      'velocity.hand',
      'finger.index',
    ]);
    expect(envelopeRows(['E1', 'E2'])).toEqual(['min.E1', 'max.E1', 'min.E2', 'max.E2']);
  });

  it('are found where they were packed, whatever classes and steps are called', () => {
    fc.assert(
      fc.property(names, names, fc.integer({ min: 1, max: 4 }), (classes, steps, columns) => {
        const rows = decisionRows.names({ posterior: classes, step: steps });
        const filled = (from: number, count: number) =>
          Float32Array.from({ length: count * columns }, (_, i) => from + Math.floor(i / columns));
        const data = decisionRows.pack({
          posterior: filled(100, classes.length),
          step: filled(200, steps.length),
          confidence: filled(1, 1),
          rejected: filled(2, 1),
          speed: filled(3, 1),
          latencyMs: filled(4, 1),
        });
        const places = decisionRows.places(rows);
        const last = (row: number | undefined) => data[(row ?? NaN) * columns + columns - 1];
        expect(data.length).toBe(rows.length * columns);
        expect([...places.posterior.keys()]).toEqual(classes);
        expect([...places.posterior.values()].map(last)).toEqual(classes.map((_, i) => 100 + i));
        expect([...places.step].map(([name, row]) => [name, last(row)])).toEqual(
          steps.map((name, i) => [name, 200 + i]),
        );
        expect([places.confidence, places.rejected, places.speed, places.latencyMs].map(last)).toEqual([
          1, 2, 3, 4,
        ]);
      }),
    );
  });

  it('are read by name, in any order and among others', () => {
    const places = decisionRows.places([
      'speed',
      'new',
      'step.b',
      'latencyMs',
      'rejected',
      'confidence',
      'step.a',
    ]);
    expect(places).toMatchObject({ speed: 0, latencyMs: 3, rejected: 4, confidence: 5 });
    expect([...places.step]).toEqual([
      ['b', 2],
      ['a', 6],
    ]);
    expect(places.posterior.size).toBe(0);
  });

  it('name the row that is missing', () => {
    expect(() => truthRows.places(['movement', 'strength', 'flags'])).toThrow(ProtocolError);
    expect(() => truthRows.places(['movement', 'strength', 'flags'])).toThrow(/expected one named cue/);
    const errors = misfits((stream) => (stream === 'truth' || stream === 'raw' ? ['E1'] : undefined));
    expect([...errors.keys()]).toEqual(['truth']);
  });

  it('refuse parts of different lengths', () => {
    const one = { strength: 1, cue: 0, excitation: [0.5], force: [0.5], flags: 0 };
    expect(() => truthRows.pack({ ...one, movement: [1, 2] })).toThrow(RangeError);
    expect(() => truthRows.pack({ ...one, movement: 1 })).not.toThrow();
  });
});

describe('numbers in frames', () => {
  it('name movements by their place, and no class by −1', () => {
    expect(movementIds.map((id) => commonVocabulary.number(id))).toEqual(movementIds.map((_, i) => i));
    expect(classNamed(['open', 'close'], 1)).toBe('close');
    expect(classNamed(['open', 'close'], -1)).toBe('rest');
    expect(classNamed(['open'], 7)).toBeUndefined();
    expect(classNamed(['open'], undefined)).toBeUndefined();
  });
});
