import { group, number, type GroupValue, type NumberField } from '../../ground/signal/field.js';
import type { SourceRef } from '../../ground/sources/index.js';

interface Spread {
  readonly max: number;
  readonly min?: number;
  readonly step?: number;
  readonly label?: string;
  /** Where the value comes from; an assumption where absent. */
  readonly source?: SourceRef;
}

const spread = (
  unit: string,
  value: number,
  explain: string,
  { max, min = 0, step, label, source }: Spread,
): NumberField =>
  number({
    unit,
    default: value,
    min,
    max,
    ...(step !== undefined && { step }),
    ...(label !== undefined && { label }),
    explain,
    ...(source === undefined ? { assumption: true } : { source }),
  });

const percent = (value: number, explain: string, source?: SourceRef): NumberField =>
  spread('%', value, explain, { max: 100, ...(source !== undefined && { source }) });

/** Who the people are. */
const peopleFields = {
  femalePercent: spread(
    '%',
    30,
    'Share of women: 45 % of one cohort with bone-anchored thigh, 2.5 % of veterans without an arm.',
    { max: 100, label: 'Women' },
  ),
  ageYears: spread('years', 44, 'Age of the typical person.', {
    min: 18,
    max: 90,
    label: 'Mean age',
    source: 'hagberg-2014',
  }),
  ageSdYears: spread('years', 12.4, 'Spread of age; fewer motor units and slower discharge go with it.', {
    max: 25,
    label: 'Spread of age',
    source: 'hagberg-2014',
  }),
  bodyMassIndex: spread('kg/m²', 27, 'Body mass index of the typical person.', {
    min: 16,
    max: 45,
    label: 'Mean body mass index',
    source: 'ansur-2012',
  }),
  bodyMassIndexSd: spread('kg/m²', 3.9, 'Spread of body mass index; girth and fat go with it.', {
    max: 10,
    label: 'Spread of body mass index',
    source: 'ansur-2012',
  }),
};

const limbSpreads = {
  girthPercent: percent(
    9,
    'Spread of the limb’s girth among people of one sex: upper arm 9.8, thigh 9.4, forearm 7.1 %.',
    'ansur-2012',
  ),
  girthSexPercent: spread('%', 16, 'How much wider a man’s limb is than a woman’s: arm 16, thigh 1.4 %.', {
    max: 100,
    label: 'Girth, men over women',
    source: 'ansur-2012',
  }),
  fatPercent: percent(
    40,
    'Spread of the thickness of fat; that it is skewed towards thick layers is an assumption.',
    'mechelli-2019',
  ),
  skinPercent: percent(20, 'Spread of the thickness of skin.', 'krackowizer-2008'),
  bonePercent: percent(
    8,
    'Spread of the bone’s radius. The canal varies by 14 %, the outside was not measured.',
  ),
  conductivityPercent: percent(12, 'Spread of the conductivities of fat and muscle.'),
};

const muscleSpreads = {
  angleDeg: spread('deg', 6, 'Spread of each muscle’s place around the limb; nobody has measured it.', {
    max: 30,
  }),
  widthPercent: percent(12, 'Spread of each muscle’s width.'),
  thicknessPercent: percent(
    15,
    'Spread of each muscle’s thickness: shares of the whole are alike within 7 % in large and 25 % in small muscles.',
    'holzbaur-2007',
  ),
  depthMm: spread(
    'mm',
    1,
    'How much deeper than typical half of the muscles lie, as fascia and neighbours cover them.',
    {
      max: 6,
      step: 0.1,
    },
  ),
  fibreLengthPercent: percent(10, 'Spread of fibre lengths.', 'montefiori-2020'),
  zoneMm: spread('mm', 8, 'Spread of the innervation zones of a person along the limb, all muscles alike.', {
    max: 40,
  }),
  zoneScatterMm: spread('mm', 5, 'Further spread of the innervation zone of each muscle.', { max: 40 }),
  endPlatePercent: percent(30, 'Spread of how scattered end-plates and fibre ends are along the limb.'),
  drivePercent: spread('%', 30, 'Spread of each muscle’s share in each movement.', {
    max: 100,
    label: 'Share in movements',
  }),
};

