import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type Service } from '../../../server/service.js';
import { ReplaySession } from '../../../src/patient/replay-session.js';
import { SegmentTape } from '../../../src/patient/segment-tape.js';
import { WorkerThreads } from '../../../server/workers/worker-threads.js';
import type { LabelledSegment } from '../../../server/recordings/recording.js';
import { decoderFields } from '../../../src/decoder/decoder-fields.js';
import { parseFields } from '../../../src/ground/signal/parse-fields.js';
import { RandomStream } from '../../../src/ground/signal/random.js';
import { concatBlocks, createBlock } from '../../../src/ground/signal/sample-block.js';
import { trainingRecordings } from '../../../server/cli/labelled-data.js';
import { hostIn, hurried } from '../../server/live-patient.js';
import { StreamClient } from '../../server/stream-client.js';
import { onlySession } from '../../../server/sessions/only-session.js';

const RATE = 1000;
const random = new RandomStream(3, 'replay');

/** Noise whose amplitude tells the class. */
function segment(label: string, repetition: number, trial: string, length = 600): LabelledSegment {
  const signal = createBlock(0, RATE, 2, length);
  const amplitude = label === 'rest' ? 1e-6 : label === 'hand-open' ? 2e-5 : 1e-4;
  signal.data.forEach((_, i) => (signal.data[i] = amplitude * random.normal()));
  return { label, classIndex: 0, repetition, trial, path: `${label}-${trial}`, signal };
}

const labels = ['rest', 'hand-open', 'hand-close'];
const trial = (number: number): LabelledSegment[] => labels.map((label) => segment(label, 0, String(number)));

const recording = {
  name: 'test',
  found: '3 classes, 9 recordings, 5.4 s',
  counts: 'as LibEMG counts',
  notes: ['channel 2 of 3 was left out: it is a counter'],
};

let workshop: WorkerThreads;
let service: Service;

beforeAll(async () => {
  workshop = new WorkerThreads(null);
  const session = new ReplaySession({
    recording,
    played: trial(3),
    training: trainingRecordings([...trial(1), ...trial(2)]),
    spec: parseFields(decoderFields, { filters: [] }),
    channelNames: ['ch1', 'ch2'],
    workshop,
    ...hostIn('/nonexistent'),
    clock: hurried,
  });
  const folders = { pageFolder: '/nonexistent', recordingsFolder: '/nonexistent' };
  service = await startService({ sessions: onlySession(session), host: '127.0.0.1', port: 0, ...folders });
});

afterAll(async () => {
  await service.close();
  await workshop.close();
});

it('plays a recording through the live pipeline, trained on other trials', async () => {
  const client = await StreamClient.connect(service.port);
  const info = await client.message('serverInfo', ({ calibration }) => calibration !== null);
  expect(info).toMatchObject({ source: 'recording', recording, scenario: null, geometry: null, limb: 'arm' });
  expect(info.classes).toEqual(['hand-close', 'hand-open', 'rest']);
  expect(info.streams.truth).toBeUndefined();
  await client.ask({ op: 'subscribe', streams: ['raw', 'decisions'] });
  const decided = info.streams.decisions?.rows.indexOf('step.debounce') ?? -1;
  const saw = (label: string) => (): boolean =>
    client.frames.some(
      ({ stream, data }) => stream === 'decisions' && data[decided] === info.classes.indexOf(label),
    );
  for (const label of labels) await client.until(saw(label));
  const raw = client.frames.filter(({ stream }) => stream === 'raw');
  raw.slice(1).forEach((frame, i) => expect(frame.index).toBe((raw[i]?.index ?? NaN) + 20));
  await client.message('intent', ({ who, activations }) => who === 'recording' && activations.length > 0);
  expect(await client.ask({ op: 'setIntent', activations: null })).toMatchObject({
    op: 'error',
    code: 'stream',
    hint: expect.stringContaining('serve'),
  });
  client.close();
});

it('its tape joins segments without a gap and starts over', () => {
  const tape = new SegmentTape([segment('a', 0, '1', 5), segment('b', 0, '1', 3)]);
  const blocks = Array.from({ length: 6 }, () => tape.next(4));
  const { index, labels = [], data } = concatBlocks(blocks);
  expect(index).toBe(0);
  expect(labels.map(({ index, label }) => `${label}${index}`)).toEqual([
    'a0',
    'b5',
    'a8',
    'b13',
    'a16',
    'b21',
  ]);
  expect(data.slice(0, 8)).toEqual(data.slice(8, 16));
  expect(data.every((value) => value !== 0)).toBe(true);
  expect(() => new SegmentTape([])).toThrow(RangeError);
});
