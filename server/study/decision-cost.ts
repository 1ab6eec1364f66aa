import { performance } from 'node:perf_hooks';
import { median } from '../../src/ground/math/statistics.js';
import { recordCalibration } from '../../src/patient/calibrate.js';
import { reference } from '../../src/study/benchmark/baseline-decoders.js';
import { trainerIn, type BenchmarkDecoder } from '../../src/study/benchmark/benchmark-decoder.js';
import { scenarioOfPerson, type SuitePerson } from '../../src/study/benchmark/suite-people.js';
import type { ClassifierLoader } from '../../src/study/classifier-choice.js';
import { decideRecordings } from '../../src/study/decide-recordings.js';

/** Rounds that are timed, in turns, after one that is not. */
const ROUNDS = 5;

/**
 * Time of a decision, from the raw signal to the steadied decision, as a multiple of what HTD-LDA takes on the same
 * signal in the same process: the median of some rounds in turns. It is measured, so it differs a little from run to run.
 * @returns undefined where the decoder fails
 */
export async function decisionCost(
  decoder: BenchmarkDecoder,
  person: SuitePerson,
  load: ClassifierLoader,
): Promise<number | undefined> {
  const scenario = scenarioOfPerson(person);
  const recordings = recordCalibration(scenario);
  const trained = [];
  try {
    for (const one of [decoder, reference]) trained.push((await trainerIn(scenario, one, load))(recordings));
    const times = trained.map((): number[] => []);
    for (let round = 0; round <= ROUNDS; round++)
      trained.forEach((one, d) => {
        const from = performance.now();
        decideRecordings(one, recordings, 'all');
        if (round > 0) times[d]?.push(performance.now() - from);
      });
    const [own = [], unit = []] = times;
    return median(own) / median(unit);
  } catch {
    return undefined; // That it fails is told by those in whom it was measured.
  }
}
