import { difference } from '../../src/ground/signal/difference.js';
import { DamagedLink } from './damaged-link.js';
import { isRecord, type Json } from './is-record.js';
import { valueAt } from './scenario-path.js';

/**
 * A scenario written out in full, at the first stage of its journey: how it is loaded. What reads scenarios comes when it
 * is first needed, so that the page stands before.
 * @throws DamagedLink where no patient can be like that
 */
export async function wholePatient(scenario: Json): Promise<Json> {
  const [{ readScenario }, { requireStartable }, { atFirstStage }] = await Promise.all([
    import('../../src/scenario/read-scenario.js'),
    import('../../src/scenario/whole-scenario.js'),
    import('../../src/scenario/journey.js'),
  ]);
  try {
    const read = readScenario(scenario);
    requireStartable(read);
    return jsonOf(atFirstStage(read));
  } catch (error) {
    throw new DamagedLink('impossible', error instanceof Error ? error.message : String(error));
  }
}

/** A running scenario as it was loaded: where there is a journey, it has changed with the stages. */
export async function asLoaded(scenario: unknown): Promise<unknown> {
  const stages = valueAt(scenario, ['journey', 'stages']);
  if (!isRecord(scenario) || !Array.isArray(stages) || stages.length === 0) return scenario;
  return wholePatient(scenario);
}

/** Whether two trees of JSON say the same, in whatever order. */
export function alike(one: unknown, other: unknown): boolean {
  return difference(one, other) === undefined && difference(other, one) === undefined;
}

/** Without what JSON has no words for, as it comes over the wire. */
function jsonOf(value: object): Json {
  const json: unknown = JSON.parse(JSON.stringify(value));
  return isRecord(json) ? json : {};
}
