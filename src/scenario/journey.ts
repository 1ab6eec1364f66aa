import type { JourneySpec, JourneyStage } from './journey-fields.js';
import type { Scenario } from './scenario.js';

/** What is needed to know where on a journey a patient is. */
export interface Journeyer {
  readonly journey: JourneySpec;
}

/** A stage with its place in the journey. */
export interface StagePlace {
  readonly stage: JourneyStage;
  /** Number of the stage, from 0. */
  readonly number: number;
  /** Seconds since the journey's start at which this visit of the stage began, and at which it ends. */
  readonly from: number;
  readonly until: number;
}

/** Seconds that one pass through all stages takes; 0 where there is no journey. */
export function journeySeconds({ journey }: Journeyer): number {
  return journey.stages.reduce((sum, { durationS }) => sum + durationS, 0);
}

/**
 * The stage at a time; the journey starts over after its last stage.
 * @param seconds since the journey's start; times before it count as its start
 * @returns undefined where the scenario has no journey
 * @example stageAt(scenario, index / sampleRateHz)?.stage.title // 'day 2'
 */
export function stageAt(scenario: Journeyer, seconds: number): StagePlace | undefined {
  const { stages } = scenario.journey;
  const whole = journeySeconds(scenario);
  if (whole === 0) return undefined;
  const at = Math.max(0, seconds);
  let from = Math.floor(at / whole) * whole;
  for (const [number, stage] of stages.entries()) {
    const until = from + stage.durationS;
    // The last stage takes what rounding left over.
    if (at < until || number === stages.length - 1) return { stage, number, from, until };
    from = until;
  }
  return undefined;
}

/**
 * The scenario as it is during a stage. Pure: stages do not build on one another, so that any can be looked at on
 * its own. Going from one to the next is an ordinary change of scenario.
 */
export function scenarioOfStage<S extends Pick<Scenario, 'limb' | 'surgery' | 'disturbances'>>(
  scenario: S,
  stage: JourneyStage,
): S {
  const { stemRadiusMm, noiseUv } = stage;
  const { daysSinceSurgery, fatThinned, nerveBlock, neuromasLeft } = stage;
  const { anchor, fixation, atrophyBefore, loadingPercent } = stage;
  return {
    ...scenario,
    limb: { ...scenario.limb, stemRadiusMm },
    disturbances: { ...scenario.disturbances, noiseUv },
    surgery: {
      ...scenario.surgery,
      daysSinceSurgery,
      fatThinned,
      nerveBlock,
      neuromasLeft,
      anchor,
      fixation,
      atrophyBefore,
      loadingPercent,
    },
  };
}

/** A scenario at the first stage of its journey, where it has one. */
export function atFirstStage(scenario: Scenario): Scenario {
  const first = scenario.journey.stages[0];
  return first ? scenarioOfStage(scenario, first) : scenario;
}
