import { expect, it } from 'vitest';
import { answerTo, type Listener } from '../../../src/patient/conversation.js';
import { Patient } from '../../../src/patient/patient.js';
import { chosenFrames, subscribedMessage, type StreamChoice } from '../../../src/patient/stream-choice.js';
import type { StreamFrame } from '../../../src/patient/session.js';
import type { StreamName } from '../../../src/protocol/stream-kind.js';
import { smallScenario } from '../../support/small-scenario.js';
import { FakeHost } from './fake-host.js';

async function watched() {
  const host = new FakeHost();
  const patient = new Patient({ ...host.ports, scenario: smallScenario() });
  await host.newest('calibrate').finish();
  const frames = new Map<string, StreamFrame[]>();
  const watch = (name: string, stream: StreamName, choice: StreamChoice): void => {
    const seen: StreamFrame[] = [];
    frames.set(name, seen);
    chosenFrames(patient, stream, choice).subscribe((frame) => seen.push(frame));
  };
  const streams = new Map<StreamName, StreamChoice>();
  const listener: Listener = {
    streams,
    subscribe: (stream, choice) => streams.set(stream, choice),
    unsubscribe: (stream) => streams.delete(stream),
  };
  const ask = (request: object) => answerTo(JSON.stringify(request), patient, listener, () => 0);
  return { host, patient, watch, frames, ask, streams };
}

const of = (frames: readonly StreamFrame[] | undefined, row: number): number[] =>
  (frames ?? []).flatMap(({ data, length }) => [...data.subarray(row * length, (row + 1) * length)]);

it('streams are had in part: some channels, and one of several columns, as the answer says', async () => {
  const { host, patient, watch, frames, ask } = await watched();
  const { channels } = patient.info();
  const [first = '', second = ''] = channels;
  expect(await ask({ op: 'subscribe', streams: ['raw', 'decisions'] })).toEqual({
    op: 'ok',
    of: 'subscribe',
    text: 'raw, decisions',
  });
  const answer = await ask({
    op: 'subscribe',
    streams: ['raw', 'envelope', 'features', 'decisions'],
    channels: [second],
    every: 4,
  });
  expect(answer).toMatchObject({
    streams: {
      raw: { rows: [second], rateHz: 500, samplesPerColumn: 4 },
      envelope: { rows: [`min.${second}`, `max.${second}`], samplesPerColumn: 40 },
      features: { samplesPerColumn: 4 * (patient.info().streams.features?.samplesPerColumn ?? 0) },
      decisions: { rows: patient.info().streams.decisions?.rows },
    },
  });
  const features = answer.op === 'ok' ? (answer.streams?.features?.rows ?? []) : [];
  expect(features.length).toBeGreaterThan(0);
  for (const row of features) expect(row.startsWith(`${second}.`)).toBe(true);
  const whole = { every: 1 };
  const part = { channels: [second], every: 4 };
  for (const stream of ['raw', 'envelope', 'features', 'decisions'] as const) {
    watch(stream, stream, whole);
    watch(`${stream}/4`, stream, stream === 'decisions' ? { every: 4 } : part);
  }
  await host.pass(4000);
  // Envelopes join; states are taken as they are.
  const lows = of(frames.get('envelope'), 2);
  const joined = of(frames.get('envelope/4'), 0);
  expect(joined.length).toBe(Math.floor(lows.length / 4));
  joined.forEach((low, n) => expect(low).toBe(Math.min(...lows.slice(4 * n, 4 * n + 4))));
  const decided = frames.get('decisions') ?? [];
  expect(frames.get('decisions/4')).toEqual(decided.filter((_, n) => n % 4 === 0));
  const place = patient.info().streams.features?.rows.indexOf(features[0] ?? '') ?? -1;
  expect(of(frames.get('features/4'), 0)).toEqual(
    of(frames.get('features'), place).filter((_, n) => n % 4 === 0),
  );
  const thinned = frames.get('raw/4') ?? [];
  expect(thinned.every(({ index, channels: rows }) => index % 4 === 0 && rows === 1)).toBe(true);
  const samples = of(frames.get('raw'), 1).length;
  expect(of(thinned, 0).length).toBeGreaterThan(samples / 4 - 40);
  expect(first).not.toBe(second);
  await patient.close();
});

it('what cannot be had in part is refused in words, and nothing is changed', async () => {
  const { patient, ask, streams } = await watched();
  const refused = async (request: object): Promise<string> => JSON.stringify(await ask(request));
  expect(await refused({ op: 'subscribe', streams: ['raw'], channels: ['nobody'] })).toMatch(
    /no channel .*nobody/,
  );
  expect(await refused({ op: 'subscribe', streams: ['raw', 'discharges'], every: 2 })).toMatch(/discharges/);
  expect(
    await refused({ op: 'subscribe', streams: ['decisions'], channels: [patient.info().channels[0]] }),
  ).toMatch(/no channels/);
  for (const every of [0, 1.5, 101, '4'])
    expect(await refused({ op: 'subscribe', streams: ['raw'], every })).toMatch(/every within \[1, 100\]/);
  expect(await refused({ op: 'subscribe', streams: ['raw'], channels: [] })).toMatch(/protocol/);
  expect(streams.size).toBe(0);
  await patient.close();
});

it('another person leaves of a choice what there still is, and that is told', async () => {
  const { patient } = await watched();
  const info = patient.info();
  const [first = '', second = ''] = info.channels;
  const choices = new Map<StreamName, StreamChoice>([['raw', { channels: [first, second], every: 2 }]]);
  const other = {
    ...info,
    channels: [second],
    streams: { raw: { rows: [second], rateHz: 1000, samplesPerColumn: 1, unit: 'V' } },
  };
  expect(subscribedMessage(choices, other)).toEqual({
    op: 'subscribed',
    streams: { raw: { rows: [second], rateHz: 500, samplesPerColumn: 2, unit: 'V' } },
    text: `raw: no channel ${first} any more`,
  });
  expect(subscribedMessage(new Map([['raw', { every: 1 }]]), other)).toBeUndefined();
  await patient.close();
});
