import { difference } from '../../ground/signal/difference.js';
import { isRecord } from '../../ground/signal/is-record.js';
import { presetByName } from '../../scenario/presets/index.js';
import { encodeShared } from '../../scenario/share-link.js';
import { specIn, type BenchmarkDecoder } from './benchmark-decoder.js';
import { sessionUnder } from './person-sessions.js';
import { scenarioOfPerson, type SuitePerson } from './suite-people.js';
import type { Condition, Suite } from './suite.js';

/**
 * What stands behind the `/` of the page to see and hear a person's session under a condition: the same signal, bit for
 * bit, until its prompts are over (exercise before it is left out). A decoder that is calibrated there learns under the
 * condition. Parts of one's own do not travel: the page decides by a model of ours.
 */
export async function conditionLink(
  suite: Suite,
  person: SuitePerson,
  condition: Condition,
  decoder: BenchmarkDecoder,
): Promise<string> {
  const base = presetByName(person.body);
  const whole = scenarioOfPerson(person);
  const { scenario } = sessionUnder(suite, whole, condition) ?? { scenario: whole };
  const changed = { ...scenario, decoder: specIn(scenario, decoder.patch) };
  const patch = difference(base, changed);
  return encodeShared({ view: 'lab', preset: person.body, patch: isRecord(patch) ? patch : {} });
}
