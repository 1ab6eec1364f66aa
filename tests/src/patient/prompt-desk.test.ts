import { expect, it } from 'vitest';
import { Patient } from '../../../src/patient/patient.js';
import type { SessionRequest } from '../../../src/patient/session.js';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import { ConfigError, StreamError } from '../../../src/ground/signal/errors.js';
import type { CalibrationSpec } from '../../../src/decoder/calibration/calibration-fields.js';
import { smallScenario } from '../../support/small-scenario.js';
import { FakeHost, settled } from './fake-host.js';

type Prompt = Extract<ServerMessage, { op: 'prompt' }>;

/** 1.2 s a prompt, 4.8 s in all. */
const short = {
  movements: ['rest', 'knee-flexion'] as const,
  repetitions: 2,
  countdownMs: 200,
  rampMs: 200,
  holdMs: 500,
  restMs: 100,
  strengthPercent: 60,
};

interface Prompted {
  readonly host: FakeHost;
  readonly patient: Patient;
  readonly messages: ServerMessage[];
  prompts(): Prompt[];
  phases(): string[];
}

/** A patient who lives, with a short plan. */
async function living(calibration: Partial<CalibrationSpec> = {}): Promise<Prompted> {
  const host = new FakeHost();
  const scenario = smallScenario({ calibration: { ...short, ...calibration } });
  const patient = new Patient({ ...host.ports, scenario });
  const messages: ServerMessage[] = [];
  patient.messages$.subscribe((message) => messages.push(message));
  await settled();
  await host.newest('calibrate').finish();
  await host.pass(500);
  const prompts = (): Prompt[] => messages.flatMap((one) => (one.op === 'prompt' ? [one] : []));
  const phases = (): string[] =>
    prompts()
      .map(({ phase }) => phase)
      .filter((phase, i, all) => phase !== all[i - 1]);
  return { host, patient, messages, prompts, phases };
}

/** Ask for what is answered at once. */
function ask(patient: Patient, request: SessionRequest, from?: object): ServerMessage {
  const answer = patient.request(request, from);
  if (answer instanceof Promise) throw new Error(`${request.op} is answered later`);
  return answer;
}
const bySimulated = { op: 'startPrompts', by: 'simulated-user' } as const;
const byPerson = { op: 'startPrompts', by: 'person' } as const;

it('prompts the simulated user, who follows, then trains and adopts the new decoder', async () => {
  const { host, patient, messages, prompts, phases } = await living();
  ask(patient, bySimulated);
  expect(prompts()).toHaveLength(1);
  expect(prompts()[0]).toMatchObject({
    by: 'simulated-user',
    phase: 'countdown',
    movement: 'rest',
    next: 'rest',
    repetition: 1,
    repetitions: 2,
    recorded: [
      { label: 'rest', repetitions: 0 },
      { label: 'knee-flexion', repetitions: 0 },
    ],
  });
  await host.pass(4400);
  expect(phases().slice(0, 6)).toEqual(['countdown', 'ramp-up', 'hold', 'ramp-down', 'rest', 'countdown']);
  const holds = prompts().filter(({ phase, movement }) => phase === 'hold' && movement === 'knee-flexion');
  expect(holds.at(-1)).toMatchObject({ strength: 0.6, repetition: 2 });
  // The person comes after, in their own time.
  expect(Math.max(...prompts().map(({ level }) => level))).toBeCloseTo(0.6, 1);
  expect(host.jobs.some(({ name }) => name === 'train')).toBe(false);
  await host.pass(600);
  expect(prompts().at(-1)).toMatchObject({
    phase: 'done',
    progress: 1,
    next: null,
    recorded: [
      { label: 'rest', repetitions: 2 },
      { label: 'knee-flexion', repetitions: 2 },
    ],
  });
  // At most ten times a second, and on a change of phase.
  expect(prompts().length).toBeLessThan(4.8 * 10 + 25);
  expect(patient.status()).toMatchObject({ phase: 'calibrating' });
  expect(messages.findLast(({ op }) => op === 'intent')).toMatchObject({ who: 'script' });
  const before = messages.length;
  await host.newest('train').finish();
  expect(messages.slice(before)).toContainEqual(
    expect.objectContaining({
      op: 'calibration',
      calibration: expect.objectContaining({
        classes: ['knee-flexion', 'rest'],
        quality: [
          expect.objectContaining({ label: 'knee-flexion' }),
          expect.objectContaining({ label: 'rest' }),
        ],
      }),
    }),
  );
  expect(patient.status()).toMatchObject({ phase: 'running', text: 'Calibrated' });
  await patient.close();
});

