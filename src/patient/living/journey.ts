import type { JourneyInfo } from '../../protocol/server-messages.js';
import type { JourneyPlace, Living } from './state.js';

/** Where whoever lives is on their journey; undefined where they have none. */
export function journeyInfo({
  scenario,
  journey,
}: Pick<Living, 'scenario' | 'journey'>): JourneyInfo | undefined {
  if (!journey) return undefined;
  const { stages } = scenario.journey;
  return {
    stages: stages.map(({ title, durationS, text, scene }) => ({ title, durationS, text, scene })),
    stage: journey.stage,
    from: journey.from,
    until: endOf(scenario, journey),
    held: journey.held,
  };
}

/** Number of the stage that is due at an index; undefined while the present one lasts or is held. After the last, the first. */
export function stageDue({ scenario, journey }: Living, index: number): number | undefined {
  if (!journey || journey.held || index < endOf(scenario, journey)) return undefined;
  return (journey.stage + 1) % scenario.journey.stages.length;
}

function endOf(
  { journey: { stages }, sampleRateHz }: Living['scenario'],
  { stage, from }: JourneyPlace,
): number {
  return from + Math.round(stages[stage].durationS * sampleRateHz);
}
