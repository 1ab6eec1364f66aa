/** Heading of fields that no heading names. */
export const OTHER = 'Other';

type Subheadings = readonly (readonly [heading: string, fields: readonly string[]])[];

/** Groups with too many fields to stand in one row, by their path. */
const subheadings: Readonly<Record<string, Subheadings>> = {
  disturbances: [
    [
      'Noise of contacts and amplifier',
      ['noiseUv', 'noiseSpreadDb', 'noiseSlopeDbPerOctave', 'noiseCommonPercent', 'noiseKurtosis'],
    ],
    [
      'Contacts, reference and inputs',
      ['contactKohm', 'contactSpreadPercent', 'referenceKohm', 'inputMohm', 'rejectionDb'],
    ],
    ['Mains hum', ['mainsUv', 'mainsHz', 'mainsHarmonicsPercent', 'mainsWanderHz', 'mainsModulationPercent']],
    ['Heart', ['ecgUv', 'heartRateBpm', 'heartRateVariabilityPercent']],
    [
      'Movement and gait',
      ['motionUv', 'motionPerMin', 'impactUv', 'cadencePerMin', 'frictionUv', 'baselineUv'],
    ],
    ['Contacts that come loose', ['liftOffPerMin', 'liftOffMs', 'intermittentPerMin']],
    ['Wear and sweat', ['settlingPercent', 'wornMin', 'sweatFilmMm', 'bridgePercent', 'bridgeChannel']],
    [
      'Amplifier and converter',
      ['offsetUv', 'acCouplingHz', 'antiAlias', 'rangeMv', 'resolutionBits', 'clockDriftPpm'],
    ],
    ['Radio', ['packetLossPercent', 'packetBurst']],
  ],
  intent: [
    [
      'What is asked for',
      [
        'style',
        'movements',
        'order',
        'repetitions',
        'loop',
        'session',
        'strengthPercent',
        'strengthsPercent',
        'leadMs',
        'rampMs',
        'holdMs',
        'restMs',
        'sinusoidHz',
        'randomHz',
        'simultaneous',
      ],
    ],
    [
      'How an effort begins and holds',
      [
        'reactionMs',
        'reactionVariabilityMs',
        'onsetRiseMs',
        'overshootPercent',
        'overshootSettlingMs',
        'holdDecayDb',
        'forceFeedback',
      ],
    ],
    [
      'How alike efforts are',
      [
        'repetitionSpreadDb',
        'directionVariabilityPercent',
        'commonWanderPercent',
        'wanderPercent',
        'movementStrengthDb',
        'inexperiencePercent',
        'learningRepetitions',
      ],
    ],
    [
      'Which muscles take part',
      [
        'selectivityPercent',
        'coContractionPercent',
        'overflowPercent',
        'restingTonePercent',
        'toneDriftPercent',
      ],
    ],
    ['Position, load and day', ['limbPosition', 'positionEffectPercent', 'loadPercent', 'day', 'dayDriftDb']],
  ],
};

/** Fields that stand together, below a heading where they have one. */
export interface FieldSection {
  readonly heading: string;
  readonly names: readonly string[];
}

/**
 * Names of the fields of a group in sections, in their order. A group without subheadings is one section without heading;
 * a field that no heading names comes last, below `Other`.
 * @param path of the group, such as `disturbances`
 */
export function sectionsOf(path: string, names: readonly string[]): FieldSection[] {
  const known = Object.hasOwn(subheadings, path) ? subheadings[path] : undefined;
  if (!known) return [{ heading: '', names }];
  const sections = known.map(([heading, fields]) => ({
    heading,
    names: names.filter((name) => fields.includes(name)),
  }));
  const rest = names.filter((name) => !known.some(([, fields]) => fields.includes(name)));
  return [...sections, { heading: OTHER, names: rest }].filter((section) => section.names.length > 0);
}
