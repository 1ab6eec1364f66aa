import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concat, of, throwError } from 'rxjs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startService, type Service } from '../../../server/service.js';
import { Patient } from '../../../src/patient/patient.js';
import { WorkerThreads } from '../../../server/workers/worker-threads.js';
import { movementIds } from '../../../src/ground/movement/movement.js';
import type { Clock } from '../../../src/pipeline/clock.js';
import type { Frame } from '../../../src/protocol/frame.js';
import { parseScenario } from '../../../src/scenario/scenario.js';
import { hostIn, hurried } from '../../server/live-patient.js';
import { smallScenario } from '../../support/small-scenario.js';
import { StreamClient } from '../../server/stream-client.js';
import { onlySession } from '../../../server/sessions/only-session.js';

let folder: string;
let workshop: WorkerThreads;
let service: Service;
const clients: StreamClient[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-patient-'));
  workshop = new WorkerThreads(null);
  const session = new Patient({ scenario: smallScenario(), workshop, ...hostIn(folder), clock: hurried });
  service = await startService({
    sessions: onlySession(session),
    host: '127.0.0.1',
    port: 0,
    pageFolder: '/nonexistent',
    recordingsFolder: folder,
  });
});

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

afterAll(async () => {
  await service.close();
  await workshop.close();
  await rm(folder, { recursive: true });
});

async function enter(): Promise<StreamClient> {
  const client = await StreamClient.connect(service.port);
  clients.push(client);
  await client.message('status', ({ phase }) => phase === 'running');
  return client;
}

function expectContiguous(frames: readonly Frame[]): void {
  frames.slice(1).forEach((frame, i) => {
    const before = frames[i];
    if (before) expect(frame.index).toBe(before.index + before.length);
  });
}

const streamOf = (client: StreamClient, stream: Frame['stream']): Frame[] =>
  client.frames.filter((frame) => frame.stream === stream);

it('answers while it is still calibrating, then tells what it learned', async () => {
  const client = await StreamClient.connect(service.port);
  clients.push(client);
  const first = await client.message('serverInfo');
  expect(client.messages[0]).toBe(first);
  expect(parseScenario(first.scenario)).toEqual(smallScenario());
  const info = await client.message('serverInfo', ({ calibration }) => calibration !== null);
  expect(info.classes).toEqual(['knee-extension', 'knee-flexion', 'rest']);
  expect(info.joints.map(({ dof }) => dof)).toEqual(['knee']);
  expect(info.limb).toBe('leg');
  expect(info.geometry?.muscles).toHaveLength(3);
  expect(info.calibration?.accuracy).toBeGreaterThan(0.4);
  expect(info.calibration?.confusion).toHaveLength(3);
});

