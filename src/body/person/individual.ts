import { muscleBelow } from '../anatomy/muscle-below.js';
import { electrodesFields, type ElectrodesSpec } from '../anatomy/electrodes.js';
import type { LimbSpec } from '../anatomy/limb.js';
import type { MuscleSpec } from '../anatomy/muscle.js';
import { surgeryFields, type SurgerySpec } from '../anatomy/surgery.js';
import type { IntentSpec } from '../intent/intent-fields.js';
import { motorUnitFields, type MotorUnitSpec } from '../physiology/motor-unit-fields.js';
import { fnv1a } from '../../ground/signal/random.js';
import { Limits } from './limits.js';
import type { PersonSpec } from './person-fields.js';
import { habitsOf } from './person-habits.js';
import { limbOf, roomOf } from './person-limb.js';
import { musclesOf } from './person-muscles.js';
import { noiseOf, type PersonNoise } from './person-noise.js';
import type { PopulationSpec } from './population-fields.js';
import { factorOf } from './spread.js';
import { traitsOf, type Traits } from './traits.js';

/** A typical person with the population around them: the body's part of a scenario. */
export interface PopulationBody {
  readonly seed: number;
  readonly person: PersonSpec;
  readonly population: PopulationSpec;
  readonly limb: LimbSpec;
  readonly surgery: SurgerySpec;
  readonly muscles: MuscleSpec[];
  readonly motorUnits: MotorUnitSpec;
  readonly electrodes: ElectrodesSpec;
  readonly disturbances: PersonNoise;
  readonly intent: IntentSpec;
}

/**
 * One person of a population, as the conductor, the motor units and the intent know them. `seed` is the luck of this
 * person's session; `anatomySeed` decides what is the same in every session of theirs.
 */
export type Individual<B extends PopulationBody = PopulationBody> = Omit<B, 'person' | 'population'> & {
  readonly anatomySeed: number;
  /** What was drawn beyond what this limb allows, as sentences. */
  readonly notes: readonly string[];
};

/**
 * The body of the person that a scenario names. Pure, and the only place where `person` and `population` act: what it
 * returns has neither. The typical person, number 0 without traits, is exactly what the scenario says.
 *
 * Who a person is depends on their number alone, never on the seed: the same number with another seed is the same
 * anatomy with the same habits in another session. Two persons with the same seed have sessions of their own.
 *
 * @example individual(parseBody({ person: 7 })).limb.fatThicknessMm
 */
export function individual<B extends PopulationBody>(body: B): Individual<B> {
  const { person, population, ...rest } = body;
  const { number, traits: given } = person;
  const same = { ...rest, anatomySeed: anatomySeedOf(number), notes: [] };
  if (number === 0 && Object.keys(given).length === 0) return same;
  const traits = traitsOf(number, given, population.people.femalePercent / 100);
  const limits = new Limits(number);
  const limb = limbOf(body.limb, population, traits, limits);
  const limbs = { typical: body.limb, own: limb };
  const muscles = musclesOf(body.muscles, limbs, population, number, traits, limits);
  return {
    ...same,
    seed: number === 0 ? body.seed : fnv1a(`${body.seed}/person/${number}`),
    limb,
    muscles,
    surgery: surgeryOf(body.surgery, population, traits, limits),
    motorUnits: motorUnitsOf(body.motorUnits, population, traits, limits),
    electrodes: electrodesOf(body, { limb, muscles }, traits, limits),
    disturbances: { ...body.disturbances, ...noiseOf(body.disturbances, population, traits, limits) },
    intent: habitsOf(body.intent, movementsOf(body), population, number, traits, limits),
    notes: limits.notes,
  };
}

/** Where units lie and how fast they conduct; that of the typical person is one of many, and always the same. */
function anatomySeedOf(person: number): number {
  return person === 0 ? 1 : fnv1a(`person/${person}`);
}

/** What a body can be asked for. */
function movementsOf({ muscles }: Pick<PopulationBody, 'muscles'>): string[] {
  return [...new Set(muscles.flatMap(({ drives }) => Object.keys(drives)))];
}

function surgeryOf(
  surgery: SurgerySpec,
  { surgery: spreads }: PopulationSpec,
  traits: Traits,
  limits: Limits,
): SurgerySpec {
  const times = (name: SurgeryNumber, factor: number): number =>
    limits.field(`surgery.${name}`, surgeryFields[name], surgery[name] * factor);
  const slow = factorOf(spreads.recoveryPercent, -traits.recovery);
  const wasting = factorOf(spreads.atrophyPercent, traits.atrophy);
  return {
    ...surgery,
    swellingDays: times('swellingDays', slow),
    activationDays: times('activationDays', slow),
    reinnervationDays: times('reinnervationDays', slow),
    atrophyDays: times('atrophyDays', slow),
    atrophyFixed: times('atrophyFixed', wasting),
    atrophyUnfixed: times('atrophyUnfixed', wasting),
  };
}

type SurgeryNumber =
  'swellingDays' | 'activationDays' | 'reinnervationDays' | 'atrophyDays' | 'atrophyFixed' | 'atrophyUnfixed';

function motorUnitsOf(
  motorUnits: MotorUnitSpec,
  { units }: PopulationSpec,
  traits: Traits,
  limits: Limits,
): MotorUnitSpec {
  const keep = (name: 'peakRateFirstHz' | 'peakRateLastHz' | 'velocityMeanMPerS', value: number): number =>
    limits.field(`motorUnits.${name}`, motorUnitFields[name], value);
  const rate = factorOf(units.ratePercent, traits.rate);
  return {
    ...motorUnits,
    peakRateFirstHz: keep('peakRateFirstHz', motorUnits.peakRateFirstHz * rate),
    peakRateLastHz: keep('peakRateLastHz', motorUnits.peakRateLastHz * rate),
    velocityMeanMPerS: keep(
      'velocityMeanMPerS',
      motorUnits.velocityMeanMPerS + units.velocityMPerS * traits.velocity,
    ),
  };
}

/**
 * Electrodes on the skin come to lie where they were put on; implanted ones were sutured to a muscle, and lie where it
 * lies.
 */
function electrodesOf(
  typical: Pick<PopulationBody, 'electrodes' | 'limb' | 'muscles' | 'population'>,
  own: Pick<PopulationBody, 'limb' | 'muscles'>,
  traits: Traits,
  limits: Limits,
): ElectrodesSpec {
  const { electrodes } = typical;
  const { contacts } = typical.population;
  const keep = (name: 'shiftAroundMm' | 'shiftAlongMm' | 'depthMm', value: number): number =>
    limits.field(`electrodes.${name}`, electrodesFields[name], value);
  if (electrodes.type === 'surface')
    return {
      ...electrodes,
      shiftAroundMm: keep('shiftAroundMm', electrodes.shiftAroundMm + contacts.aroundMm * traits.around),
      shiftAlongMm: keep('shiftAlongMm', electrodes.shiftAlongMm + contacts.alongMm * traits.along),
    };
  const moved = electrodes.positions.map((position) => {
    const m = muscleBelow(typical.muscles, position.angleDeg);
    const by = (own.muscles[m]?.angleDeg ?? 0) - (typical.muscles[m]?.angleDeg ?? 0);
    return { ...position, angleDeg: position.angleDeg + by };
  });
  const depth = (electrodes.depthMm * roomOf(own.limb)) / roomOf(typical.limb);
  return { ...electrodes, positions: moved, depthMm: keep('depthMm', depth) };
}
