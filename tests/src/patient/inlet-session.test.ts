import { Subject } from 'rxjs';
import { beforeEach, expect, it } from 'vitest';
import { InletSession } from '../../../src/patient/inlet-session.js';
import type { InletMark } from '../../../src/patient/inlet-source.js';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { parseScenario, type Scenario } from '../../../src/scenario/scenario.js';
import { RandomStream } from '../../../src/ground/signal/random.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { FakeHost, settled } from './fake-host.js';

const RATE = 500;
const preset = presetByName('transradial-armband');
const scenario = parseScenario({
  ...preset,
  calibration: {
    ...preset.calibration,
    movements: ['rest', 'hand-close', 'hand-open'],
    repetitions: 2,
    countdownMs: 200,
    rampMs: 0,
    holdMs: 1000,
    restMs: 200,
  },
});
const random = new RandomStream(4, 'inlet');

let host: FakeHost;
let session: InletSession;
let blocks$: Subject<SampleBlock>;
let marks$: Subject<InletMark>;
let notes$: Subject<string>;
let said: ServerMessage[];
let closed: boolean;
let index: number;

beforeEach(() => begin(scenario));

function begin(given: Scenario): void {
  host = new FakeHost();
  [blocks$, marks$, notes$] = [new Subject(), new Subject(), new Subject()];
  [said, closed, index] = [[], false, 0];
  session = new InletSession({
    ...host.ports,
    source: {
      info: { name: 'an amplifier', sampleRateHz: RATE, channelNames: ['flexors', 'extensors'], unit: 'uV' },
      blocks$,
      marks$,
      notes$,
      close: () => {
        closed = true;
        return Promise.resolve();
      },
    },
    scenario: given,
    recording: { name: 'an amplifier', found: '2 channels', counts: 'as counted', notes: ['before'] },
  });
  session.messages$.subscribe((message) => said.push(message));
}

/** What somebody does: the two muscles, in µV. */
const doing: Record<string, readonly [number, number]> = {
  rest: [2, 2],
  'hand-close': [80, 5],
  'hand-open': [5, 80],
};

function block(movement: string): SampleBlock {
  const made = createBlock(index, RATE, 2, 10);
  const amplitudes = doing[movement] ?? [0, 0];
  made.data.forEach((_, i) => (made.data[i] = 1e-6 * (amplitudes[i < 10 ? 0 : 1] ?? 0) * random.normal()));
  index += 10;
  return made;
}

const of = <Op extends ServerMessage['op']>(op: Op): Extract<ServerMessage, { op: Op }>[] =>
  said.filter((message): message is Extract<ServerMessage, { op: Op }> => message.op === op);

/** Do what the prompts ask until they are over. */
function followPrompts(): void {
  for (let k = 0; k < 2000; k++) {
    const prompt = of('prompt').at(-1);
    if (prompt?.phase === 'done' || prompt?.phase === 'stopped') return;
    blocks$.next(block(prompt?.movement ?? 'rest'));
  }
  throw new Error('the prompts do not end');
}

it('shows the signal of somebody whom nobody can decode yet, and says what to do', () => {
  const raw: number[] = [];
  session.frames('raw').subscribe((frame) => raw.push(frame.index));
  blocks$.next(block('rest'));
  blocks$.next(block('rest'));
  expect(raw).toEqual([0, 10]);
  expect(session.info()).toMatchObject({
    source: 'person',
    scenario: null,
    sampleRateHz: RATE,
    channels: ['flexors', 'extensors'],
    capabilities: ['pause', 'calibrate', 'prompts', 'recordClasses', 'recorder'],
  });
  expect(session.status()).toMatchObject({ phase: 'running', text: expect.stringContaining('calibrate') });
});

it('prompts the person, trains on what they did, and decides', async () => {
  await session.request({ op: 'startPrompts', by: 'person' }, session);
  followPrompts();
  await host.newest('train').finish();
  const info = of('serverInfo').at(-1);
  expect(info?.classes).toEqual(['hand-close', 'hand-open', 'rest']);
  expect(info?.calibration?.accuracy).toBeGreaterThan(0.9);
  expect(of('status').at(-1)).toMatchObject({ phase: 'running', text: 'an amplifier' });
  expect(of('event').filter(({ kind }) => kind === 'cue')).toContainEqual(
    expect.objectContaining({ text: 'hand-close' }),
  );
  const rows = info?.streams.decisions?.rows ?? [];
  const decided: number[] = [];
  session
    .frames('decisions')
    .subscribe(({ data }) => decided.push(data[rows.indexOf('step.debounce')] ?? NaN));
  for (let k = 0; k < 60; k++) blocks$.next(block('hand-open'));
  expect(decided.at(-1)).toBe(info?.classes.indexOf('hand-open'));
});

