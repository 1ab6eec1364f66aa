import { expect, it, vi } from 'vitest';
import { WorkerThreads } from '../../../server/workers/worker-threads.js';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { Learning, type Basis, type Learned } from '../../../src/patient/learning.js';
import { mergeScenario, type Scenario } from '../../../src/scenario/scenario.js';
import { smallScenario } from '../../support/small-scenario.js';

const learning = new Learning(new WorkerThreads(null), undefined);
const { signal } = new AbortController();
const scenario = smallScenario();
const narrow = mergeScenario(scenario, { decoder: { windowMs: 150 } }).decoder;

async function calibrate(scenario: Scenario): Promise<Learned & { basis: Basis }> {
  const { learned } = await learning.calibrate({ scenario }, () => undefined, signal);
  if (!learned.basis) throw new Error('a calibration is known to the decoder that it made');
  return { ...learned, basis: learned.basis };
}

it('learns the calibration’s recordings anew where only the decoder changes', async () => {
  const recording = vi.spyOn(Synthesizer.prototype, 'next');
  const calibrated = await calibrate(scenario);
  const recorded = recording.mock.calls.length;
  expect(recorded).toBeGreaterThan(0);
  const again = await learning.train(narrow, calibrated.basis, signal);
  expect(recording.mock.calls).toHaveLength(recorded);
  expect(again.summary?.signalSeconds).toBe(calibrated.summary?.signalSeconds);
  expect(again.decoder.spec.windowMs).toBe(150);
});

it('gives the same decoder whether the recordings were kept or are made again', async () => {
  const { basis } = await calibrate(scenario);
  const again = await learning.train(narrow, basis, signal);
  await calibrate(smallScenario({ seed: 99 })); // Pushes out what the workshop kept.
  const fresh = await calibrate({ ...scenario, decoder: narrow });
  expect(fresh.decoder.toJSON()).toEqual(again.decoder.toJSON());
});

it('tells of a channel that died, in the summary that the page shows', async () => {
  const { basis } = await calibrate(scenario);
  const dead = basis.recordings.map((one) => {
    const data = one.signal.data.slice();
    data.fill(0.02, 0, one.signal.length);
    return { ...one, signal: { ...one.signal, data } };
  });
  const { summary } = await learning.train(scenario.decoder, { ...basis, recordings: dead }, signal);
  expect(summary?.notes.join()).toMatch(/channel 1 .*never changes; it is left out/);
});
