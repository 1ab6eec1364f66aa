import { afterAll, expect, it } from 'vitest';
import { WorkerThreads } from '../../../server/workers/worker-threads.js';
import { deriveFresh } from '../../../src/patient/workshop-tasks.js';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { smallScenario } from '../../support/small-scenario.js';

const threads = new WorkerThreads();
const here = new WorkerThreads(null);

afterAll(() => Promise.all([threads.close(), here.close()]));

it('calibrates in a thread to the same decoder as on the spot, and tells how far it is', async () => {
  const scenario = smallScenario();
  const shares: number[] = [];
  const [a, b] = [
    await threads.calibrate({ scenario }, (share) => shares.push(share)),
    await here.calibrate({ scenario }),
  ];
  expect(a.decoder).toEqual(b.decoder);
  expect(a.summary.confusion).toEqual(b.summary.confusion);
  expect(shares.length).toBeGreaterThan(0);
  expect(shares).toEqual([...shares].sort((x, y) => x - y));
});

it('derives the templates that a synthesizer would derive itself', async () => {
  const scenario = smallScenario();
  const bank = await threads.derive(new Synthesizer(scenario).templateRequest());
  expect(bank.data).toEqual(deriveFresh(scenario).data);
  const [given, own] = [new Synthesizer(scenario, { templates: bank }), new Synthesizer(scenario)];
  expect(given.next(4000).signal.data).toEqual(own.next(4000).signal.data);
});

it('keeps the kind and the hint of an error that happened in a thread', async () => {
  const { decoder: spec, sampleRateHz } = smallScenario();
  const task = { spec, recordings: [], sampleRateHz, channelNames: ['a'] };
  await expect(threads.train(task)).rejects.toMatchObject({
    code: 'model',
    hint: expect.stringMatching(/./),
  });
  await expect(here.train(task)).rejects.toMatchObject({ code: 'model' });
});

it('gives up a calibration when told to', async () => {
  const abort = new AbortController();
  const run = threads.calibrate({ scenario: smallScenario() }, undefined, abort.signal);
  abort.abort();
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
});

it('ends a calibration that is under way, and does the next in a new thread', async () => {
  const abort = new AbortController();
  const scenario = smallScenario();
  // Its first news means that it is busy recording.
  const run = threads.calibrate({ scenario }, () => abort.abort(), abort.signal);
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  const { decoder } = await threads.calibrate({ scenario });
  expect(decoder).toEqual((await here.calibrate({ scenario })).decoder);
});
