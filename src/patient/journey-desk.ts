import type { JourneyInfo } from '../protocol/server-messages.js';
import type { JourneyStage } from '../scenario/journey-fields.js';
import type { Scenario } from '../scenario/scenario.js';
import { ConfigError } from '../ground/signal/errors.js';

/** Where a patient is on the journey of their scenario, by the sample count of the stream. */
export class JourneyDesk {
  private number = 0;

  /** @param from index of the stream at which the present stage began */
  constructor(
    private scenario: Pick<Scenario, 'journey' | 'sampleRateHz'>,
    private from: number,
  ) {}

  /** The desk of a scenario; undefined where it has no journey. */
  static of(scenario: Scenario, index: number): JourneyDesk | undefined {
    return scenario.journey.stages.length > 0 ? new JourneyDesk(scenario, index) : undefined;
  }

  get stage(): JourneyStage {
    return this.scenario.journey.stages[this.number];
  }

  /** Number of the stage that is due at an index; undefined while the present one lasts. After the last, the first. */
  due(index: number): number | undefined {
    if (index < this.until) return undefined;
    return (this.number + 1) % this.scenario.journey.stages.length;
  }

  /** @throws ConfigError where there is no such stage */
  enter(number: number, index: number): void {
    const { stages } = this.scenario.journey;
    if (number >= stages.length)
      throw new ConfigError(`setStage: got stage ${number}, the journey has ${stages.length}`, {
        field: 'stage',
        hint: `Stages: ${stages.map(({ title }, n) => `${n} ${title}`).join(', ')}.`,
      });
    this.number = number;
    this.from = index;
  }

  /** Go on with a changed description of the same number of stages. */
  update(scenario: Scenario): void {
    this.scenario = scenario;
  }

  get info(): JourneyInfo {
    const { stages } = this.scenario.journey;
    return {
      stages: stages.map(({ title, durationS }) => ({ title, durationS })),
      stage: this.number,
      from: this.from,
      until: this.until,
    };
  }

  private get until(): number {
    return this.from + Math.round(this.stage.durationS * this.scenario.sampleRateHz);
  }
}