const unitSpreads = {
  countPercent: percent(20, 'Spread of the number of motor units, part of it by age.', 'cao-2020'),
  velocityMPerS: spread('m/s', 0.35, 'Spread of the mean conduction velocity.', { max: 1, step: 0.01 }),
  ratePercent: percent(10, 'Spread of the highest discharge rates of a person’s units.'),
};

const surgerySpreads = {
  recoveryPercent: percent(30, 'Spread of how long swelling, activation, nerves and atrophy take.'),
  atrophyPercent: percent(30, 'Spread of the atrophy of the cut muscles.', 'jaegers-1995'),
};

const contactSpreads = {
  aroundMm: spread('mm', 5, 'Spread of where the electrodes on the skin come to lie around the limb.', {
    max: 40,
  }),
  alongMm: spread('mm', 5, 'Spread of where the electrodes on the skin come to lie along the limb.', {
    max: 40,
  }),
  noiseDb: spread(
    'dB',
    3.5,
    'Spread of the level of contact noise; chosen by the ratio of activity to rest, which spreads by 2.4 to 5.3 dB.',
    {
      max: 12,
      step: 0.1,
    },
  ),
  noiseSlopeDb: spread(
    'dB/octave',
    1,
    'Spread of how fast contact noise falls with frequency; fitted to recordings of people at rest.',
    {
      max: 3,
      step: 0.1,
      source: 'rest-recordings',
    },
  ),
  noiseCommonPercent: percent(
    30,
    'Spread of what neighbouring contacts have in common, relative to the typical person; fitted to recordings of people at rest.',
    'rest-recordings',
  ),
  cracklePercent: percent(
    60,
    'Spread of how far the kurtosis of contact noise lies above 3; fitted to recordings of people at rest.',
    'rest-recordings',
  ),
};

const habitSpreads = {
  skillPercent: percent(
    20,
    'Spread of how variable efforts are; fitted to repetitionCommonSd and repetitionSpecificSd, which spread by 15 to 28 % between people.',
    ['thigh-recordings', 'hand-recordings'],
  ),
  effortDb: spread('dB', 1.5, 'Spread of the strength that people mean by the same request.', {
    max: 6,
    step: 0.1,
  }),
  movementStrengthDb: spread(
    'dB',
    3,
    'Spread of the strength of the movements of one person: on hands 3, on thighs 7.7; fitted to classCommonSd.',
    { max: 12, step: 0.1, source: ['thigh-recordings', 'hand-recordings'] },
  ),
  selectivityPercent: percent(
    40,
    'Spread of the odds of singling out muscles; none where the typical person does it fully.',
  ),
  coContractionPercent: percent(
    60,
    'Spread of co-contraction and overflow: in maximal efforts triceps takes part with 26 ± 19 %, biceps with 5.7 ± 5.2 %.',
    'bazzucchi-2006',
  ),
  tonePercent: percent(50, 'Spread of the tone left at rest.'),
  reactionMs: spread('ms', 40, 'Spread of the mean time to react.', { max: 200 }),
  risePercent: percent(30, 'Spread of the time an effort takes to rise: 0.17 to 0.58 s.', [
    'thigh-recordings',
    'hand-recordings',
  ]),
  overshootPercent: percent(40, 'Spread of the overshoot of an effort: 1.3 to 2.5 over the plateau.', [
    'thigh-recordings',
    'hand-recordings',
  ]),
  decayPercent: percent(
    35,
    'Spread of what is lost over a hold; fitted to driftMean, −2.2 ± 1.1 and −3.5 ± 0.7 dB.',
    ['thigh-recordings', 'hand-recordings'],
  ),
};

/** How people differ: the standard deviation of each trait between the people whom the scenario describes. */
export const populationFields = {
  people: group('Sex, age and build.', peopleFields),
  limb: group('The limb in cross-section.', limbSpreads),
  muscles: group('Muscles, each on its own.', muscleSpreads),
  units: group('Motor units, in all muscles of a person alike.', unitSpreads),
  surgery: group('What the operation leaves.', surgerySpreads),
  contacts: group('Electrodes as they are put on.', contactSpreads),
  habits: group('How people make their efforts.', habitSpreads),
};

/** Values of {@link populationFields}. */
export type PopulationSpec = GroupValue<typeof populationFields>;

/** The population as a scenario field. */
export const populationField = {
  ...group(
    'How people differ from the typical person of this scenario: standard deviations between people.',
    populationFields,
  ),
  live: 'person' as const,
};
