import { channelOf, type SampleBlock } from '../ground/signal/sample-block.js';
import { samplesOf } from '../ground/signal/units.js';
import type { BodyScenario } from '../body/synthesis/body-scenario.js';
import { Synthesizer, type SynthesizerOptions, type Truth } from '../body/synthesis/synthesizer.js';
import { perSample } from '../body/synthesis/truth.js';
import { effort } from './laboratory-arm.js';
import { mean } from '../ground/math/statistics.js';

/** A stretch of stream, cut into what rows look at. */
export interface Recorded {
  readonly sampleRateHz: number;
  readonly signal: SampleBlock;
  readonly truth: Truth;
  readonly channels: readonly Float32Array[];
  /** Course of each muscle's force, fraction of its maximum. */
  readonly forces: readonly Float32Array[];
  /** Mean force over muscles and time. */
  readonly force: number;
}

/** Let a synthesizer run for some time and keep what it delivers. */
export function record(synthesizer: Synthesizer, seconds: number): Recorded {
  const { sampleRateHz, muscleNames } = synthesizer;
  const { signal, truth } = synthesizer.next(samplesOf(seconds * 1000, sampleRateHz));
  const { length } = truth;
  const force = perSample(truth, truth.steps.force);
  const forces = muscleNames.map((_, m) => force.subarray(m * length, (m + 1) * length));
  return {
    sampleRateHz,
    signal,
    truth,
    channels: Array.from({ length: signal.channels }, (_, c) => channelOf(signal, c)),
    forces,
    force: mean(force),
  };
}

/** Time after which a new strength is steady, s. */
const SETTLE = 1;

/**
 * Contractions of the laboratory arm at several strengths, one after the other in one stream.
 * @param strengths fractions of the maximal voluntary contraction
 * @param seconds of each that are kept, after the first second
 */
export function holds(
  body: BodyScenario,
  strengths: readonly number[],
  seconds: number,
  options: SynthesizerOptions = {},
): Recorded[] {
  const synthesizer = new Synthesizer(body, options);
  return strengths.map((strength) => {
    synthesizer.intend([{ movement: effort, strength }]);
    synthesizer.next(samplesOf(SETTLE * 1000, synthesizer.sampleRateHz));
    return record(synthesizer, seconds);
  });
}
