import { afterEach, expect, it, vi } from 'vitest';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { FeatureExtractor } from '../../../src/decoder/features/feature-extractor.js';
import { ModelError, StreamError } from '../../../src/ground/signal/errors.js';
import { Envelope } from '../../../src/patient/envelope.js';
import { Patient } from '../../../src/patient/patient.js';
import type { SessionRequest, StreamFrame } from '../../../src/patient/session.js';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import type { Scenario } from '../../../src/scenario/scenario.js';
import { smallScenario } from '../../support/small-scenario.js';
import { FakeHost, settled } from './fake-host.js';

const another = smallScenario({ seed: 5, name: 'another' });

interface Watched {
  readonly host: FakeHost;
  readonly patient: Patient;
  readonly messages: ServerMessage[];
  readonly raw: StreamFrame[];
}

afterEach(() => {
  vi.restoreAllMocks();
});

async function watched(scenario: Scenario = smallScenario()): Promise<Watched> {
  const host = new FakeHost();
  const patient = new Patient({ ...host.ports, scenario });
  const messages: ServerMessage[] = [];
  const raw: StreamFrame[] = [];
  patient.messages$.subscribe((message) => messages.push(message));
  patient.frames('raw').subscribe((frame) => raw.push(frame));
  await settled();
  return { host, patient, messages, raw };
}

/** A patient who lives and has been heard for half a second. */
async function alive(scenario?: Scenario): Promise<Watched> {
  const watch = await watched(scenario);
  await watch.host.newest('calibrate').finish();
  await watch.host.pass(500);
  return watch;
}

function expectContiguous(frames: readonly StreamFrame[]): void {
  frames.slice(1).forEach((frame, i) => {
    const before = frames[i];
    if (before) expect(frame.index).toBe(before.index + before.length);
  });
}

/** Ask for what is answered at once. */
function ask(patient: Patient, request: SessionRequest): ServerMessage {
  const answer = patient.request(request);
  if (answer instanceof Promise) throw new Error(`${request.op} is answered later`);
  return answer;
}

const texts = (messages: readonly ServerMessage[]): string[] =>
  messages.flatMap((message) => (message.op === 'status' ? [`${message.phase}: ${message.text}`] : []));

it('is silent until templates and decoder are there, then lives', async () => {
  const { host, patient, messages, raw } = await watched();
  expect(patient.status()).toMatchObject({ phase: 'calibrating', progress: 0 });
  host.newest('calibrate').onProgress(0.5);
  expect(patient.status()).toMatchObject({ phase: 'calibrating', progress: 0.5 });
  await host.pass(1000);
  expect(raw).toEqual([]);
  expect(() => ask(patient, { op: 'setIntent', activations: [] })).toThrow(StreamError);
  await host.newest('calibrate').finish();
  expect(patient.status()).toMatchObject({ phase: 'running' });
  await host.pass(1000);
  expect(raw).toHaveLength(50);
  expect(raw[0]?.index).toBe(0);
  expectContiguous(raw);
  expect(messages.some(({ op }) => op === 'statistics')).toBe(true);
  await patient.close();
});

it('goes on living until another patient is wholly ready', async () => {
  const { host, patient, messages, raw } = await alive();
  const { op, name } = { op: 'loadScenario' as const, name: another.name };
  const before = messages.length;
  expect(ask(patient, { op, scenario: { ...another } })).toMatchObject({ op: 'ok', text: 'restarting' });
  await host.pass(500);
  expect(raw).toHaveLength(50);
  expectContiguous(raw);
  expect(messages.slice(before).some((message) => message.op === 'serverInfo')).toBe(false);
  expect(patient.info().scenario).not.toMatchObject({ name });
  expect(patient.scenario()).toMatchObject({ name });
  await host.newest('calibrate').finish();
  const info = messages.slice(before).find((message) => message.op === 'serverInfo');
  expect(info).toMatchObject({ index: 0, scenario: { name }, calibration: { classes: expect.any(Array) } });
  await host.pass(100);
  expect(raw.slice(50).map(({ index }) => index)).toEqual([0, 40, 80, 120, 160]);
  await patient.close();
});