describe('streams', () => {
  it('carry as many rows as serverInfo names, at contiguous indices', async () => {
    const client = await enter();
    const info = await client.message('serverInfo', ({ calibration }) => calibration !== null);
    const streams = Object.keys(info.streams);
    expect(streams).toHaveLength(10);
    await client.ask({ op: 'subscribe', streams });
    await client.until(() => streamOf(client, 'decisions').length >= 6);
    for (const frame of client.frames)
      expect(frame.channels, frame.stream).toBe(info.streams[frame.stream]?.rows.length);
    for (const stream of ['raw', 'filtered', 'clean'] as const) expectContiguous(streamOf(client, stream));
    expect(streamOf(client, 'raw').every(({ data }) => data.every(Number.isFinite))).toBe(true);
  });

  it('hold posteriors that sum to one, commands in [−1, 1] and truth by its rows', async () => {
    const client = await enter();
    const info = await client.message('serverInfo', ({ calibration }) => calibration !== null);
    await client.ask({ op: 'subscribe', streams: ['decisions', 'command', 'truth'] });
    await client.until(
      () => streamOf(client, 'command').length >= 5 && streamOf(client, 'truth').length >= 5,
    );
    for (const { data } of streamOf(client, 'decisions'))
      expect(data.subarray(0, 3).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
    const velocity = info.streams.command?.rows.indexOf('velocity.knee') ?? -1;
    for (const { data } of streamOf(client, 'command'))
      expect(Math.abs(data[velocity] ?? NaN)).toBeLessThanOrEqual(1);
    for (const { data, length } of streamOf(client, 'truth')) {
      expect(length).toBe(2);
      expect(movementIds[data[0] ?? -1]).toBeDefined();
    }
  });
});

describe('intent', () => {
  it('is taken by a person, obeyed by the body, and given back when they leave', async () => {
    const [person, watcher] = [await enter(), await enter()];
    await person.ask({ op: 'subscribe', streams: ['truth'] });
    const activations = [{ movement: 'knee-flexion', strength: 0.6 }];
    expect(await person.ask({ op: 'setIntent', activations })).toMatchObject({ op: 'ok' });
    const told = await watcher.message('intent', ({ who }) => who === 'person');
    expect(told.activations).toEqual(activations);
    const wanted = movementIds.indexOf('knee-flexion');
    await person.until(() =>
      streamOf(person, 'truth').some(({ data }) => data[0] === wanted && (data[2] ?? 0) > 0.5),
    );
    const before = watcher.messages.length;
    person.close();
    await watcher.until(() =>
      watcher.messages.slice(before).some((message) => message.op === 'intent' && message.who === 'script'),
    );
  });

  it('of an impossible strength or movement is refused', async () => {
    const client = await enter();
    for (const [movement, strength, code] of [
      ['knee-flexion', 1.2, 'protocol'],
      ['', 0.2, 'protocol'],
      ['knee-flexing', 0.2, 'config'],
    ])
      expect(await client.ask({ op: 'setIntent', activations: [{ movement, strength }] })).toMatchObject({
        op: 'error',
        code,
      });
  });
});

describe('changes while it runs', () => {
  it('of fat need new templates and leave no gap in the index', async () => {
    const client = await enter();
    await client.ask({ op: 'subscribe', streams: ['raw'] });
    await client.until(() => streamOf(client, 'raw').length > 2);
    const answer = await client.ask({ op: 'patchScenario', patch: { limb: { fatThicknessMm: 17 } } });
    expect(answer).toMatchObject({ op: 'ok', text: 'limb.fatThicknessMm' });
    const event = await client.message('event', ({ kind }) => kind === 'templates');
    await client.until(() => (streamOf(client, 'raw').at(-1)?.index ?? 0) > event.index + 400);
    expectContiguous(streamOf(client, 'raw'));
    const { geometry } = await client.message('scenario');
    const layer = (name: string) => geometry?.layers.find((one) => one.name === name)?.outerRadiusMm ?? NaN;
    expect(layer('fat') - layer('muscle')).toBeGreaterThanOrEqual(17);
  });

  it('of the noise are heard at once', async () => {
    const client = await enter();
    await client.ask({ op: 'setIntent', activations: [] });
    await client.ask({ op: 'subscribe', streams: ['raw'] });
    await client.ask({ op: 'patchScenario', patch: { disturbances: { noiseUv: 200 } } });
    const rms = ({ data }: Frame): number => Math.sqrt(data.reduce((sum, x) => sum + x * x, 0) / data.length);
    await client.until(() => streamOf(client, 'raw').some((frame) => rms(frame) > 100e-6));
    await client.ask({ op: 'patchScenario', patch: { disturbances: { noiseUv: 2 } } });
  });

  it('of the window train again while the stream runs on', async () => {
    const client = await enter();
    await client.ask({ op: 'subscribe', streams: ['raw'] });
    await client.ask({ op: 'patchScenario', patch: { decoder: { windowMs: 150, stepMs: 30 } } });
    await client.message('calibration');
    const info = await client.message(
      'serverInfo',
      ({ streams }) => streams.decisions?.samplesPerColumn === 60,
    );
    expect(parseScenario(info.scenario).decoder.windowMs).toBe(150);
    expect(info.streams.features?.windowSamples).toBe(300);
    expectContiguous(streamOf(client, 'raw'));
  });

  it('of many kinds at once end in the decoder that was asked for last', async () => {
    const client = await enter();
    client.send({ op: 'calibrate' });
    for (const windowMs of [100, 120, 140, 160])
      client.send({ op: 'patchScenario', patch: { decoder: { windowMs } } });
    await client.message('status', ({ text }) => text === 'Trained');
    const told = await client.message(
      'statistics',
      ({ latency }) => latency.windowDelayMs === 80, // Half of the window.
    );
    expect(told.latency.windowDelayMs).toBe(80);
    expect(client.messages.filter(({ op }) => op === 'error')).toEqual([]);
  });

  it('that make it another body let the decoder meet it untrained, without a gap', async () => {
    const client = await enter();
    await client.ask({ op: 'subscribe', streams: ['raw', 'decisions'] });
    await client.until(() => streamOf(client, 'raw').length > 2);
    const activations = [{ movement: 'knee-flexion', strength: 0.5 }];
    await client.ask({ op: 'setIntent', activations });
    const answer = await client.ask({ op: 'patchScenario', patch: { surgery: { daysSinceSurgery: 20 } } });
    expect(answer).toMatchObject({ op: 'ok', text: 'surgery.daysSinceSurgery' });
    const { index } = await client.message('event', ({ text }) => text === 'new body');
    await client.until(() => (streamOf(client, 'decisions').at(-1)?.index ?? 0) > index + 400);
    expectContiguous(streamOf(client, 'raw'));
    expect(client.messages.some(({ op }) => op === 'calibration')).toBe(false);
    const intent = client.messages.filter(({ op }) => op === 'intent').at(-1);
    expect(intent).toMatchObject({ who: 'person', activations });
  });

  it('name no movement but those of the person', async () => {
    const client = await enter();
    expect(await client.ask({ op: 'retryClass', label: 'fly', by: 'person' })).toMatchObject({
      op: 'error',
      code: 'config',
      field: 'label',
    });
  });

  it.each([
    [{ limb: { fatThicknessMm: -1 } }, 'limb.fatThicknessMm'],
    [{ limb: { fatThickness: 1 } }, 'limb.fatThickness'],
    [{ limb: { boneRadiusMm: 40, muscleRadiusMm: 40 } }, 'limb.boneRadiusMm'],
    [{ decoder: { features: ['MAW'] } }, undefined],
    [{ prosthesis: { joints: { knee: { minDeg: 30, maxDeg: 30 } } } }, 'prosthesis.joints.knee'],
  ])('such as %j are refused and change nothing', async (patch, field) => {
    const client = await enter();
    const before = await (await fetch(`${service.address}/api/scenario`)).json();
    const answer = await client.ask({ op: 'patchScenario', patch });
    expect(answer).toMatchObject({ op: 'error', code: 'config', ...(field && { field }) });
    expect(await (await fetch(`${service.address}/api/scenario`)).json()).toEqual(before);
  });

  it('by REST are told to everyone on the stream', async () => {
    const client = await enter();
    const response = await fetch(`${service.address}/api/scenario`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: '{"disturbances":{"mainsUv":33}}',
    });
    expect((await response.json()).disturbances.mainsUv).toBe(33);
    const told = await client.message('scenario');
    expect(parseScenario(told.scenario).disturbances.mainsUv).toBe(33);
  });

  it('stop and go on at the same sample when paused', async () => {
    const client = await enter();
    await client.ask({ op: 'subscribe', streams: ['raw'] });
    await client.until(() => streamOf(client, 'raw').length > 1);
    await client.ask({ op: 'setPaused', paused: true });
    await client.message('status', ({ phase }) => phase === 'paused');
    const held = streamOf(client, 'raw').length;
    await client.ask({ op: 'setPaused', paused: false });
    await client.until(() => streamOf(client, 'raw').length > held + 2);
    expectContiguous(streamOf(client, 'raw'));
  });
});

