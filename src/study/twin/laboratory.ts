import { revived } from '../../ground/signal/tellable.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import type { JobOutcome, JobRunner, RunOptions } from '../job.js';
import { portraitJob, type Measured, type Portrait } from '../likeness/portrait.js';
import { recordPersonJob } from '../likeness/recorded-person.js';
import { resampled } from '../likeness/same-rate.js';
import type { StudyData } from '../study-data.js';
import { twinTrialJob } from './twin-trial.js';

/** Time between holds says nothing of them: in trials people hardly rest. */
const HURRIED = { calibration: { countdownMs: 0, restMs: 500 } };
/** Where a recording and its candidates are measured alike. */
export class Laboratory {
  constructor(
    private readonly data: StudyData,
    private readonly runner: JobRunner,
    private readonly stop: AbortSignal | undefined,
  ) {}

  /** Several candidates; those who cannot be say why. */
  readonly trials = (scenarios: readonly Scenario[]): Promise<JobOutcome<Measured>[]> => {
    const rateHz = this.data.sampleRateHz;
    const tasks = scenarios.map((scenario) => ({ scenario: mergeScenario(scenario, HURRIED), rateHz }));
    return this.runner.run(twinTrialJob, tasks, (outcome) => outcome, this.told);
  };

  /** Several candidates who must be possible. */
  readonly all = async (scenarios: readonly Scenario[]): Promise<Measured[]> =>
    (await this.trials(scenarios)).map((outcome) => {
      if ('failure' in outcome) throw revived(outcome.failure);
      return outcome.value;
    });

  readonly one = async (scenario: Scenario): Promise<Measured> => {
    const [measured] = await this.all([scenario]);
    return measured;
  };

  /** Everything that can be told of a simulated person. */
  readonly portrait = async (scenario: Scenario): Promise<Portrait> => {
    const [data] = await this.runner.run(recordPersonJob, [scenario], (recorded) => recorded, this.told);
    return this.portraitOf(data);
  };

  /** Everything that can be told of the recorded person. */
  recorded(): Promise<Portrait> {
    return this.portraitOf(this.data);
  }

  private async portraitOf(data: StudyData): Promise<Portrait> {
    const person = resampled({ name: 'person', data }, this.data.sampleRateHz);
    const [found] = await this.runner.run(portraitJob, [person], (portrait) => portrait, this.told);
    return found;
  }

  private get told(): RunOptions {
    return this.stop ? { stop: this.stop } : {};
  }
}
