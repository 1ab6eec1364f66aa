/** One thing that goes wrong on people, with the levels it is tried at. */
export interface Dial {
  readonly name: string;
  /** What is turned, in a few words. */
  readonly title: string;
  readonly unit: string;
  /** From mild to severe. */
  readonly levels: readonly number[];
  /** Partial scenario at a level. */
  patch(level: number, base: DialBase): Record<string, unknown>;
  /** Whether it can be switched off while the stream runs, so that recovery can be measured; default true. */
  readonly switchable?: boolean;
  /** Minutes of contractions before the test, with the level as that many; default false. */
  readonly exercise?: boolean;
}

/** What of the undisturbed scenario relative dials need. */
export interface DialBase {
  readonly fatThicknessMm: number;
  readonly shiftAroundMm: number;
  readonly shiftAlongMm: number;
  readonly mainsHz: number;
}

const disturbance =
  (...fields: readonly [string, ...string[]]) =>
  (level: number): Record<string, unknown> => ({
    disturbances: Object.fromEntries(fields.map((field) => [field, level])),
  });

/** The dials of a stress test, in the order of its table. */
export const dials: readonly Dial[] = [
  {
    name: 'noise',
    title: 'Contact noise',
    unit: 'µV',
    levels: [5, 10, 20, 50],
    patch: disturbance('noiseUv'),
  },
  {
    name: 'mains',
    title: 'Mains hum at its nominal frequency',
    unit: 'µV',
    levels: [20, 100, 500],
    patch: disturbance('mainsUv'),
  },
  {
    name: 'mains-wander',
    title: '100 µV of hum off its nominal frequency',
    unit: 'Hz',
    levels: [0.2, 0.5, 1],
    patch: (level, { mainsHz }) => ({ disturbances: { mainsUv: 100, mainsHz: mainsHz + level } }),
  },
  { name: 'ecg', title: 'Heart', unit: 'µV', levels: [20, 100, 500], patch: disturbance('ecgUv') },
  {
    name: 'motion',
    title: 'Movement artefacts, 20 per minute',
    unit: 'µV',
    levels: [100, 500, 2000],
    patch: (level) => ({ disturbances: { motionUv: level, motionPerMin: 20 } }),
  },
  {
    name: 'impact',
    title: 'Impacts of walking on a loose stem',
    unit: 'µV',
    levels: [100, 500, 2000],
    patch: disturbance('impactUv'),
  },
  {
    name: 'baseline',
    title: 'Baseline wander',
    unit: 'µV',
    levels: [100, 500, 2000],
    patch: disturbance('baselineUv'),
  },
  {
    name: 'lift-off',
    title: 'Contacts lifting off',
    unit: '1/min',
    levels: [2, 8, 20],
    patch: disturbance('liftOffPerMin'),
  },
  {
    name: 'intermittent',
    title: 'Contacts breaking for milliseconds',
    unit: '1/min',
    levels: [20, 100, 400],
    patch: disturbance('intermittentPerMin'),
  },
  {
    name: 'sweat-film',
    title: 'Film of sweat under all contacts',
    unit: 'mm',
    levels: [0.02, 0.06, 0.2],
    patch: disturbance('sweatFilmMm'),
  },
  {
    name: 'sweat-bridge',
    title: 'Sweat bridge between two channels',
    unit: '%',
    levels: [30, 60, 100],
    patch: disturbance('bridgePercent'),
  },
  {
    name: 'reference',
    title: 'Reference contact drying',
    unit: 'kΩ',
    levels: [100, 500, 2000],
    patch: disturbance('referenceKohm'),
  },
  {
    name: 'range',
    title: 'Converter range: strong signals saturate',
    unit: 'mV',
    levels: [1, 0.5, 0.2, 0.1],
    patch: disturbance('rangeMv'),
  },
  {
    name: 'resolution',
    title: 'Converter resolution',
    unit: 'bit',
    levels: [12, 10, 8],
    patch: disturbance('resolutionBits'),
  },
  {
    name: 'packet-loss',
    title: 'Lost radio packets',
    unit: '%',
    levels: [1, 5, 20],
    patch: disturbance('packetLossPercent'),
  },
  {
    name: 'shift-around',
    title: 'Electrodes put on turned around the limb',
    unit: 'mm',
    levels: [5, 10, 20],
    patch: (level, base) => ({ electrodes: { shiftAroundMm: base.shiftAroundMm + level } }),
    switchable: false,
  },
  {
    name: 'shift-along',
    title: 'Electrodes put on further along the limb',
    unit: 'mm',
    levels: [5, 10, 20],
    patch: (level, base) => ({ electrodes: { shiftAlongMm: base.shiftAlongMm + level } }),
    switchable: false,
  },
  {
    name: 'fat',
    title: 'Fat gained since the calibration',
    unit: 'mm',
    levels: [3, 6, 12],
    patch: (level, base) => ({ limb: { fatThicknessMm: base.fatThicknessMm + level } }),
    switchable: false,
  },
  {
    name: 'position',
    title: 'Another position of the limb',
    unit: '%',
    levels: [10, 25, 50],
    patch: (level) => ({ intent: { limbPosition: 1, positionEffectPercent: level } }),
  },
  {
    name: 'day',
    title: 'Another day, as different in each muscle’s share',
    unit: 'dB',
    levels: [1, 2, 4],
    patch: (level) => ({ intent: { day: 1, dayDriftDb: level } }),
  },
  {
    name: 'load',
    title: 'Holding up weight',
    unit: '% MVC',
    levels: [2, 5, 15],
    patch: (level) => ({ intent: { loadPercent: level } }),
  },
  {
    name: 'resting-tone',
    title: 'A user who cannot let go',
    unit: '% MVC',
    levels: [1, 3, 6],
    patch: (level) => ({ intent: { restingTonePercent: level } }),
  },
  {
    name: 'co-contraction',
    title: 'Effort spread over all muscles',
    unit: '%',
    levels: [10, 20, 40],
    patch: (level) => ({ intent: { coContractionPercent: level } }),
  },
  {
    name: 'effort',
    title: 'Contractions of another strength',
    unit: '% MVC',
    levels: [15, 25, 80],
    patch: (level) => ({ intent: { strengthPercent: level, strengthsPercent: [] } }),
    switchable: false,
  },
  {
    name: 'fatigue',
    title: 'Minutes of exercise before',
    unit: 'min',
    levels: [1, 4],
    patch: () => ({ motorUnits: { fatigue: true } }),
    switchable: false,
    exercise: true,
  },
];
