import { MyodesisError } from '../../ground/signal/errors.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Job, JobOutcome } from '../job.js';
import { cleaned } from '../likeness/clean.js';
import { measuredOf, type Measured } from '../likeness/portrait.js';
import { resampled } from '../likeness/same-rate.js';
import { dataOfScenario } from '../study-data.js';

/** One candidate: who, and at which rate they are measured. */
export interface TwinTrial {
  readonly scenario: Scenario;
  readonly rateHz: number;
}

/** Record and measure a candidate; where no such person can be, why. The search goes round those. */
export function twinTrial({ scenario, rateHz }: TwinTrial): JobOutcome<Measured> {
  try {
    const { data } = resampled({ name: 'candidate', data: dataOfScenario(scenario) }, rateHz);
    return { value: measuredOf(cleaned(data.segments)) };
  } catch (error) {
    if (error instanceof MyodesisError) return { failure: error.toJSON() };
    throw error;
  }
}

/** {@link twinTrial} as a thread does it. */
export const twinTrialJob: Job<TwinTrial, JobOutcome<Measured>> = { name: 'twinTrial', work: twinTrial };
