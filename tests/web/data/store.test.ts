import { expect, it } from 'vitest';
import { FakePatient, greeting } from '../fake-patient.js';

it('holds samples and columns, a gap as NaN', async () => {
  const patient = await new FakePatient().greet();
  const { store } = patient.page;
  patient.frame('raw', 0, [
    [1, 2],
    [3, 4],
  ]);
  patient.frame('raw', 3, [[5], [6]]);
  patient.frame('features', 200, [[7], [8]]);
  const ring = store.samples.get('raw');
  expect([0, 1, 2, 3].map((index) => ring?.at(1, index))).toEqual([3, 4, NaN, 6]);
  expect(store.index).toBe(4);
  expect([...(store.columns.get('features')?.column() ?? [])]).toEqual([7, 8]);
});

it('keeps what it has when the same streams go on, and drops it when they begin anew or mean something else', async () => {
  const patient = await new FakePatient().greet();
  const { store } = patient.page;
  const fill = (): void => patient.frame('raw', 100, [[1], [2]]);
  fill();
  patient.say(greeting({ index: 101 }));
  expect(store.samples.size).toBe(1);
  patient.say(greeting({ index: 0 }));
  expect(store.samples.size).toBe(0);
  fill();
  patient.say(greeting({ index: 200, sampleRateHz: 2000 }));
  expect(store.samples.size).toBe(0);
  expect(store.generation).toBe(4);
});

it('keeps the traces where only the decoder is another, and no number of the one there was', async () => {
  const patient = await new FakePatient().greet();
  const { store } = patient.page;
  const { streams } = greeting();
  patient.frame('raw', 100, [[1], [2]]);
  patient.frame(
    'decisions',
    100,
    (streams.decisions?.rows ?? []).map(() => [0]),
  );
  patient.say({ op: 'event', index: 100, kind: 'mark', text: 'here' });
  expect(store.columns.size).toBe(1);
  store.statistics = {} as NonNullable<typeof store.statistics>;
  const rows = [...(streams.decisions?.rows ?? []), 'posterior.new'];
  const decisions = { rateHz: 20, samplesPerColumn: 50, unit: '1', ...streams.decisions, rows };
  patient.say(greeting({ index: 101, streams: { ...streams, decisions } }));
  expect([store.samples.size, store.columns.size, store.events.length]).toEqual([1, 0, 1]);
  expect(store.statistics).toBeUndefined();
});

it('leaves out a stream that it cannot read, and says so', async () => {
  const patient = new FakePatient();
  const { streams } = greeting();
  const truth = { rows: ['movement'], rateHz: 100, samplesPerColumn: 10, unit: '1' };
  await patient.greet({ streams: { ...streams, truth } });
  expect(patient.page.store.rows('truth')).toBeUndefined();
  expect(patient.page.store.rows('decisions')).toBeDefined();
  expect(patient.page.store.notice?.text).toMatch(/truth/u);
});

it('tells only who asked, and shows what went wrong', async () => {
  const patient = await new FakePatient().greet();
  const { store } = patient.page;
  const told: string[] = [];
  const stop = store.on(['notice', 'status'], () => told.push('told'));
  patient.say({ op: 'ok', of: 'calibrate' });
  patient.say({ op: 'error', code: 'config', message: 'got 900', hint: 'Write 9.' });
  expect(store.notice).toEqual({ kind: 'error', text: 'got 900', hint: 'Write 9.', english: true });
  stop();
  patient.say({ op: 'status', phase: 'running', text: '' });
  expect(told).toEqual(['told']);
});

it('lists each recording that may be had once, and none after the patient is gone', async () => {
  const patient = await new FakePatient().greet();
  const { store } = patient.page;
  patient.say({ op: 'recorder', file: 'a.zip', seconds: 1, url: null });
  for (const file of ['a.zip', 'a.zip', 'b.zip'])
    patient.say({ op: 'recorder', file, seconds: 2, url: `blob:${file}` });
  expect(store.recordings.map(({ file }) => file)).toEqual(['a.zip', 'b.zip']);
  store.setConnection('waiting');
  expect(store.recordings).toEqual([]);
});
