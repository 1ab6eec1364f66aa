import { afterEach, beforeAll, expect, it } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveModel } from '../../../src/patient/ports.js';
import { openLiveModel } from '../../../server/outside/live-model.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import { realTime } from '../../../src/pipeline/clock.js';
import { recordCalibration } from '../../../src/patient/calibrate.js';
import { livePatient, type LivePatient } from '../../server/live-patient.js';
import { OutsideProcess, type Heard } from '../../server/outside/outside-process.js';
import { smallScenario } from '../../support/small-scenario.js';

const clock = realTime();
const scenario = smallScenario();
let folder: string;
const open: { close(): Promise<unknown> }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-outside-'));
  return () => rm(folder, { recursive: true });
});

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function patientWith(outside: LiveModel): Promise<LivePatient> {
  const patient = await livePatient({ scenario, outside, clock });
  open.push(outside.model, patient);
  return patient;
}

/** The class decided in the newest decision of the stream, by name. */
async function decided(patient: LivePatient, label: string): Promise<void> {
  const { client } = patient;
  const info = await client.message('serverInfo', ({ calibration }) => calibration !== null);
  await client.ask({ op: 'subscribe', streams: ['decisions'] });
  const from = client.frames.length;
  const row = info.streams.decisions?.rows.indexOf('step.debounce') ?? -1;
  await client.until(() =>
    client.frames.slice(from).some(({ data }) => data[row] === info.classes.indexOf(label)),
  );
}

const notice = ({ client }: LivePatient, text: RegExp) =>
  client.message('event', (event) => event.kind === 'classifier' && text.test(event.text));

/** A process that learns nothing and always says the same. */
const always =
  (p: readonly number[]) =>
  (message: Heard): unknown => {
    if (message.op === 'hello') return { op: 'ready', name: 'stubborn', input: 'raw-features', fit: true };
    if (message.op === 'fit') return message.last ? { op: 'fitted', id: message.id } : undefined;
    return message.op === 'classify' ? { op: 'posterior', id: message.id, p } : undefined;
  };

it('lets a process decide, holds rest when it crashes, and takes it back', async () => {
  const notices: string[] = [];
  const outside = await openLiveModel({ type: 'process', text: 'ws:0', port: 0 }, 500, (text) =>
    notices.push(text),
  );
  const patient = await patientWith(outside);
  const address = /ws:\S+/.exec(notices[0] ?? '')?.[0] ?? '';
  await decided(patient, 'rest'); // Nobody there yet.
  const classes = ['knee-extension', 'knee-flexion', 'rest'];
  const first = await OutsideProcess.connect(address, always([0, 1, 0]));
  await decided(patient, 'knee-flexion');
  expect(first.heard[0]).toMatchObject({ op: 'hello', classes, windowMs: scenario.decoder.windowMs });
  const taught = first.heard.find(({ op }) => op === 'fit');
  expect(taught?.op === 'fit' && new Set(taught.labels)).toEqual(new Set(classes));
  const told = await patient.client.message(
    'statistics',
    ({ statistics }) => (statistics.outside?.answers ?? 0) > 0,
  );
  expect(told.statistics.outside).toMatchObject({ name: 'stubborn', meanMs: expect.any(Number) });
  expect(told.latency.outsideMs).toBeGreaterThan(0);
  await first.stop();
  await notice(patient, /connection to classifier stubborn is lost/);
  await decided(patient, 'rest');
  const second = await OutsideProcess.connect(address, always([1, 0, 0]));
  await decided(patient, 'knee-extension');
  await second.stop();
});

it('rests while a process keeps silent, and says so', async () => {
  const notices: string[] = [];
  const outside = await openLiveModel({ type: 'process', text: 'ws:0', port: 0 }, 40, (text) =>
    notices.push(text),
  );
  const patient = await patientWith(outside);
  const silent = await OutsideProcess.connect(/ws:\S+/.exec(notices[0] ?? '')?.[0] ?? '', (message) =>
    message.op === 'hello' ? { op: 'ready', name: 'mute' } : undefined,
  );
  await notice(patient, /mute did not answer within 40 ms/);
  await decided(patient, 'rest');
  const { statistics } = await patient.client.message(
    'statistics',
    (message) => (message.statistics.outside?.unanswered ?? 0) > 0,
  );
  expect(statistics.outside).toMatchObject({ answers: 0, meanMs: null });
  await silent.stop();
});

it('lets a module learn the calibration and decide; where it throws, everyone is told and it rests', async () => {
  const path = join(folder, 'mine.mjs');
  await writeFile(
    path,
    `export const createClassifier = () => ({
       classes: [],
       fit(x, labels) { this.classes = [...new Set(labels)].sort(); },
       posterior(x) {
         if (globalThis.faulty) throw new Error('my own fault');
         return this.classes.map((name) => (name === 'knee-flexion' ? 0.9 : 0.05));
       },
     });`,
  );
  const outside = await openLiveModel({ type: 'module', text: path, path }, 100, () => undefined);
  const patient = await patientWith(outside);
  await decided(patient, 'knee-flexion');
  // In serverInfo, because the calibration may be over before the client is there.
  const { calibration } = await patient.client.message('serverInfo', (info) => info.calibration !== null);
  expect(calibration?.accuracy).toBeCloseTo(1 / 3, 1); // It always says the same: its own accuracy, not ours.
  Object.assign(globalThis, { faulty: true });
  await notice(patient, /mine\.mjs: posterior failed: my own fault/);
  await decided(patient, 'rest');
  Object.assign(globalThis, { faulty: false });
  await notice(patient, /works again/);
});

