import { describe, expect, it } from 'vitest';
import { movementIds } from '../../../../src/ground/movement/movement.js';
import { ownMovementsField, type OwnMovement } from '../../../../src/ground/movement/own-movements.js';
import { commonVocabulary } from '../../../../src/ground/movement/vocabulary.js';
import { vocabularyOf } from '../../../../src/ground/movement/vocabulary-of.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

const own = (...movements: unknown[]): { movements: OwnMovement[] } =>
  parseFields({ movements: ownMovementsField }, { movements });

/** What is said of movements that cannot be, with the hint. */
function refusal(...movements: unknown[]): string {
  try {
    vocabularyOf(own(...movements));
  } catch (error) {
    if (error instanceof ConfigError) return `${error.field ?? ''} | ${error.message} | ${error.hint}`;
    throw error;
  }
  return 'taken';
}

describe('the vocabulary of a scenario', () => {
  it('is the common one where it adds nothing', () => {
    expect(vocabularyOf({ movements: [] })).toBe(commonVocabulary);
    expect(commonVocabulary.ids).toEqual(movementIds);
    expect(commonVocabulary.of('Chuck Grip')?.id).toBe('chuck-grip');
  });

  it('knows its own movements after the common ones, by id and by name', () => {
    const vocabulary = vocabularyOf(
      own(
        { id: 'thumbs-up', actions: { hand: 'close' }, grip: 'lateral' },
        { id: 'drum', name: 'Drum on the table' },
        { id: 'twist-and-lean', actions: { 'wrist-rotation': 'supination', 'wrist-deviation': 'ulnar' } },
      ),
    );
    expect(vocabulary.ids.slice(0, -3)).toEqual(movementIds);
    expect(vocabulary.number('drum')).toBe(movementIds.length + 1);
    expect(vocabulary.of('Thumbs_Up')).toEqual({
      id: 'thumbs-up',
      name: 'Thumbs up',
      limb: 'arm',
      actions: [{ dof: 'hand', direction: 1 }],
      grip: 'lateral',
    });
    expect(vocabulary.of('drum on the table')).toMatchObject({ id: 'drum', actions: [] });
    expect(vocabulary.byId('twist-and-lean')?.actions).toEqual([
      { dof: 'wrist-rotation', direction: -1 },
      { dof: 'wrist-deviation', direction: -1 },
    ]);
    expect(vocabulary.of('pizza')).toBeUndefined();
    expect(vocabulary.number('pizza')).toBe(0);
  });

  it.each([
    [
      [{ id: 'rest' }],
      'movements.0.id | movements.0.id: got rest, which means rest already',
      'Use rest as it is',
    ],
    [[{ id: 'pinch' }], 'got pinch, which means fine-pinch already', 'choose another id'],
    [[{ id: 'grasp', name: 'Fist' }], 'movements.0.name: got Fist, which means hand-close', 'another name'],
    [[{ id: 'tap' }, { id: 'tap' }], 'movements.1.id: got tap, which another of movements has', 'its own id'],
    [[{ id: 'Thumbs Up' }], 'movements.0.id: got "Thumbs Up", expected lowercase words', 'thumbs-up'],
    [[{ name: 'No id' }], 'movements.0.id: got "", expected lowercase words', 'thumbs-up'],
    [
      [{ id: 'kick', actions: { knee: 'extension' } }],
      'actions.knee: got extension, a joint of the leg',
      'limb to leg',
    ],
    [[{ id: 'hold', grip: 'pinch' }], 'movements.0.grip: got pinch, but the hand', '"hand":"close"'],
  ])('refuses %j', (movements, message, hint) => {
    expect(refusal(...movements)).toContain(message);
    expect(refusal(...movements)).toContain(hint);
  });

  it('says what a joint can do', () => {
    expect(() => own({ id: 'wave', actions: { elbow: 'pronation' } })).toThrow(
      'movements.0.actions.elbow: got "pronation", expected one of none, flexion, extension',
    );
  });
});
