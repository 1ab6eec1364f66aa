import { describe, expect, it } from 'vitest';
import type { PatientEffect, PatientEvent } from '../../../../src/patient/living/events.js';
import { stageDue } from '../../../../src/patient/living/journey.js';
import { reduce } from '../../../../src/patient/living/reduce.js';
import { nobody, phaseOf, statusOf, type PatientState } from '../../../../src/patient/living/state.js';
import { ConfigError, ModelError, StreamError } from '../../../../src/ground/signal/errors.js';
import { mergeScenario, type Scenario } from '../../../../src/scenario/scenario.js';
import { smallScenario } from '../../../support/small-scenario.js';

const scenario = smallScenario();
const another = smallScenario({ seed: 5, name: 'another' });
const error = new ModelError('it cannot be learned', { hint: 'Record more.' });

const patched = (patch: Record<string, unknown>, of: Scenario = scenario): PatientEvent => ({
  type: 'change',
  scenario: mergeScenario(of, patch),
  whole: false,
  index: 4000,
});
const load = (asked: Scenario, given = false): PatientEvent => ({ type: 'load', scenario: asked, given });
const done = (ticket: number): PatientEvent => ({ type: 'done', ticket });
const failed = (ticket: number): PatientEvent => ({ type: 'failed', ticket, error });

const windowOf = (windowMs: number): PatientEvent => patched({ decoder: { windowMs } });

/** What comes of events, one after the other: the state, and the effects of the last. */
function after(...events: PatientEvent[]): { state: PatientState; effects: readonly PatientEffect[] } {
  let state = nobody;
  let effects: readonly PatientEffect[] = [];
  for (const event of events) ({ state, effects } = reduce(state, event));
  return { state, effects };
}

/** Effects in short: what is done, and by which ticket. */
const short = (effects: readonly PatientEffect[]): string[] =>
  effects.map((effect) => ('ticket' in effect ? `${effect.do} ${effect.ticket}` : effect.do));

const born = [load(scenario), done(1)];

