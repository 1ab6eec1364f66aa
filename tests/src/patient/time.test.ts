import { VirtualTimeScheduler } from 'rxjs';
import { expect, it } from 'vitest';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { answerTo, type Listener } from '../../../src/patient/conversation.js';
import { Patient } from '../../../src/patient/patient.js';
import type { SessionHost } from '../../../src/patient/ports.js';
import type { StreamFrame } from '../../../src/patient/session.js';
import { TimeKeeper } from '../../../src/patient/time-keeper.js';
import { realTime } from '../../../src/pipeline/clock.js';
import { SteppedClock } from '../../../src/pipeline/stepped-clock.js';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import { smallScenario } from '../../support/small-scenario.js';
import { FakeHost } from './fake-host.js';

async function alive(host: FakeHost, more: Partial<SessionHost> = {}) {
  const patient = new Patient({ ...host.ports, ...more, scenario: smallScenario() });
  const messages: ServerMessage[] = [];
  const raw: StreamFrame[] = [];
  patient.messages$.subscribe((message) => messages.push(message));
  patient.frames('raw').subscribe((frame) => raw.push(frame));
  await host.newest('calibrate').finish();
  return { patient, messages, raw };
}

const heard: Listener = { streams: new Map(), subscribe: () => undefined, unsubscribe: () => undefined };

it('a machine that slept is told of by an index that jumps, and the body knows nothing of it', async () => {
  const [host, other] = [new FakeHost(), new FakeHost()];
  const { patient, raw, messages } = await alive(host);
  await patient.request({ op: 'startRecording', format: 'csv' });
  await host.pass(1000);
  host.asleepMs = 10_000;
  await host.pass(1000);
  // 2 kHz in blocks of 40; of the 10 s, the block that was due then is made.
  expect(raw).toHaveLength(100);
  const jump = raw.findIndex(({ index }, i) => i > 0 && index !== (raw[i - 1]?.index ?? 0) + 40);
  expect(jump).toBe(50);
  expect(raw[50]?.index).toBe(50 * 40 + 20_000);
  expect(raw.at(-1)?.index).toBe(99 * 40 + 20_000);
  expect(messages).toContainEqual(
    expect.objectContaining({ op: 'gap', index: 22_000, samples: 20_000, seconds: 10 }),
  );
  expect(messages).toContainEqual(expect.objectContaining({ op: 'event', kind: 'lost', index: 22_000 }));
  expect(host.recordings[0]?.indices).toEqual(raw.map(({ index }) => index));
  const awake = await alive(other);
  await other.pass(2000);
  expect(raw.map(({ data }) => data)).toEqual(awake.raw.map(({ data }) => data));
  await Promise.all([patient.close(), awake.patient.close()]);
});

it('says how well time is kept', async () => {
  const host = new FakeHost();
  const { patient, messages } = await alive(host);
  const newest = () => messages.findLast((message) => message.op === 'statistics')?.statistics.clock;
  await host.pass(30_000);
  expect(newest()).toMatchObject({ skewPpm: null, skippedSamples: 0, latenessMs: { max: 0 }, jitterMs: 0 });
  await host.pass(60_000);
  expect(newest()?.skewPpm).toBe(0);
  host.asleepMs = 3000;
  await host.pass(2000);
  expect(newest()).toMatchObject({ skewPpm: null, skippedSamples: 6000 });
  await patient.close();
});

it('a pause that was asked for is no gap', async () => {
  const host = new FakeHost();
  const { patient, raw, messages } = await alive(host);
  await host.pass(1000);
  await patient.request({ op: 'setPaused', paused: true });
  await host.pass(5000);
  await patient.request({ op: 'setPaused', paused: false });
  await host.pass(1000);
  expect(raw.map(({ index }) => index)).toEqual(raw.map((_, i) => 40 * i));
  expect(messages.some(({ op }) => op === 'gap')).toBe(false);
  await patient.close();
});

