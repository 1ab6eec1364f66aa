import { isDeepStrictEqual } from 'node:util';
import { ConfigError } from '../../src/ground/signal/errors.js';
import { presetByName } from '../../src/scenario/presets/index.js';
import { readScenario } from '../../src/scenario/read-scenario.js';
import { mergeScenario, type Scenario } from '../../src/scenario/scenario.js';
import { requireStartable, wholeScenario } from '../../src/scenario/whole-scenario.js';
import type { ClassifierPlan, PatientPlan, SessionPlan } from './session-plan.js';
import type { SessionWish } from './session-wish.js';

/**
 * How long the threads that calibrate and derive templates for one person alone stay without work, in milliseconds. They
 * hold more than half of what a private session takes.
 */
const REST_MS = 15_000;

/** A plan, and what whoever asked for it should know. */
export interface PrivatePlan {
  readonly plan: SessionPlan;
  readonly notes: readonly string[];
}

/**
 * What a session of one's own is made of: what the service was started with, changed as wished. Somebody else than the
 * service was started with has a decoder of their own: one that was trained before is of no use to them.
 * @param base what the shared session was made of
 * @throws ConfigError for a scenario that cannot be, naming the field
 */
export function privatePlan(base: SessionPlan, wish: SessionWish): PrivatePlan {
  const whose = { clock: wish.clock ?? 'real', workshopRestMs: REST_MS } as const;
  const named = chosen(wish);
  // Who is wished for by name may be the one that the service was started with.
  const same = base.kind === 'patient' && isDeepStrictEqual(named, base.scenario);
  const somebody = same ? undefined : named;
  const { recordingsFolder } = base;
  if (somebody)
    return {
      plan: { kind: 'patient', ...whose, recordingsFolder, scenario: changed(somebody, wish, false) },
      notes: [],
    };
  if (base.kind === 'patient') {
    const { classifier, ...patient } = base;
    const { model, notes } = shareable(classifier);
    return {
      plan: {
        ...patient,
        ...model,
        ...whose,
        scenario: changed(base.scenario, wish, base.decoderFile !== undefined),
      },
      notes,
    };
  }
  if (wish.set)
    throw new ConfigError('set: a recording has a body of its own, which cannot be changed', {
      field: 'set',
      hint: 'Leave set out to replay the recording, or name a preset too, such as "transhumeral-tmr".',
    });
  return { plan: { ...base, ...whose }, notes: [] };
}

function chosen({ preset, scenario }: SessionWish): Scenario | undefined {
  if (preset !== undefined && scenario !== undefined)
    throw new ConfigError('preset, scenario: got both, expected one of them', {
      field: 'preset',
      hint: 'Name the preset within the scenario, such as {"scenario":{"preset":"transhumeral-tmr","seed":7}}.',
    });
  if (scenario !== undefined) return readScenario(scenario);
  return preset === undefined ? undefined : presetByName(preset);
}

function changed(scenario: Scenario, { set }: SessionWish, given: boolean): Scenario {
  const wished = set ? mergeScenario(scenario, set) : scenario;
  if (given) wholeScenario(wished);
  else requireStartable(wished);
  return wished;
}

/** A process connects at a port, which only one session can have. */
function shareable(classifier: ClassifierPlan | undefined): {
  model: Pick<PatientPlan, 'classifier'>;
  notes: string[];
} {
  if (classifier?.reference.type !== 'process') return { model: classifier ? { classifier } : {}, notes: [] };
  const { port } = classifier.reference;
  return {
    model: {},
    notes: [`the process at port ${port} decides in the shared session; here the decoder's own model does`],
  };
}
