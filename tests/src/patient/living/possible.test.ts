import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ModelError, MyodesisError } from '../../../../src/ground/signal/errors.js';
import { untrainedPaths } from '../../../../src/decoder/decoder-fields.js';
import type { PatientEffect, PatientEvent } from '../../../../src/patient/living/events.js';
import { reduce } from '../../../../src/patient/living/reduce.js';
import {
  nobody,
  statusOf,
  ticketsOf,
  wantedScenario,
  type PatientState,
} from '../../../../src/patient/living/state.js';
import { mergeScenario } from '../../../../src/scenario/scenario.js';
import { smallScenario } from '../../../support/small-scenario.js';

const error = new ModelError('cannot', { hint: 'Do not.' });
const base = smallScenario();
const persons = [base, smallScenario({ seed: 5 }), smallScenario({ journey: { stages: [{}, {}] } })];
const patches = [
  { decoder: { windowMs: 150 } },
  { decoder: { windowMs: base.decoder.windowMs } },
  { decoder: { smoothing: { majorityVotes: 7 } } },
  { limb: { fatThicknessMm: 9 } },
  { surgery: { daysSinceSurgery: 20 } },
  { disturbances: { noiseUv: 11 } },
  { journey: { stages: [{}, {}] } },
  { journey: { stages: [] } },
  { seed: 8 },
];

/** Events by what is chosen for them: which person, patch or ticket, once the state is known. */
type Choice = (state: PatientState, begun: number[]) => PatientEvent;

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];
const choices: fc.Arbitrary<Choice> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .nat(2)
      .map((n): Choice => () => ({ type: 'load', scenario: pick(persons, n) ?? base, given: n === 1 })),
  },
  {
    weight: 5,
    arbitrary: fc.nat(patches.length - 1).map((n): Choice => (state) => ({
      type: 'change',
      scenario: mergeScenario(wantedScenario(state) ?? base, pick(patches, n) ?? {}),
      whole: false,
      index: n,
    })),
  },
  // Of work that is under way, and of work that was given up.
  {
    weight: 8,
    arbitrary: fc.nat(30).map((n): Choice => (_, begun) => ({ type: 'done', ticket: pick(begun, n) ?? 1 })),
  },
  {
    weight: 3,
    arbitrary: fc
      .nat(30)
      .map((n): Choice => (_, begun) => ({ type: 'failed', ticket: pick(begun, n) ?? 1, error })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(30), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, share]): Choice => (_, begun) => ({ type: 'progress', ticket: pick(begun, n) ?? 1, share })),
  },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom<PatientEvent>(
        { type: 'calibrate' },
        { type: 'trainRecorded' },
        { type: 'trainPrompted' },
        { type: 'outgrown' },
        { type: 'bodyChanged', stale: true },
        { type: 'bodyChanged', stale: false },
        { type: 'tired' },
        { type: 'pause', paused: true },
        { type: 'pause', paused: false },
        { type: 'enterStage', stage: 1, index: 100 },
        { type: 'streamFailed', error },
      )
      .map(
        (event): Choice =>
          () =>
            event,
      ),
  },
  { weight: 1, arbitrary: fc.constant<Choice>(() => ({ type: 'close' })) },
);

const begins: ReadonlySet<PatientEffect['do']> = new Set([
  'prepare',
  'calibrate',
  'trainRecorded',
  'trainPrompted',
  'trainAgain',
  'deriveBody',
  'deriveTemplates',
]);

/** What must hold of every state. */
function expectPossible(state: PatientState): void {
  const { living, coming, lost, closed } = state;
  if (closed) expect([living, coming, lost]).toEqual([null, null, null]);
  else expect(living ?? coming ?? lost).not.toBeNull();
  if (lost) expect(living).toBeNull();
  // Who comes never waits for a training of who lives.
  if (living && coming) expect(living.training).toBeNull();
  const tickets = ticketsOf(state);
  expect(new Set(tickets).size).toBe(tickets.length);
  for (const ticket of tickets) expect(ticket).toBeLessThan(state.next);
  if (living?.journey) {
    expect(living.scenario.journey.stages.length).toBeGreaterThan(living.journey.stage);
  } else if (living) expect(living.scenario.journey.stages).toEqual([]);
  // A decoder that is not what the scenario says is being made, unless somebody else is coming first.
  if (living && !living.training && !coming)
    expect(untrainedPaths(living.trained, living.scenario.decoder)).toEqual([]);
  const { progress = 0 } = statusOf(state);
  expect(progress).toBeGreaterThanOrEqual(0);
  expect(progress).toBeLessThanOrEqual(1);
}

it('no order of events leads to an impossible state, or leaves stale work running', () => {
  fc.assert(
    fc.property(fc.array(choices, { maxLength: 60, size: 'max' }), (chosen) => {
      let state = reduce(nobody, { type: 'load', scenario: base, given: false }).state;
      /** Tickets whose work is under way, and all that ever were. */
      const open = new Set([1]);
      const begun = [1];
      for (const choose of chosen) {
        const event = choose(state, begun);
        const before = state;
        let effects: readonly PatientEffect[] = [];
        try {
          ({ state, effects } = reduce(state, event));
        } catch (refusal) {
          expect(refusal).toBeInstanceOf(MyodesisError);
          expect(state).toBe(before);
          continue;
        }
        if (event.type === 'done' || event.type === 'failed') open.delete(event.ticket);
        for (const effect of effects) {
          if (!('ticket' in effect)) continue;
          const { ticket } = effect;
          if (effect.do === 'abort') expect(open.delete(ticket), 'aborts what is under way').toBe(true);
          if (effect.do === 'adopt') expect(event).toMatchObject({ type: 'done', ticket });
          if (!begins.has(effect.do)) continue;
          expect(begun).not.toContain(ticket);
          open.add(ticket);
          begun.push(ticket);
        }
        expectPossible(state);
        expect(new Set(ticketsOf(state)), 'what is under way is what is waited for').toEqual(open);
      }
    }),
    { numRuns: 300 },
  );
});