it('sees the skew of a stream, and the lateness of blocks', () => {
  const keeper = new TimeKeeper();
  keeper.begin(1000);
  for (let block = 0; block < 5000; block++)
    // 100 ppm slow, every tenth block 4 ms late.
    keeper.block(20 * block * (1 + 100e-6) + (block % 10 === 3 ? 4 : 0), 20 * block);
  const seen = keeper.statistics();
  expect(seen?.skewPpm).toBeCloseTo(-100, 0);
  expect(seen?.latenessMs.median).toBeLessThan(7);
  expect(seen?.latenessMs.max).toBeGreaterThan(3.9);
  expect(seen?.jitterMs).toBeCloseTo(Math.sqrt((2 * 16) / 10), 1);
});

it('a stepped patient lives block by block, and gives what the clock would have', async () => {
  const [host, other] = [new FakeHost(), new FakeHost()];
  const { patient, raw, messages } = await alive(host, { clock: new SteppedClock() });
  expect(patient.info().capabilities).toContain('step');
  await host.pass(5000);
  expect(raw).toEqual([]);
  const ask = (text: string) => answerTo(text, patient, heard, () => 0);
  expect(await ask('{"op":"step","blocks":23,"id":1}')).toEqual({ op: 'ok', of: 'step', id: 1 });
  expect(raw).toHaveLength(23);
  expect(await ask('{"op":"step","blocks":2}')).toMatchObject({ op: 'ok' });
  expect(messages.findLast((message) => message.op === 'statistics')?.statistics.clock).toBeUndefined();
  const byClock = await alive(other);
  expect(byClock.patient.info().capabilities).not.toContain('step');
  await other.pass(500);
  expect(raw.map(({ index, data }) => [index, data])).toEqual(
    byClock.raw.map(({ index, data }) => [index, data]),
  );
  await patient.request({ op: 'setPaused', paused: true });
  expect(await ask('{"op":"step","blocks":1}')).toMatchObject({
    op: 'error',
    message: 'step: the stream does not run',
  });
  expect(await answerTo('{"op":"step","blocks":1}', byClock.patient, heard, () => 0)).toMatchObject({
    op: 'error',
    message: 'step: this session runs by the clock',
  });
  await Promise.all([patient.close(), byClock.patient.close()]);
});

it('steps as fast as the one who steps takes the frames, one step at a time', async () => {
  const host = new FakeHost();
  const { patient, raw } = await alive(host, { clock: new SteppedClock() });
  let taken: () => void = () => undefined;
  const slow: Listener = { ...heard, drained: () => new Promise((resolve) => (taken = resolve)) };
  const answer = answerTo('{"op":"step","blocks":100}', patient, slow, () => 0);
  await host.pass(0);
  const held = raw.length;
  expect(held).toBeLessThan(100);
  expect(await answerTo('{"op":"step","blocks":1}', patient, slow, () => 0)).toMatchObject({
    message: 'step: a step is under way',
  });
  for (let turn = 0; turn < 20; turn++) {
    taken();
    await host.pass(0);
  }
  expect(await answer).toMatchObject({ op: 'ok' });
  expect(raw).toHaveLength(100);
  await patient.close();
});

it('keeps time within 20 ppm over an hour, with its memory flat', async () => {
  const scheduler = new VirtualTimeScheduler(undefined, 3_600_000);
  const keeper = new TimeKeeper();
  keeper.begin(1925.93);
  let index = 0;
  realTime({ scheduler })(1925.93 / 39).subscribe(() => keeper.block(scheduler.now(), (index += 39)));
  scheduler.flush();
  expect(Math.abs(index / (1925.93 * 3600) - 1)).toBeLessThan(20e-6);
  expect(Math.abs(keeper.statistics()?.skewPpm ?? NaN)).toBeLessThan(1);
});

it('ends although its recording cannot be finished, and says so', async () => {
  const host = new FakeHost();
  const { patient, messages } = await alive(host);
  await patient.request({ op: 'startRecording', format: 'csv' });
  await host.pass(100);
  host.failure = new StreamError('no space left', { hint: 'Make room.' });
  await expect(patient.close()).resolves.toBeUndefined();
  expect(messages).toContainEqual(expect.objectContaining({ op: 'error', message: 'no space left' }));
});