/** What an outside classifier may answer in place of three probabilities, and what everyone is told. */
const slips: readonly [unknown, RegExp][] = [
  [[1e308, 1e308, 1e308], /sum is not finite/],
  [[1, 0], /posterior of 2, expected 3/],
  [[-3, 1, 2], /got -3 as probability/],
  [[0, 0, 0], /posterior of zeros/],
];

it.each([...slips, [['a', 'b', 'c'], /p\.0/], [{}, /\bp\b/], [[null, 1, 0], /p\.0/]])(
  'rests where a process answers %j; everyone is told once, and the stream goes on',
  async (p, told) => {
    const notices: string[] = [];
    const outside = await openLiveModel({ type: 'process', text: 'ws:0', port: 0 }, 500, (text) =>
      notices.push(text),
    );
    const patient = await patientWith(outside);
    const address = /ws:\S+/.exec(notices[0] ?? '')?.[0] ?? '';
    const slipping = await OutsideProcess.connect(address, (message) => {
      if (message.op === 'hello') return { op: 'ready', name: 'slip' };
      return message.op === 'classify' ? { op: 'posterior', id: message.id, p } : undefined;
    });
    await notice(patient, told);
    await decided(patient, 'rest');
    await decided(patient, 'rest');
    expect(notices.filter((text) => told.test(text))).toHaveLength(1);
    await slipping.stop();
  },
);

it('rests when a process floods, which is sent away, told once, and the stream goes on', async () => {
  const notices: string[] = [];
  const outside = await openLiveModel({ type: 'process', text: 'ws:0', port: 0 }, 500, (text) =>
    notices.push(text),
  );
  const patient = await patientWith(outside);
  const address = /ws:\S+/.exec(notices[0] ?? '')?.[0] ?? '';
  const flooding = await OutsideProcess.connect(address, ({ op }) =>
    op === 'hello' ? { op: 'ready', name: 'flood' } : undefined,
  );
  for (let n = 0; n < 1000; n++) flooding.say({ op: 'posterior', id: 1e6 + n, p: [0, 1, 0] });
  await notice(patient, /connection to classifier flood is lost/);
  await decided(patient, 'rest');
  expect(notices.filter((text) => /sends what cannot be used/.test(text))).toHaveLength(1);
  await flooding.stop();
});

it.each([...slips, [[NaN, 0, 1], /got NaN/], [{}, /no list of numbers/], [undefined, /no list of numbers/]])(
  'rests where a module answers %j; everyone is told once, and the stream goes on',
  async (answer, told) => {
    const path = join(folder, 'slipping.mjs');
    await writeFile(
      path,
      `export const createClassifier = () => ({
         classes: [],
         fit(x, labels) { this.classes = [...new Set(labels)].sort(); },
         posterior(x) {
           return 'slip' in globalThis ? globalThis.slip.answer : this.classes.map(() => 1 / this.classes.length);
         },
       });`,
    );
    const notices: string[] = [];
    const outside = await openLiveModel({ type: 'module', text: path, path }, 100, (text) =>
      notices.push(text),
    );
    const patient = await patientWith(outside);
    Object.assign(globalThis, { slip: { answer } });
    try {
      await notice(patient, told);
      await decided(patient, 'rest');
      await decided(patient, 'rest');
      expect(notices.filter((text) => told.test(text))).toHaveLength(1);
    } finally {
      Reflect.deleteProperty(globalThis, 'slip');
    }
  },
);

it('lives on a decoder that was given, without calibrating, and trains only when asked', async () => {
  const { decoder: spec, sampleRateHz, electrodes } = scenario;
  const channelNames = electrodes.positions.map(({ name }) => name);
  const recordings = recordCalibration(scenario);
  const { decoder } = Decoder.train(spec, recordings, { sampleRateHz, channelNames });
  const patient = await livePatient({ scenario, clock, decoder: decoder });
  open.push(patient);
  const { client } = patient;
  const info = await client.message('serverInfo', ({ streams }) => streams.decisions !== undefined);
  expect(info.calibration).toBeNull();
  expect(client.messages.some(({ op }) => op === 'calibration')).toBe(false);
  const patch = { decoder: { windowMs: 150 } };
  expect(await client.ask({ op: 'patchScenario', patch })).toMatchObject({ op: 'error', field: 'decoder' });
  await client.ask({ op: 'calibrate' });
  await client.message('calibration');
  expect(await client.ask({ op: 'patchScenario', patch })).toMatchObject({ op: 'ok' });
});