it('records one class again and trains on it and on what there was of the others', async () => {
  const { host, patient, prompts } = await living();
  ask(patient, { op: 'retryClass', label: 'knee-flexion', by: 'simulated-user' });
  await host.pass(2500);
  expect(prompts().at(-1)).toMatchObject({
    phase: 'done',
    recorded: [{ label: 'knee-flexion', repetitions: 2 }],
  });
  await host.newest('train').finish();
  const windows = (): number[] => patient.info().calibration?.windows.slice() ?? [];
  const once = windows();
  expect(once).toHaveLength(2);
  ask(patient, { op: 'retryClass', label: 'knee-flexion', by: 'simulated-user', keep: true });
  await host.pass(2500);
  await host.newest('train').finish();
  expect(windows()).toEqual([2 * (once[0] ?? 0), once[1]]);
  await patient.close();
});

it('prompts a person, who alone may follow, and stops when they leave', async () => {
  const { host, patient, prompts, messages } = await living();
  const me = {};
  ask(patient, byPerson, me);
  await host.pass(300);
  ask(patient, { op: 'setIntent', activations: [{ movement: 'knee-flexion', strength: 0.3 }] }, me);
  await host.pass(300);
  expect(prompts().at(-1)).toMatchObject({ by: 'person', level: expect.closeTo(0.3, 2) });
  expect(patient.greeting().some(({ op }) => op === 'prompt')).toBe(true);
  patient.left({});
  expect(prompts().at(-1)?.phase).not.toBe('stopped');
  patient.left(me);
  expect(prompts().at(-1)).toMatchObject({ phase: 'stopped' });
  expect(messages.at(-1)).toMatchObject({ op: 'intent', who: 'script' });
  await host.pass(6000);
  expect(host.jobs.some(({ name }) => name === 'train')).toBe(false);
  expect(patient.greeting().some(({ op }) => op === 'prompt')).toBe(false);
  await patient.close();
});

it('keeps the intent of the simulated user to itself until it is stopped', async () => {
  const { patient, prompts } = await living();
  ask(patient, bySimulated);
  expect(() => ask(patient, { op: 'setIntent', activations: [] })).toThrow(StreamError);
  ask(patient, { op: 'stopPrompts' });
  expect(prompts().at(-1)).toMatchObject({ phase: 'stopped' });
  expect(ask(patient, { op: 'setIntent', activations: [] })).toEqual({ op: 'ok', of: 'setIntent' });
  await patient.close();
});

it('waits while the stream is paused', async () => {
  const { host, patient, prompts } = await living();
  ask(patient, bySimulated);
  await host.pass(1000);
  ask(patient, { op: 'setPaused', paused: true });
  const { progress = NaN } = prompts().at(-1) ?? {};
  await host.pass(10_000);
  expect(prompts().at(-1)).toMatchObject({ progress });
  ask(patient, { op: 'setPaused', paused: false });
  await host.pass(4000);
  expect(prompts().at(-1)).toMatchObject({ phase: 'done' });
  await patient.close();
});

it('stops for another patient and for a test, and is refused while one is made ready', async () => {
  const { host, patient, prompts } = await living();
  ask(patient, bySimulated);
  await host.pass(500);
  ask(patient, { op: 'startTest', test: 'motion', by: 'simulated-user' });
  expect(prompts().at(-1)).toMatchObject({ phase: 'stopped' });
  ask(patient, bySimulated);
  expect(prompts().at(-1)).toMatchObject({ phase: 'countdown' });
  ask(patient, { op: 'loadPreset', name: 'transhumeral-tmr' });
  expect(prompts().at(-1)).toMatchObject({ phase: 'stopped' });
  expect(() => ask(patient, byPerson)).toThrow(StreamError);
  await patient.close();
});

it('is aborted while it trains by another person, and leaves the decoder where training fails', async () => {
  const { host, patient, messages } = await living();
  ask(patient, bySimulated);
  await host.pass(5000);
  await host.newest('train').fail(new StreamError('no use', { hint: 'Again.' }));
  expect(messages).toContainEqual(expect.objectContaining({ op: 'error', message: 'no use' }));
  expect(patient.status()).toMatchObject({ phase: 'running', text: 'The former decoder stays' });
  ask(patient, bySimulated);
  await host.pass(5000);
  ask(patient, { op: 'loadScenario', scenario: { ...smallScenario({ seed: 9 }) } });
  expect(host.newest('train').signal.aborted).toBe(true);
  await patient.close();
});

it('has no prompts where the style is free', async () => {
  const { patient } = await living({ style: 'free' });
  expect(() => ask(patient, bySimulated)).toThrow(ConfigError);
  await patient.close();
});
