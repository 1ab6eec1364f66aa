import { intentFields, type IntentSpec } from '../intent/intent-fields.js';
import type { NumberField } from '../../ground/signal/field.js';
import type { Limits } from './limits.js';
import type { PopulationSpec } from './population-fields.js';
import { factorOf, oddsTimes } from './spread.js';
import { drawn, type Traits } from './traits.js';

/** What a skilled person has less of. */
const unsteady = [
  'repetitionSpreadDb',
  'directionVariabilityPercent',
  'commonWanderPercent',
  'wanderPercent',
  'reactionVariabilityMs',
  'inexperiencePercent',
] as const;

type Unsteady = (typeof unsteady)[number];
type NumberOfIntent =
  | Unsteady
  | 'coContractionPercent'
  | 'overflowPercent'
  | 'restingTonePercent'
  | 'reactionMs'
  | 'onsetRiseMs'
  | 'overshootPercent'
  | 'holdDecayDb';

/**
 * How a person makes their efforts.
 * @param movements what this body can be asked for, by the drives of its muscles
 */
export function habitsOf(
  intent: IntentSpec,
  movements: readonly string[],
  { habits }: PopulationSpec,
  person: number,
  traits: Traits,
  limits: Limits,
): IntentSpec {
  const keep = (name: NumberOfIntent, value: number): number =>
    limits.field(`intent.${name}`, intentFields[name], value);
  const times = (name: NumberOfIntent, percent: number, deviation: number): number =>
    keep(name, intent[name] * factorOf(percent, deviation));
  const varied = unsteady.map((name) => [name, times(name, habits.skillPercent, -traits.skill)] as const);
  const selective = factorOf(habits.selectivityPercent, traits.selectivity);
  return {
    ...intent,
    ...(Object.fromEntries(varied) as Record<Unsteady, number>),
    movementStrengthDb: strengthsOf(intent, movements, habits, person, traits.effort, limits),
    selectivityPercent: 100 * oddsTimes(intent.selectivityPercent / 100, selective),
    coContractionPercent: times('coContractionPercent', habits.coContractionPercent, traits.coContraction),
    overflowPercent: times('overflowPercent', habits.coContractionPercent, traits.coContraction),
    restingTonePercent: times('restingTonePercent', habits.tonePercent, traits.tone),
    reactionMs: keep('reactionMs', intent.reactionMs + habits.reactionMs * traits.reaction),
    onsetRiseMs: times('onsetRiseMs', habits.risePercent, traits.rise),
    overshootPercent: times('overshootPercent', habits.overshootPercent, traits.overshoot),
    holdDecayDb: times('holdDecayDb', habits.decayPercent, traits.decay),
  };
}

/** Strength of each movement: what this person means by a request, and how well they make this one. */
function strengthsOf(
  { movementStrengthDb }: IntentSpec,
  movements: readonly string[],
  habits: PopulationSpec['habits'],
  person: number,
  effort: number,
  limits: Limits,
): IntentSpec['movementStrengthDb'] {
  const field: NumberField = intentFields.movementStrengthDb.value;
  const typical: Readonly<Record<string, number>> = movementStrengthDb;
  const names = [...new Set([...movements, ...Object.keys(typical)])].filter((name) => name !== 'rest');
  const entries = names.flatMap((name) => {
    const own = habits.effortDb * effort + habits.movementStrengthDb * drawn(person, `strength/${name}`);
    if (own === 0 && typical[name] === undefined) return [];
    return [[name, limits.field(`intent.movementStrengthDb.${name}`, field, (typical[name] ?? 0) + own)]];
  });
  return Object.fromEntries(entries) as IntentSpec['movementStrengthDb'];
}