it('outlives a patient who cannot be made', async () => {
  const { host, patient, messages, raw } = await alive();
  ask(patient, { op: 'loadScenario', scenario: { ...another } });
  await host.newest('calibrate').fail(new ModelError('it cannot be learned', { hint: 'Record more.' }));
  expect(messages).toContainEqual(expect.objectContaining({ op: 'error', message: 'it cannot be learned' }));
  await host.pass(100);
  expect(patient.status()).toMatchObject({ phase: 'running', text: smallScenario().name });
  expectContiguous(raw);
  expect(patient.scenario()).toEqual(smallScenario());
  await patient.close();
});

it('aborts a training that is of no more use, and asks for the new one at once', async () => {
  const { host, patient } = await alive();
  const window = (windowMs: number) =>
    ask(patient, { op: 'patchScenario', patch: { decoder: { windowMs } } });
  window(150);
  const stale = host.newest('train');
  window(160);
  expect(stale.signal.aborted).toBe(true);
  const newer = host.newest('train');
  ask(patient, { op: 'loadScenario', scenario: { ...another } });
  expect(newer.signal.aborted).toBe(true);
  expect(host.newest('calibrate').signal.aborted).toBe(false);
  await patient.close();
  expect(host.jobs.every(({ signal, name }) => signal.aborted || name === 'calibrate')).toBe(true);
});

it('decides by the old decoder until the new one is there', async () => {
  const { host, patient, messages, raw } = await alive();
  const decisions: StreamFrame[] = [];
  patient.frames('decisions').subscribe((frame) => decisions.push(frame));
  ask(patient, { op: 'patchScenario', patch: { decoder: { windowMs: 150, stepMs: 30 } } });
  await host.pass(500);
  const before = decisions.length;
  expect(before).toBeGreaterThan(0);
  await host.newest('train').finish();
  await host.pass(1000);
  expectContiguous(raw);
  const steps = decisions.slice(before).map(({ index }, i, all) => index - (all[i - 1]?.index ?? NaN));
  expect(new Set(steps.slice(1))).toEqual(new Set([60]));
  expect(texts(messages)).toContain('running: Trained');
  await patient.close();
});

it('keeps the decoder that runs where a training fails, and says what is true of it', async () => {
  const { host, patient, messages } = await alive();
  ask(patient, { op: 'patchScenario', patch: { decoder: { windowMs: 150 } } });
  await host.newest('train').fail(new Error('a defect'));
  expect(host.logged).toHaveLength(1);
  expect(patient.scenario().decoder.windowMs).toBe(smallScenario().decoder.windowMs);
  expect(texts(messages).at(-1)).toBe('running: The former decoder stays');
  await patient.close();
});

it('answers who asked for a training when it is done, and refuses when it is not', async () => {
  const { host, patient } = await alive();
  for (const activation of [null, { movement: 'knee-flexion' as const, strength: 0.7 }]) {
    ask(patient, { op: 'setIntent', activations: activation ? [activation] : [] });
    await patient.request({ op: 'startRecordingClass', label: activation?.movement ?? 'rest' });
    await host.pass(1000);
  }
  const answer = patient.request({ op: 'trainRecorded' });
  await host.newest('train').finish();
  expect(await answer).toMatchObject({ op: 'ok', of: 'trainRecorded' });
  expect(patient.info().classes).toEqual(['knee-flexion', 'rest']);
  const overtaken = patient.request({ op: 'trainRecorded' });
  ask(patient, { op: 'calibrate' });
  await expect(overtaken).rejects.toThrow(/another training/);
  const left = patient.request({ op: 'trainRecorded' });
  await Promise.all([expect(left).rejects.toThrow(/gone/), patient.close()]);
});

it('takes a new body without a gap in the index, and the intent with it', async () => {
  const { host, patient, raw, messages } = await alive();
  ask(patient, { op: 'setIntent', activations: [{ movement: 'knee-flexion', strength: 0.5 }] });
  ask(patient, { op: 'patchScenario', patch: { surgery: { daysSinceSurgery: 20 } } });
  await host.pass(200);
  await host.newest('deriveFresh').finish();
  await host.pass(200);
  expectContiguous(raw);
  expect(messages).toContainEqual(expect.objectContaining({ op: 'event', text: 'new body' }));
  const intents = messages.filter(({ op }) => op === 'intent');
  expect(intents.at(-1)).toMatchObject({ who: 'person' });
  await patient.close();
});