it('shows the action potential of a motor unit on every channel', async () => {
  const client = await enter();
  const muap = await client.ask({ op: 'getMuap', muscle: 1, unit: 7 });
  if (muap.op !== 'muap') throw new Error(JSON.stringify(muap));
  expect(muap.channels).toHaveLength(3);
  expect(Math.max(...muap.channels.flat().map(Math.abs))).toBeGreaterThan(1e-9);
  expect(muap.recruitmentPercent).toBeGreaterThan(0);
  expect(muap.recruitmentPercent).toBeLessThan(100);
  for (const wrong of [
    { muscle: 9, unit: 0 },
    { muscle: 0, unit: 8 },
  ])
    expect(await client.ask({ op: 'getMuap', ...wrong })).toMatchObject({ op: 'error', code: 'config' });
});

it('learns classes that a person records', async () => {
  const client = await enter();
  expect(await client.ask({ op: 'trainRecorded' })).toMatchObject({ op: 'error', code: 'model' });
  for (const label of ['rest', 'knee-flexion'])
    for (let repetition = 0; repetition < 2; repetition++) {
      const strength = label === 'rest' ? 0 : 0.7;
      await client.ask({ op: 'setIntent', activations: strength ? [{ movement: label, strength }] : [] });
      await client.ask({ op: 'subscribe', streams: ['raw'] });
      await client.ask({ op: 'startRecordingClass', label });
      const from = streamOf(client, 'raw').length;
      await client.until(() => streamOf(client, 'raw').length > from + 50);
      await client.ask({ op: 'stopRecordingClass' });
    }
  const told = await client.message('recordedClasses', ({ classes }) =>
    classes.some(({ label, repetitions }) => label === 'knee-flexion' && repetitions === 2),
  );
  expect(told.recording).toBeNull();
  expect(await client.ask({ op: 'trainRecorded' })).toMatchObject({ op: 'ok' });
  const info = await client.message('serverInfo', ({ classes }) => classes.length === 2);
  expect(info.classes).toEqual(['knee-flexion', 'rest']);
  expect(await client.ask({ op: 'discardClass', label: 'rest' })).toMatchObject({ op: 'ok' });
  expect(await client.ask({ op: 'discardClass', label: 'rest' })).toMatchObject({
    op: 'error',
    code: 'stream',
  });
});