describe.each<[what: string, events: PatientEvent[], phase: string, told: string, effects: string[]]>([
  ['a first patient is prepared', [load(scenario)], 'deriving', 'calibrating', ['prepare 1', 'tellInfo']],
  [
    'who is recorded is being calibrated',
    [load(scenario), { type: 'progress', ticket: 1, share: 0.4 }],
    'calibrating',
    'calibrating',
    [],
  ],
  ['who is ready lives', born, 'running', 'running', ['adopt 1']],
  ['who cannot be made is told of', [load(scenario), failed(1)], 'failed', 'failed', ['tellError']],
  ['who is paused waits', [...born, { type: 'pause', paused: true }], 'paused', 'paused', []],
  [
    'who is asked for twice is prepared by the newest wish',
    [load(scenario), load(another)],
    'deriving',
    'calibrating',
    ['abort 1', 'prepare 2', 'tellInfo'],
  ],
  [
    'who is asked for time and again waits until one of them is ready',
    [load(scenario), load(another), load(scenario), load(another), load(scenario), load(another)],
    'deriving',
    'calibrating',
    [],
  ],
  [
    'who waited comes when the one before them lives',
    [load(scenario), load(another), load(scenario), load(another), load(scenario), load(another), done(4)],
    'running',
    'calibrating',
    ['adopt 4', 'prepare 5'],
  ],
  [
    'who waited comes when the one before them cannot be made',
    [load(scenario), load(another), load(scenario), load(another), load(scenario), failed(4)],
    'deriving',
    'calibrating',
    ['tellError', 'prepare 5', 'tellInfo'],
  ],
  [
    'a calibration that is asked for time and again goes on',
    [...born, { type: 'calibrate' }, { type: 'calibrate' }],
    'running',
    'calibrating',
    [],
  ],
  [
    'a calibration of who was changed meanwhile begins anew',
    [...born, { type: 'calibrate' }, patched({ limb: { fatThicknessMm: 9 } }), { type: 'calibrate' }],
    'running',
    'calibrating',
    ['abort 2', 'calibrate 3'],
  ],
  [
    'another patient leaves the old one alive',
    [...born, load(another)],
    'running',
    'calibrating',
    ['prepare 2'],
  ],
  [
    'another patient takes over when ready',
    [...born, load(another), done(2)],
    'running',
    'running',
    ['adopt 2'],
  ],
  [
    'another patient who cannot be made leaves the old one alive',
    [...born, load(another), failed(2)],
    'running',
    'running',
    ['tellError'],
  ],
  [
    'a new patient never waits for a training that is of no more use',
    [...born, windowOf(150), load(another)],
    'running',
    'calibrating',
    ['abort 2', 'prepare 3'],
  ],
  [
    'the training goes on when the new patient does not come',
    [...born, windowOf(150), load(another), failed(3)],
    'running',
    'calibrating',
    ['tellError', 'trainAgain 4'],
  ],
  [
    'a stale training makes way for the newest',
    [...born, windowOf(150), windowOf(160)],
    'running',
    'calibrating',
    ['update', 'tellScenario', 'abort 2', 'trainAgain 3'],
  ],
  [
    'a description that is taken back needs no training',
    [...born, windowOf(150), windowOf(scenario.decoder.windowMs)],
    'running',
    'running',
    ['update', 'tellScenario', 'abort 2'],
  ],
  [
    'a calibration is not given up for a description; it is trained on afterwards',
    [...born, { type: 'calibrate' }, windowOf(150), done(2)],
    'running',
    'calibrating',
    ['adopt 2', 'trainAgain 3'],
  ],
  [
    'a training that failed leaves the decoder that runs, and says so',
    [...born, windowOf(150), failed(2)],
    'running',
    'running',
    ['tellError', 'tellScenario'],
  ],
  [
    'a body that was outgrown is derived, one at a time, the newest last',
    [...born, { type: 'outgrown' }, { type: 'outgrown' }, done(2)],
    'running',
    'running',
    ['deriveBody 3'],
  ],
  [
    'a body that fits again is not replaced',
    [...born, { type: 'outgrown' }, { type: 'bodyChanged', stale: false }],
    'running',
    'running',
    ['abort 2'],
  ],
  [
    'templates that come after another change are used, and derived again',
    [...born, { type: 'bodyChanged', stale: true }, { type: 'bodyChanged', stale: true }, done(2)],
    'running',
    'running',
    ['adopt 2', 'deriveTemplates 3'],
  ],
  [
    'templates that cannot be derived are not tried again until the body changes',
    [...born, { type: 'tired' }, failed(2), { type: 'tired' }],
    'running',
    'running',
    [],
  ],
  [
    'a new body brings its own templates',
    [...born, { type: 'tired' }, { type: 'outgrown' }, done(3)],
    'running',
    'running',
    ['abort 2', 'adopt 3'],
  ],
  [
    'a stream that fails ends the patient and all work for them',
    [...born, { type: 'tired' }, windowOf(150), { type: 'streamFailed', error }],
    'failed',
    'failed',
    ['abort 3', 'abort 2', 'tellError'],
  ],
  [
    'after a failure another patient can come',
    [...born, { type: 'streamFailed', error }, load(another), done(2)],
    'running',
    'running',
    ['adopt 2'],
  ],
  ['after closing nothing happens', [...born, { type: 'close' }, load(another)], 'closed', 'failed', []],
])('%s', (_, events, phase, told, effects) => {
  it(`is ${phase}`, () => {
    const { state, effects: got } = after(...events);
    expect(phaseOf(state)).toBe(phase);
    expect(statusOf(state).phase).toBe(told);
    expect(short(got)).toEqual(effects);
  });
});

it('says where another than the one who is heard was asked for', () => {
  const coming = (...events: PatientEvent[]): boolean | undefined => statusOf(after(...events).state).coming;
  expect(coming(load(scenario))).toBeUndefined();
  expect(coming(...born, { type: 'calibrate' })).toBeUndefined();
  expect(coming(...born, load(another))).toBe(true);
  expect(coming(...born, load(another), done(2))).toBeUndefined();
});

it('keeps smoothing that was turned while a training failed', () => {
  const turned = patched({ decoder: { windowMs: 150, smoothing: { majorityVotes: 9 } } });
  const { state } = after(...born, turned, failed(2));
  expect(state.living?.scenario.decoder).toMatchObject({
    windowMs: scenario.decoder.windowMs,
    smoothing: { majorityVotes: 9 },
  });
});

it('refuses to train what came from a file, and says what can be done', () => {
  const { state } = after(load(scenario, true), done(1));
  expect(() => reduce(state, windowOf(150))).toThrow(ConfigError);
  expect(reduce(state, patched({ decoder: { smoothing: { majorityVotes: 9 } } })).reply).toBe(
    'decoder.smoothing.majorityVotes',
  );
  const calibrated = reduce(reduce(state, { type: 'calibrate' }).state, done(2));
  expect(short(reduce(calibrated.state, windowOf(150)).effects)).toContain('trainAgain 3');
});

it('tells whoever waits for a training on what was recorded that another has taken its place', () => {
  const { state } = after(...born, { type: 'trainRecorded' });
  expect(short(reduce(state, { type: 'calibrate' }).effects)).toEqual(['refuse 2', 'abort 2', 'calibrate 3']);
  expect(short(reduce(state, failed(2)).effects)).toEqual(['refuse 2']);
  const { state: coming } = after(...born, load(another));
  expect(() => reduce(coming, { type: 'trainRecorded' })).toThrow(StreamError);
});

