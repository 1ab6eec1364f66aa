import { describe, expect, it } from 'vitest';
import { TaskUser, type FeltContact, type TaskWish } from '../../../../src/body/user/task-user.js';
import { userFields } from '../../../../src/body/user/user-fields.js';
import type { MovementId } from '../../../../src/ground/movement/movement.js';
import { commonVocabulary } from '../../../../src/ground/movement/vocabulary.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';

const user = defaultsOf(userFields);
const moves = (ids: readonly MovementId[]) => ids.flatMap((id) => commonVocabulary.byId(id) ?? []);
const arm = ['fine-pinch', 'hand-close', 'hand-open', 'elbow-flexion', 'elbow-extension'];
const close: TaskWish = { targets: [], closeOnPercent: 32 };
const wait: TaskWish = { targets: [], closeOnPercent: undefined };

class Person {
  readonly mind: TaskUser;
  timeMs = 0;

  constructor(anchor: 'bone' | 'socket' = 'bone', ids = arm, seed = 1) {
    this.mind = new TaskUser({ user, seed, available: moves(ids), anchor, grip: 'power' });
  }

  /** What is intended for a while, ten milliseconds at a time. */
  intends(wish: TaskWish, seconds: number, hand = 20): MovementId[] {
    return Array.from({ length: Math.round(100 * seconds) }, () => {
      this.timeMs += 10;
      return this.mind.step(this.timeMs, { hand, elbow: 90 }, wish).movement;
    });
  }

  touched(kind: FeltContact): void {
    this.mind.touched(this.timeMs, kind);
  }
}

/** Seconds of closing after a touch, until it stops. */
function stopsAfter(anchor: 'bone' | 'socket'): number {
  const person = new Person(anchor);
  person.intends(close, 1);
  person.touched('touch');
  return person.intends(close, 1).indexOf('rest') / 100;
}

describe('somebody who does a task', () => {
  it('closes the hand with the strongest grip that there is, once they have seen what to close on', () => {
    const person = new Person();
    const intended = person.intends(close, 1);
    expect(new Set(intended)).toEqual(new Set(['rest', 'hand-close']));
    expect(intended.at(-1)).toBe('hand-close');
  });

  it('stops closing when the touch is felt: through bone earlier than in a socket', () => {
    const [bone, socket] = [stopsAfter('bone'), stopsAfter('socket')];
    expect(bone).toBeCloseTo(user.contactDelayBoneMs / 1000, 1);
    expect(socket - bone).toBeCloseTo((user.contactDelaySocketMs - user.contactDelayBoneMs) / 1000, 6);
  });

  it('closes on in pulses until the hold is seen to be firm', () => {
    const person = new Person();
    person.intends(close, 1);
    person.touched('touch');
    const pulsed = person.intends(close, 4);
    const begins = pulsed.filter((movement, i) => movement === 'hand-close' && pulsed[i - 1] === 'rest');
    expect(begins.length).toBeGreaterThan(2);
    person.touched('grasp');
    person.intends(wait, 0.5);
    expect(new Set(person.intends(wait, 2))).toEqual(new Set(['rest']));
  });

  it('grips again on a slip, and then rests', () => {
    const person = new Person();
    person.intends(wait, 1);
    person.touched('slip');
    const intended = person.intends(wait, 2);
    const from = intended.indexOf('hand-close');
    expect(from).toBeCloseTo(user.contactDelayBoneMs / 10, -1);
    expect(intended.lastIndexOf('hand-close') - from).toBeLessThan(60);
    expect(intended.at(-1)).toBe('rest');
  });

  it('steers joints that are off, each to within its own tolerance', () => {
    const elbow = (position: number, tolerance: number): MovementId | undefined =>
      new Person()
        .intends({ targets: [{ dof: 'elbow', position, tolerance }], closeOnPercent: undefined }, 1)
        .at(-1);
    expect(elbow(60, 10)).toBe('elbow-extension');
    expect(elbow(120, 10)).toBe('elbow-flexion');
    expect(elbow(120, 60)).toBe('rest');
  });

  it('waits after too much weight, and then is careful', () => {
    const person = new Person('bone', ['knee-extension', 'knee-flexion']);
    const wish: TaskWish = {
      targets: [{ dof: 'knee', position: 0, tolerance: 5 }],
      closeOnPercent: undefined,
    };
    let knee = 110;
    const strengths = (n: number): number[] =>
      Array.from({ length: n }, () => {
        knee -= 0.2;
        person.timeMs += 10;
        return person.mind.step(person.timeMs, { knee }, wish).strength;
      });
    expect(Math.max(...strengths(150))).toBeGreaterThan(user.fineStrengthPercent / 100);
    person.touched('overload');
    const after = strengths(100);
    expect(after.slice(15, 50)).toEqual(Array.from({ length: 35 }, () => 0));
    expect(Math.max(...after.slice(60))).toBe(user.fineStrengthPercent / 100);
  });
});