it('records to a file that can be fetched', async () => {
  const client = await enter();
  await client.ask({ op: 'subscribe', streams: ['raw'] });
  expect(await client.ask({ op: 'startRecording', format: 'csv' })).toMatchObject({ op: 'ok' });
  expect(await client.ask({ op: 'startRecording', format: 'csv' })).toMatchObject({ op: 'error' });
  const from = streamOf(client, 'raw').length;
  await client.until(() => streamOf(client, 'raw').length > from + 10);
  await client.ask({ op: 'mark', text: 'here' });
  await client.ask({ op: 'stopRecording' });
  const { url, seconds } = await client.message('recorder', (message) => message.url !== null);
  const csv = await (await fetch(`${service.address}${url}`)).text();
  const lines = csv.trimEnd().split('\n');
  expect(lines[0]?.split(',')).toHaveLength(4);
  expect(lines.length - 1).toBe(Math.round(seconds * 2000));
  const files = await readdir(folder);
  const notes = files.find((file) => file.endsWith('.annotations.csv'));
  expect(await (await fetch(`${service.address}/api/recordings/${notes}`)).text()).toContain('here');
});

it('goes on recording in a file of its own when another patient comes', async () => {
  const client = await enter();
  await client.ask({ op: 'startRecording', format: 'csv' });
  const { file } = await client.message(
    'recorder',
    (message) => message.file !== null && message.url === null,
  );
  await client.ask({ op: 'subscribe', streams: ['raw'] });
  await client.until(() => streamOf(client, 'raw').length > 5);
  expect(await client.ask({ op: 'patchScenario', patch: { seed: 4 } })).toMatchObject({ text: 'restarting' });
  const closed = await client.message('recorder', (message) => message.file === file && message.url !== null);
  expect(closed.seconds).toBeGreaterThan(0);
  const next = await client.message(
    'recorder',
    (message) => message.file !== null && message.file !== file && message.url === null,
  );
  const before = streamOf(client, 'raw').length;
  await client.until(() => streamOf(client, 'raw').length > before + 5);
  await client.ask({ op: 'stopRecording' });
  const lines = async (name: string | null): Promise<string[]> =>
    (await (await fetch(`${service.address}/api/recordings/${name}`)).text()).trimEnd().split('\n');
  expect((await lines(next.file)).length).toBeGreaterThan(100);
  expect((await lines(next.file))[1]?.split(',')[0]).toMatch(/^0\./);
});

it('survives an error in the pipeline: everyone is told, and another patient can be loaded', async () => {
  let broken = true;
  const clock: Clock = (rate) =>
    broken
      ? concat(
          of(0, 1),
          throwError(() => new Error('a defect')),
        )
      : hurried(rate);
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const scenario = smallScenario();
  const failing = new Patient({ scenario, workshop, ...hostIn(folder), clock });
  const other = await startService({
    sessions: onlySession(failing),
    host: '127.0.0.1',
    port: 0,
    pageFolder: '/nonexistent',
    recordingsFolder: folder,
  });
  const client = await StreamClient.connect(other.port);
  clients.push(client);
  expect((await client.message('status', ({ phase }) => phase === 'failed')).text).toMatch(/defect/);
  expect((await fetch(`${other.address}/api/health`)).status).toBe(503);
  expect(log).toHaveBeenCalled();
  log.mockRestore();
  broken = false;
  expect(await client.ask({ op: 'loadScenario', scenario: smallScenario({ seed: 5 }) })).toMatchObject({
    op: 'ok',
  });
  await client.message('status', ({ phase }) => phase === 'running');
  await other.close();
});

it('becomes another patient by preset, and says no to one that is not there', async () => {
  const client = await enter();
  const answer = await client.ask({ op: 'loadPreset', name: 'transhumeral-tm' });
  expect(answer).toMatchObject({
    op: 'error',
    code: 'config',
    hint: expect.stringContaining('transhumeral-tmr'),
  });
  const scenario = smallScenario({ seed: 99, name: 'another' });
  expect(await client.ask({ op: 'loadScenario', scenario })).toMatchObject({ op: 'ok', text: 'restarting' });
  const info = await client.message(
    'serverInfo',
    (message) => message.calibration !== null && parseScenario(message.scenario).seed === 99,
  );
  expect(info.index).toBe(0);
  await client.ask({ op: 'subscribe', streams: ['raw'] });
  await client.until(() => streamOf(client, 'raw').length > 2);
});