it('trains on what was prompted for, and says so', () => {
  const { state, effects } = after(...born, { type: 'trainPrompted' });
  expect(short(effects)).toEqual(['trainPrompted 2']);
  const { state: coming } = after(...born, load(another));
  expect(() => reduce(coming, { type: 'trainPrompted' })).toThrow(/^trainPrompted: another patient/);
  expect(short(reduce(state, failed(2)).effects)).toEqual(['tellError']);
  expect(reduce(state, done(2)).state.living).toMatchObject({ training: null, note: 'Calibrated' });
});

it('derives nothing twice for a calibration of a body that is as it was', () => {
  const reuse = (...events: PatientEvent[]): boolean | undefined =>
    after(...born, ...events, { type: 'calibrate' }).effects.flatMap((effect) =>
      effect.do === 'calibrate' ? [effect.reuse] : [],
    )[0];
  expect(reuse()).toBe(true);
  expect(reuse({ type: 'outgrown' })).toBe(false);
  expect(reuse({ type: 'tired' })).toBe(false);
  expect(reuse(patched({ motorUnits: { fatigue: true } }))).toBe(false);
});

describe('journey', () => {
  const stages = [
    { title: 'first', durationS: 4 },
    { title: 'block', durationS: 6, nerveBlock: true },
  ];
  const travelling = smallScenario({ journey: { stages } });
  const enter = (stage: number, index: number): PatientEvent => ({ type: 'enterStage', stage, index });

  it('goes on by ordinary changes of the scenario', () => {
    const { state, effects } = after(load(travelling), done(1), enter(1, 8000));
    expect(short(effects)).toEqual(['update', 'tellScenario', 'tellStage']);
    expect(state.living?.scenario.surgery.nerveBlock).toBe(true);
    expect(state.living?.journey).toEqual({ stage: 1, from: 8000, held: false });
    expect(statusOf(state).text).toBe(`${travelling.name}: block`);
  });

  it('stays in a stage that is held until it is told to go on', () => {
    const held: PatientEvent = { type: 'enterStage', stage: 1, hold: true, index: 8000 };
    const there = after(load(travelling), done(1), held).state;
    expect(there.living?.journey).toEqual({ stage: 1, from: 8000, held: true });
    expect(there.living && stageDue(there.living, 1e9)).toBeUndefined();
    // Elsewhere it stays held; where it is it begins anew.
    expect(reduce(there, enter(0, 9000)).state.living?.journey).toEqual({ stage: 0, from: 9000, held: true });
    const { state, effects } = reduce(there, { type: 'enterStage', hold: false, index: 50_000 });
    expect(state.living?.journey).toEqual({ stage: 1, from: 50_000, held: false });
    expect(short(effects)).toEqual(['tellStage']);
    expect(state.living && stageDue(state.living, 50_000 + 6 * 2000 - 1)).toBeUndefined();
    expect(state.living && stageDue(state.living, 50_000 + 6 * 2000)).toBe(0);
  });

  it('knows the stages there are', () => {
    const { state } = after(load(travelling), done(1));
    expect(() => reduce(state, enter(2, 0))).toThrow(/journey has 2/);
    expect(() => reduce(after(...born).state, enter(0, 0))).toThrow(/no journey/);
  });

  it('can be begun and left while the patient lives', () => {
    const begun = after(...born, patched({ journey: { stages } }));
    expect(begun.state.living?.journey).toEqual({ stage: 0, from: 4000, held: false });
    const left = reduce(begun.state, patched({ journey: { stages: [] } }, begun.state.living?.scenario));
    expect(left.state.living?.journey).toBeNull();
    expect(short(left.effects)).toEqual(['update', 'tellScenario', 'tellInfo']);
  });
});

it('however often another patient is asked for, somebody comes to life', () => {
  let state = nobody;
  let lives = 0;
  // Whoever is not overtaken for ten wishes is ready.
  const age = new Map<number, number>();
  for (let wish = 0; wish < 200; wish++) {
    const events = [load(wish % 2 ? scenario : another)];
    for (const [ticket, since] of age) if (wish - since >= 10) events.push(done(ticket));
    for (const event of events) {
      const step = reduce(state, event);
      state = step.state;
      if (event.type === 'done') age.delete(event.ticket);
      for (const effect of step.effects) {
        if (effect.do === 'prepare') age.set(effect.ticket, wish);
        if (effect.do === 'abort') age.delete(effect.ticket);
        if (effect.do === 'adopt') lives++;
      }
    }
  }
  expect(lives).toBeGreaterThan(10);
});