it('lets the person do a task by what is decoded of them, and by nobody else', async () => {
  begin({ ...scenario, prosthesis: { ...scenario.prosthesis, task: 'cup' } });
  await session.request({ op: 'startPrompts', by: 'person' }, session);
  followPrompts();
  await host.newest('train').finish();
  for (let k = 0; k < 200; k++) blocks$.next(block('rest'));
  expect(of('world').at(-1)).toMatchObject({ task: 'cup', phase: 'grasp' });
  for (let k = 0; k < 200; k++) blocks$.next(block('hand-close'));
  expect(of('event').filter(({ kind }) => kind === 'contact')).toContainEqual(
    expect.objectContaining({ text: 'Touch' }),
  );
  expect(session.greeting().some(({ op }) => op === 'world')).toBe(true);
  expect(of('intent').filter(({ who }) => who === 'simulated-user')).toEqual([]);
});

it('adds one movement to what it learned from, and trains again on all of it', async () => {
  await expect(async () => session.request({ op: 'calibrate' })).rejects.toThrow('nothing to train on');
  expect(() => session.request({ op: 'retryClass', label: 'hand-close', by: 'person' })).toThrow();
  await session.request({ op: 'startPrompts', by: 'person' }, session);
  followPrompts();
  await host.newest('train').finish();
  await session.request({ op: 'retryClass', label: 'hand-close', by: 'person' }, session);
  said = said.filter(({ op }) => op !== 'prompt');
  followPrompts();
  await host.newest('train').finish();
  expect(of('serverInfo').at(-1)?.classes).toHaveLength(3);
  const again = session.request({ op: 'calibrate' });
  await host.newest('train').finish();
  expect(await again).toMatchObject({ op: 'ok' });
});

it('learns from classes that were recorded by hand', async () => {
  for (const label of ['rest', 'hand-close', 'rest', 'hand-close']) {
    await session.request({ op: 'startRecordingClass', label });
    for (let k = 0; k < 60; k++) blocks$.next(block(label));
    await session.request({ op: 'stopRecordingClass' });
  }
  const trained = session.request({ op: 'trainRecorded' });
  await host.newest('train').finish();
  expect(await trained).toMatchObject({ op: 'ok', of: 'trainRecorded' });
  expect(of('serverInfo').at(-1)?.classes).toEqual(['hand-close', 'rest']);
});

it('tells of gaps, of a pause, of marks and of notes, newcomers too', async () => {
  blocks$.next(block('rest'));
  index += 250;
  blocks$.next(block('rest'));
  expect(of('gap')).toMatchObject([{ index: 260, samples: 250, seconds: 0.5 }]);
  await session.request({ op: 'setPaused', paused: true });
  expect(session.status().phase).toBe('paused');
  blocks$.next(block('rest'));
  await session.request({ op: 'setPaused', paused: false });
  blocks$.next(block('rest'));
  expect(of('gap').at(-1)).toMatchObject({ samples: 10 });
  marks$.next({ index: 275, text: 'go' });
  expect(of('event')).toContainEqual({ op: 'event', index: 275, kind: 'mark', text: 'go' });
  notes$.next('a channel stands still');
  expect(of('event').at(-1)).toMatchObject({ kind: 'inlet', text: 'a channel stands still' });
  expect(session.info().recording?.notes).toEqual(['before', 'a channel stands still']);
});

it('refuses what needs somebody simulated, in words', () => {
  expect(() => session.request({ op: 'startPrompts', by: 'simulated-user' })).toThrow('real person');
  expect(() => session.request({ op: 'loadPreset', name: 'transhumeral-tmr' })).toThrow('real person');
  expect(() => session.request({ op: 'setIntent', activations: null })).toThrow('real person');
});

it('goes on to be heard where its signal ends or fails; the page says why', async () => {
  blocks$.next(block('rest'));
  blocks$.error(new Error('unplugged'));
  expect(session.status().phase).toBe('failed');
  expect(of('error')).toHaveLength(1);
  await session.close();
  expect(closed).toBe(true);
});

it('says that the signal has ended, and that a training has failed', async () => {
  await session.request({ op: 'startPrompts', by: 'person' }, session);
  followPrompts();
  await host.newest('train').fail(new Error('no'));
  await settled();
  expect(of('error')).toHaveLength(1);
  expect(session.status().phase).toBe('running');
  blocks$.complete();
  expect(session.status()).toMatchObject({ phase: 'failed', text: expect.stringContaining('ended') });
});
