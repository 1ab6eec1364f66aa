import { expect, it } from 'vitest';
import { ModelError } from '../../../src/ground/signal/errors.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { WebWorkshop, type WorkerLike } from '../../../web/worker/web-workshop.js';
import type { Said, Work } from '../../../web/worker/workshop-worker.js';

/** A Web Worker of which a test says what it does. */
class FakeWorker implements WorkerLike {
  readonly works: Work[] = [];
  ended = false;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;

  postMessage(work: Work): void {
    this.works.push(work);
  }

  terminate(): void {
    this.ended = true;
  }

  say(said: Said): void {
    this.onmessage?.(new MessageEvent('message', { data: said }));
  }
}

const workers: FakeWorker[] = [];
const begin = (): WebWorkshop => {
  workers.length = 0;
  return new WebWorkshop(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
};
const scenario = presetByName('transhumeral-tmr');
const never = (): AbortSignal => new AbortController().signal;
const training = { spec: scenario.decoder, recordings: [], sampleRateHz: 1000, channelNames: [] };
/** Whatever was promised has been dealt with. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('tells how far the work is, and gives what it made', async () => {
  const shares: number[] = [];
  const made = begin().calibrate({ scenario }, (share) => shares.push(share), never());
  await settled();
  expect(workers[0].works).toEqual([{ name: 'runCalibration', task: { scenario } }]);
  workers[0].say({ share: 0.5 });
  const value = { warnings: ['few'] } as never;
  workers[0].say({ outcome: { value } });
  expect(await made).toBe(value);
  expect(shares).toEqual([0.5]);
});

it('throws our errors as they were', async () => {
  const made = begin().train(training, never());
  await settled();
  workers[0].say({ outcome: { failure: new ModelError('no', { hint: 'Do.' }).toJSON() } });
  await expect(made).rejects.toThrow(ModelError);
  await expect(made).rejects.toMatchObject({ message: 'no', hint: 'Do.' });
});

it('ends the worker of aborted work and goes on with the next in a new one', async () => {
  const workshop = begin();
  const abort = new AbortController();
  const first = workshop.train(training, abort.signal);
  const second = workshop.train({ ...training, sampleRateHz: 2000 }, never());
  await settled();
  abort.abort();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  await settled();
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  expect(workers[1].works).toMatchObject([{ task: { sampleRateHz: 2000 } }]);
  workers[1].say({ outcome: { value: 2 as never } });
  expect(await second).toBe(2);
});

it('never begins what was aborted while it waited, and says so at once', async () => {
  const workshop = begin();
  const first = workshop.train(training, never());
  const abort = new AbortController();
  const second = workshop.train(training, abort.signal);
  await settled();
  abort.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  workers[0].say({ outcome: { value: 1 as never } });
  expect(await first).toBe(1);
  await settled();
  expect(workers[0]).toMatchObject({ ended: false, works: [{}] });
});

it('derives templates beside a calibration', async () => {
  const workshop = begin();
  void workshop.calibrate({ scenario }, () => undefined, never());
  void workshop.deriveFresh(scenario, never());
  await settled();
  expect(workers.map(({ works }) => works[0].name)).toEqual(['runCalibration', 'deriveFresh']);
});

it('fails where the worker does not work, and starts another for the next', async () => {
  const workshop = begin();
  const first = workshop.train(training, never());
  await settled();
  workers[0].onerror?.({ message: 'lost' } as ErrorEvent);
  await expect(first).rejects.toMatchObject({ code: 'stream', message: expect.stringContaining('lost') });
  void workshop.train(training, never());
  await settled();
  expect(workers).toHaveLength(2);
});
