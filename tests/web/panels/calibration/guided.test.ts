import { Store } from '../../../../web/data/store.js';
import { expect, it } from 'vitest';
import { courseGeometry } from '../../../../web/panels/calibration/course-geometry.js';
import { isPrompting, promptWords, type Prompt } from '../../../../web/panels/calibration/prompt-words.js';

const { nameOf } = new Store();

/** A second of countdown, rise, hold, fall and rest each, to 60 %. */
const course = [0, 1, 2, 3, 4, 5].map((seconds) => ({
  seconds,
  strength: seconds === 2 || seconds === 3 ? 0.6 : 0,
}));

function prompt(changes: Partial<Prompt> = {}): Prompt {
  return {
    op: 'prompt',
    by: 'person',
    phase: 'hold',
    movement: 'hand-close',
    next: 'hand-close',
    strength: 0.6,
    level: 0.3,
    secondsLeft: 0.4,
    repetition: 2,
    repetitions: 3,
    progress: 0.5,
    course,
    elapsed: 2.5,
    recorded: [],
    ...changes,
  };
}

it.each([
  [
    { phase: 'countdown', secondsLeft: 1.2 },
    'Hand close',
    'Get ready: Hand close',
    'in 2 s, repetition 2 of 3',
  ],
  [{ phase: 'ramp-up' }, 'Hand close', 'Hand close: rise with the line', '1 s, repetition 2 of 3'],
  [{}, 'Hand close', 'Hand close: hold', '1 s, repetition 2 of 3'],
  [{ next: 'rest' }, 'Rest', 'Stay relaxed', '1 s, repetition 2 of 3'],
  [{ phase: 'rest' }, 'Rest', 'Rest. Next: Hand close', '1 s, repetition 2 of 3'],
  [{ phase: 'rest', next: null }, 'Rest', 'Rest', '1 s, repetition 2 of 3'],
  [{ phase: 'done', next: null }, 'Done', 'Everything is recorded', ''],
] as const)('says what to do: %j', (changes, headline, ask, detail) => {
  expect(promptWords(prompt(changes), nameOf)).toEqual({ headline, ask, detail });
});

it('says the same throughout a phase, so that it is read aloud once', () => {
  const asks = [1.9, 1.1, 0.2].map((secondsLeft) => promptWords(prompt({ secondsLeft }), nameOf).ask);
  expect(new Set(asks).size).toBe(1);
});

it('is over when it is done or stopped', () => {
  const over = (['hold', 'done', 'stopped'] as const).map((phase) => isPrompting(prompt({ phase })));
  expect([...over, isPrompting(undefined)]).toEqual([true, false, false, false]);
});

it('draws the trapezoid, the moment, and the person’s own strength', () => {
  const done = [0, 1].map((seconds) => ({ seconds, strength: 0.5 * seconds }));
  expect(courseGeometry(prompt(), done)).toEqual({
    own: 'M0 40L20 20',
    target: 'M0 40L20 40L40 16L60 16L80 40L100 40',
    x: 50,
    y: 16,
    ownY: 28,
  });
  expect(courseGeometry(prompt({ course: [], elapsed: 0, level: 2 }))).toMatchObject({
    target: '',
    x: 0,
    ownY: 0,
  });
});
