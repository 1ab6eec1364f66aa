import { individual, type Individual, type PopulationBody } from './individual.js';
import { traitsOf, type TraitName } from './traits.js';

/** One line about a person, beside the typical one of their population. */
export interface CardRow {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly typical: number;
  /** Trait behind it, and how far it deviates in standard deviations of the population. */
  readonly trait: CardTrait;
  readonly deviation: number;
  /** Field of the scenario that says how far people differ in it, such as `population.limb.fatPercent`. */
  readonly spread: string;
}

/** Who a person is, for people to read. */
export interface PersonCard {
  readonly number: number;
  readonly sex: 'man' | 'woman' | 'unspecified';
  /** One line, such as `Person 7: woman, 51 years`. */
  readonly title: string;
  readonly rows: readonly CardRow[];
  /** What was drawn beyond what this limb allows, as sentences. */
  readonly notes: readonly string[];
}

/** Where the population says how far people differ in a trait that the card tells. */
const spreads = {
  age: 'people.ageSdYears',
  build: 'people.bodyMassIndexSd',
  girth: 'limb.girthPercent',
  fat: 'limb.fatPercent',
  skin: 'limb.skinPercent',
  bone: 'limb.bonePercent',
  fibres: 'muscles.fibreLengthPercent',
  zone: 'muscles.zoneMm',
  units: 'units.countPercent',
  velocity: 'units.velocityMPerS',
  rate: 'units.ratePercent',
  atrophy: 'surgery.atrophyPercent',
  around: 'contacts.aroundMm',
  along: 'contacts.alongMm',
  noise: 'contacts.noiseDb',
  noiseColour: 'contacts.noiseSlopeDb',
  noiseCommon: 'contacts.noiseCommonPercent',
  crackle: 'contacts.cracklePercent',
  skill: 'habits.skillPercent',
  effort: 'habits.effortDb',
  selectivity: 'habits.selectivityPercent',
  coContraction: 'habits.coContractionPercent',
  tone: 'habits.tonePercent',
  reaction: 'habits.reactionMs',
  rise: 'habits.risePercent',
  overshoot: 'habits.overshootPercent',
  decay: 'habits.decayPercent',
} as const satisfies Partial<Record<TraitName, string>>;

/** A trait that shows on the card. */
export type CardTrait = keyof typeof spreads;

type Read = (body: Individual) => number;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What the card tells: name, unit, the trait behind it, and where it stands in a body. */
const lines: readonly (readonly [name: string, unit: string, trait: CardTrait, read: Read])[] = [
  ['girth of the limb', 'mm', 'girth', ({ limb }) => 2 * Math.PI * outside(limb)],
  ['muscle compartment, radius', 'mm', 'girth', ({ limb }) => limb.muscleRadiusMm],
  ['fat under the skin', 'mm', 'fat', ({ limb }) => limb.fatThicknessMm],
  ['skin', 'mm', 'skin', ({ limb }) => limb.skinThicknessMm],
  ['bone, radius', 'mm', 'bone', ({ limb }) => limb.boneRadiusMm],
  ['fibres, mean length', 'mm', 'fibres', ({ muscles }) => mean(muscles.map((m) => m.fibreLengthMm))],
  [
    'innervation zones, mean place',
    'mm',
    'zone',
    ({ muscles }) => mean(muscles.map((m) => m.innervationZoneMm)),
  ],
  ['motor units of a muscle, mean', '', 'units', ({ muscles }) => mean(muscles.map((m) => m.unitCount))],
  ['conduction velocity, mean', 'm/s', 'velocity', ({ motorUnits }) => motorUnits.velocityMeanMPerS],
  ['highest discharge rate', 'Hz', 'rate', ({ motorUnits }) => motorUnits.peakRateFirstHz],
  ['atrophy in the end', '%', 'atrophy', ({ surgery }) => 100 * surgery.atrophyFixed],
  ['electrodes put on, around', 'mm', 'around', ({ electrodes }) => electrodes.shiftAroundMm],
  ['electrodes put on, along', 'mm', 'along', ({ electrodes }) => electrodes.shiftAlongMm],
  ['contact noise', 'µV', 'noise', ({ disturbances }) => disturbances.noiseUv],
  [
    'contact noise, fall',
    'dB/octave',
    'noiseColour',
    ({ disturbances }) => disturbances.noiseSlopeDbPerOctave,
  ],
  [
    'contact noise, shared by neighbours',
    '%',
    'noiseCommon',
    ({ disturbances }) => disturbances.noiseCommonPercent,
  ],
  ['contact noise, kurtosis', '', 'crackle', ({ disturbances }) => disturbances.noiseKurtosis],
  ['effort, spread of strength', 'dB', 'skill', ({ intent }) => intent.repetitionSpreadDb],
  [
    'strength of the movements, mean',
    'dB',
    'effort',
    ({ intent }) => mean(Object.values(intent.movementStrengthDb)),
  ],
  ['muscles singled out', '%', 'selectivity', ({ intent }) => intent.selectivityPercent],
  ['co-contraction', '%', 'coContraction', ({ intent }) => intent.coContractionPercent],
  ['tone at rest', '% MVC', 'tone', ({ intent }) => intent.restingTonePercent],
  ['reaction', 'ms', 'reaction', ({ intent }) => intent.reactionMs],
  ['rise of an effort', 'ms', 'rise', ({ intent }) => intent.onsetRiseMs],
  ['overshoot of an effort', '%', 'overshoot', ({ intent }) => intent.overshootPercent],
  ['loss over a hold', 'dB', 'decay', ({ intent }) => intent.holdDecayDb],
];

/**
 * The card of the person that a scenario names: every line in its unit, beside the typical person.
 * @example personCard(presetByName('transradial-armband', { person: 7 })).title
 */
export function personCard(body: PopulationBody): PersonCard {
  const { person, population } = body;
  const { people } = population;
  const own = individual(body);
  const typical = individual({ ...body, person: { number: 0, traits: {} } });
  const traits = traitsOf(person.number, person.traits, people.femalePercent / 100);
  const who: CardRow[] = [
    line('age', 'years', 'age', people.ageYears, people.ageSdYears),
    line('body mass index', 'kg/m²', 'build', people.bodyMassIndex, people.bodyMassIndexSd),
  ];
  function line(name: string, unit: string, trait: CardTrait, middle: number, sd: number): CardRow {
    return {
      name,
      unit,
      trait,
      value: middle + sd * traits[trait],
      typical: middle,
      deviation: traits[trait],
      spread: `population.${spreads[trait]}`,
    };
  }
  const rows = lines.map(([name, unit, trait, read]) => ({
    name,
    unit,
    trait,
    value: read(own),
    typical: read(typical),
    deviation: traits[trait],
    spread: `population.${spreads[trait]}`,
  }));
  const sex = traits.sex === 0 ? 'unspecified' : traits.sex < 0 ? 'woman' : 'man';
  const words =
    person.number === 0 && Object.keys(person.traits).length === 0
      ? 'Person 0: the typical person of this scenario'
      : `Person ${person.number}: ${sex === 'unspecified' ? '' : `${sex}, `}${Math.round(who[0]?.value ?? 0)} years`;
  return { number: person.number, sex, title: words, rows: [...who, ...rows], notes: own.notes };
}

function outside({ muscleRadiusMm, fatThicknessMm, skinThicknessMm }: Individual['limb']): number {
  return muscleRadiusMm + fatThicknessMm + skinThicknessMm;
}

/** A number of the card as people read it: three figures, no more than one decimal below 1000. */
export function cardNumber(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
