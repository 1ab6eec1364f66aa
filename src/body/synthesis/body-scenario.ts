import { LAST_SEED } from '../../ground/signal/random.js';
import { limbOfLevel } from '../anatomy/limb.js';
import { electrodesFields } from '../anatomy/electrodes.js';
import { limbFields } from '../anatomy/limb.js';
import { musclesField } from '../anatomy/muscle.js';
import { surgeryFields } from '../anatomy/surgery.js';
import { individual, type Individual } from '../person/individual.js';
import { personField } from '../person/person-fields.js';
import { populationField } from '../person/population-fields.js';
import { intentFields } from '../intent/intent-fields.js';
import { motorUnitFields } from '../physiology/motor-unit-fields.js';
import { ownMovementsField } from '../../ground/movement/own-movements.js';
import { vocabularyOf } from '../../ground/movement/vocabulary-of.js';
import type { MovementId } from '../../ground/movement/movement.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { group, number, type GroupValue } from '../../ground/signal/field.js';
import { parseFields } from '../../ground/signal/parse-fields.js';
import { contentHz } from './oversampling.js';
import { disturbanceFields } from './disturbances/disturbance-fields.js';
import { testToneFields } from './tones/test-tone-fields.js';

/** The body's part of a scenario: all that decides what the electrodes deliver. */
export const bodyFields = {
  seed: number({
    unit: '1',
    default: 1,
    min: 0,
    max: LAST_SEED,
    integer: true,
    explain:
      'Luck of the session: discharges, trials, noise. The same scenario and seed give the same samples, bit for bit; another seed is the same person again.',
    live: 'person',
  }),
  person: personField,
  population: populationField,
  sampleRateHz: number({
    unit: 'Hz',
    default: 2000,
    min: 200,
    max: 10000,
    explain:
      'Samples per second and channel, also with a fraction, as devices have it (1925.926, 2148.148). EMG on the skin reaches to 500 Hz, so 1000 is the least that carries it; armbands have 200.',
    source: 'isek-1999',
    live: 'person',
  }),
  movements: ownMovementsField,
  limb: group('The residual limb in cross-section.', limbFields),
  surgery: group('What the operation and the time since have left.', surgeryFields),
  muscles: musclesField,
  motorUnits: group('Motor units, alike in all muscles.', motorUnitFields),
  electrodes: group('What reads the activity, and where.', electrodesFields),
  disturbances: group('What else reaches the electrodes, and the amplifier.', disturbanceFields),
  intent: group('What the user intends, and how well they do it.', intentFields),
  testTones: group('Known sines in place of muscles, to check a measuring chain with.', testToneFields),
};

/** Values of {@link bodyFields}. */
export type BodyScenario = GroupValue<typeof bodyFields>;
/** The body of the person that a scenario names. */
export type PersonBody = Individual<BodyScenario>;

/**
 * Validate the body's part of an object, such as a whole scenario, and fill in the defaults. Other parts are
 * left aside.
 * @throws ConfigError naming the first wrong field, what was got, what is allowed and what to write; also for a
 * rate that the content of the signal does not fit into
 */
export function parseBody(value: unknown): BodyScenario {
  if (typeof value !== 'object' || value === null)
    throw new ConfigError(`scenario: got ${String(value)}, expected an object`, {
      hint: 'Write {} for all defaults.',
    });
  const part = Object.fromEntries(Object.entries(value).filter(([key]) => key in bodyFields));
  return parseFields(bodyFields, part, '', ownWords(value));
}

/**
 * Ids of the movements that a scenario not yet read names as its own.
 * @throws ConfigError where they are not written as movements, or contradict each other
 */
export function ownWords(value: object): readonly MovementId[] {
  if (!('movements' in value)) return [];
  const own = { movements: ownMovementsField };
  return vocabularyOf(parseFields(own, { movements: value.movements })).own.map(({ id }) => id);
}

/** What a valid body gives away that its author may not expect, as full sentences. */
export function bodyWarnings(body: BodyScenario): string[] {
  const warnings: string[] = [...individual(body).notes];
  const { sampleRateHz, electrodes, disturbances, limb, intent, testTones } = body;
  const highest = contentHz[electrodes.type];
  if (sampleRateHz < 2 * highest)
    warnings.push(
      `sampleRateHz ${sampleRateHz} carries nothing above ${sampleRateHz / 2} Hz, but ${electrodes.type} EMG reaches to ` +
        `${highest} Hz: what lies above is ${disturbances.antiAlias ? 'filtered off' : 'folded below it'}. ` +
        `Set sampleRateHz to ${2 * highest} or more to keep it all.`,
    );
  const other = limbOfLevel(limb.level) === 'leg' ? 'arm' : 'leg';
  const vocabulary = vocabularyOf(body);
  const foreign = intent.movements.filter((id) => vocabulary.byId(id)?.limb === other);
  if (foreign.length > 0)
    warnings.push(
      `intent.movements ${foreign.join(', ')} belong to the ${other}, but limb.level is ${limb.level}. ` +
        'Change one or the other.',
    );
  if (disturbances.bridgePercent > 0 && disturbances.bridgeChannel > electrodes.positions.length)
    warnings.push(
      `disturbances.bridgeChannel ${disturbances.bridgeChannel} is counted round the ${electrodes.positions.length} channels there are.`,
    );
  if (testTones.on) {
    const high = testTones.tones.filter(({ frequencyHz }) => frequencyHz >= sampleRateHz / 2);
    if (high.length > 0)
      warnings.push(
        `testTones of ${high.map(({ frequencyHz }) => frequencyHz).join(', ')} Hz do not fit into sampleRateHz ${sampleRateHz}: nothing of them is ` +
          'delivered. Set lower ones, or a higher rate.',
      );
  }
  return warnings;
}
