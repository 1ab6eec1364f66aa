import { performance } from 'node:perf_hooks';
import { sampleOf, taskOf, trainingSamples } from '../../src/decoder/outside/sample-of.js';
import type { Decoder, TrainingRecording } from '../../src/decoder/decoder.js';
import { trainingWindows } from '../../src/decoder/training/training-windows.js';
import { median, percentile } from '../../src/ground/math/statistics.js';
import { recordCalibration } from '../../src/patient/calibrate.js';
import { reference } from '../../src/study/benchmark/baseline-decoders.js';
import { trainerIn, type BenchmarkDecoder } from '../../src/study/benchmark/benchmark-decoder.js';
import type { OutsidePart } from '../../src/study/benchmark/outside-part.js';
import type { BenchmarkHost } from '../../src/study/benchmark/run-person.js';
import { scenarioOfPerson, type SuitePerson } from '../../src/study/benchmark/suite-people.js';
import { decideRecordings } from '../../src/study/decide-recordings.js';

/** Rounds that are timed, in turns, after one that is not. */
const ROUNDS = 5;
/** Windows that a model outside is asked about one at a time, after some that are not timed. */
const ASKED = 200;
const WARM_UP = 20;

/** What a decision takes. */
export interface DecisionCost {
  /** Times what HTD-LDA takes, from the raw signal to the steadied decision. */
  readonly ratio: number;
  /** Of a model outside: from the window's features to its answer and back, one window at a time. */
  readonly roundTripMs?: { readonly median: number; readonly p95: number };
}

/**
 * Time of a decision, from the raw signal to the steadied decision, as a multiple of what HTD-LDA takes on the same
 * signal in the same process: the median of some rounds in turns. It is measured, so it differs a little from run to run.
 * @returns undefined where the decoder fails
 */
export async function decisionCost(
  decoder: BenchmarkDecoder,
  person: SuitePerson,
  host: Required<BenchmarkHost>,
): Promise<DecisionCost | undefined> {
  const scenario = scenarioOfPerson(person);
  const recordings = recordCalibration(scenario);
  const trained = [];
  try {
    for (const one of [decoder, reference])
      trained.push((await trainerIn(scenario, one, host.loadClassifier))(recordings));
    const times = trained.map((): number[] => []);
    let decisions = 0;
    for (let round = 0; round <= ROUNDS; round++)
      trained.forEach((one, d) => {
        const from = performance.now();
        const { length } = decideRecordings(one, recordings, 'all');
        if (round > 0) times[d]?.push(performance.now() - from);
        if (d === 0) decisions = length;
      });
    const [own, unit] = times.map(median);
    const [frame] = trained;
    const { outside } = decoder;
    if (!outside || !frame) return { ratio: own / unit };
    const roundTripMs = await roundTrip(outside, person, frame, recordings, host);
    // The frame's own model takes next to nothing beside its features.
    return { ratio: (own + decisions * roundTripMs.median) / unit, roundTripMs };
  } catch {
    return undefined; // That it fails is told by those in whom it was measured.
  }
}

async function roundTrip(
  part: OutsidePart,
  person: SuitePerson,
  frame: Decoder,
  recordings: readonly TrainingRecording[],
  { openOutside }: Required<BenchmarkHost>,
): Promise<{ median: number; p95: number }> {
  const model = await openOutside(part, person, 'whole');
  try {
    await model.prepare(taskOf(frame), (kind) => trainingSamples(frame, recordings, kind));
    const { windows } = trainingWindows(frame.spec, recordings, frame.signal);
    const times: number[] = [];
    for (const window of windows.slice(0, WARM_UP + ASKED)) {
      const vector = frame.observe(window);
      const from = performance.now();
      const posterior = await model.posterior(sampleOf(vector, model.kind));
      if (posterior) times.push(performance.now() - from);
    }
    const timed = times.slice(WARM_UP);
    return { median: median(timed), p95: percentile(timed, 0.95) };
  } finally {
    await model.close();
  }
}
