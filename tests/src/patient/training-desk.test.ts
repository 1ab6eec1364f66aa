import { expect, it, vi } from 'vitest';
import { TrainingDesk } from '../../../src/patient/training-desk.js';
import { WorkerThreads } from '../../../server/workers/worker-threads.js';
import { mergeScenario } from '../../../src/scenario/scenario.js';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { smallScenario } from '../../server/small-scenario.js';

const workshop = new WorkerThreads(null);

const progress = () => ({ tell: () => undefined, signal: new AbortController().signal });

const scenario = smallScenario();
const narrow = mergeScenario(scenario, { decoder: { windowMs: 150 } }).decoder;

it('learns the calibration’s recordings anew where only the decoder changes', async () => {
  const desk = new TrainingDesk(workshop);
  const recording = vi.spyOn(Synthesizer.prototype, 'next');
  const calibrated = await desk.calibrate(scenario, progress());
  const recorded = recording.mock.calls.length;
  expect(recorded).toBeGreaterThan(0);
  const retrained = await desk.retrain(narrow, progress());
  expect(recording.mock.calls).toHaveLength(recorded);
  expect(retrained.summary.signalSeconds).toBe(calibrated.summary.signalSeconds);
  expect(retrained.decoder.spec.windowMs).toBe(150);
});

it('gives the same decoder whether the recordings were kept or are made again', async () => {
  const kept = new TrainingDesk(workshop);
  await kept.calibrate(scenario, progress());
  const again = await kept.retrain(narrow, progress());
  const anew = new TrainingDesk(workshop);
  await anew.calibrate(smallScenario({ seed: 99 }), progress()); // Pushes out what was kept.
  const fresh = await anew.calibrate({ ...scenario, decoder: narrow }, progress());
  expect(fresh.decoder).toEqual(again.decoder);
});

it('knows no later body: a change of it does not reach the decoder by the back door', async () => {
  const desk = new TrainingDesk(workshop);
  await desk.calibrate(scenario, progress());
  const before = await desk.retrain(narrow, progress());
  await new TrainingDesk(workshop).calibrate(
    smallScenario({ limb: { ...scenario.limb, fatThicknessMm: 18 } }),
    progress(),
  );
  expect((await desk.retrain(narrow, progress())).decoder).toEqual(before.decoder);
});

it('refuses to train what came from a file, and says what can be done', async () => {
  const desk = new TrainingDesk(workshop);
  desk.adoptFile();
  expect(() => desk.requireTrainable(scenario.decoder, narrow)).toThrow(/file/);
  expect(() => desk.requireTrainable(scenario.decoder, { ...scenario.decoder })).not.toThrow();
  await expect(desk.retrain(narrow, progress())).rejects.toMatchObject({
    hint: expect.stringContaining('calibrate'),
  });
});