it('derives templates one at a time, the newest body last', async () => {
  const { host, patient, messages } = await alive();
  const fat = (fatThicknessMm: number) =>
    ask(patient, { op: 'patchScenario', patch: { limb: { fatThicknessMm } } });
  for (const mm of [6, 7, 8]) fat(mm);
  const derivations = (): number => host.jobs.filter(({ name }) => name === 'derive').length;
  expect(derivations()).toBe(1);
  await host.newest('derive').finish();
  expect(derivations()).toBe(2);
  await host.newest('derive').finish();
  await host.pass(200);
  expect(derivations()).toBe(2);
  expect(messages.filter((message) => message.op === 'event' && message.kind === 'templates')).toHaveLength(
    2,
  );
  await patient.close();
});

it('stops where it is paused', async () => {
  const { host, patient, raw } = await alive();
  ask(patient, { op: 'setPaused', paused: true });
  await host.pass(1000);
  expect(raw).toHaveLength(25);
  expect(patient.status()).toMatchObject({ phase: 'paused' });
  ask(patient, { op: 'setPaused', paused: false });
  await host.pass(100);
  expect(raw.length).toBeGreaterThan(25);
  expectContiguous(raw);
  await patient.close();
});

it('computes nothing that nobody watches', async () => {
  const envelope = vi.spyOn(Envelope.prototype, 'push');
  const { host, patient } = await alive();
  expect(envelope).not.toHaveBeenCalled();
  const columns: StreamFrame[] = [];
  const watching = patient.frames('envelope').subscribe((frame) => columns.push(frame));
  await host.pass(200);
  expect(columns).toHaveLength(10);
  watching.unsubscribe();
  const calls = envelope.mock.calls.length;
  await host.pass(200);
  expect(envelope.mock.calls).toHaveLength(calls);
  await patient.close();
});

it('goes on recording another patient in another file, from the first block on', async () => {
  const { host, patient, messages } = await alive();
  await patient.request({ op: 'startRecording', format: 'csv' });
  await host.pass(200);
  ask(patient, { op: 'loadScenario', scenario: { ...another } });
  await host.pass(200);
  let open = (): void => undefined;
  host.opens = new Promise((resolve) => (open = resolve));
  await host.newest('calibrate').finish();
  await host.pass(200);
  open();
  await settled();
  await host.pass(200);
  const [first, second] = host.recordings;
  expect(first).toMatchObject({ file: '0.csv', closed: true });
  expect(first?.indices).toHaveLength(20);
  expect(second?.indices.slice(0, 3)).toEqual([0, 40, 80]);
  expect(second?.indices).toHaveLength(20);
  const told = messages.flatMap((message) => (message.op === 'recorder' ? [message] : []));
  expect(told.map(({ file, url }) => [file, url])).toEqual([
    ['0.csv', null],
    ['0.csv', '/0.csv'],
    ['1.csv', null],
  ]);
  await patient.close();
});

it.each([
  ['body', () => vi.spyOn(Synthesizer.prototype, 'next')],
  ['decoder', () => vi.spyOn(FeatureExtractor.prototype, 'extract')],
] as const)('a defect of the %s ends this patient only, and another can come', async (_, spy) => {
  const { host, patient, messages, raw } = await alive();
  patient.frames('decisions').subscribe();
  const broken = spy().mockImplementation(() => {
    throw new Error('a defect');
  });
  await host.pass(500);
  expect(patient.status()).toMatchObject({ phase: 'failed', text: expect.stringContaining('a defect') });
  expect(host.logged).toHaveLength(1);
  const held = raw.length;
  await host.pass(500);
  expect(raw).toHaveLength(held);
  broken.mockRestore();
  ask(patient, { op: 'loadScenario', scenario: { ...another } });
  await host.newest('calibrate').finish();
  await host.pass(100);
  expect(raw.length).toBe(held + 5);
  expect(texts(messages).at(-1)).toBe('running: another');
  await patient.close();
});
