import type { Scenario } from '../scenario/scenario.js';
import type { Dial } from './dial.js';

/** Something of the disturbances that comes on top of what the person was calibrated with. */
const disturbance = (
  name: string,
  title: string,
  unit: string,
  levels: readonly number[],
  field: keyof Scenario['disturbances'],
  more: Partial<Dial> = {},
): Dial => ({ name, title, unit, levels, field: `disturbances.${field}`, kind: 'added', ...more });

/** A habit of the user that comes on top of the one in the calibration. */
const habit = (
  name: string,
  title: string,
  unit: string,
  levels: readonly number[],
  field: keyof Scenario['intent'],
  more: Partial<Dial> = {},
): Dial => ({ name, title, unit, levels, field: `intent.${field}`, kind: 'added', ...more });

/** Where the electrodes lie or how far they are, more than in the calibration. */
const moved = (name: string, title: string, levels: readonly number[], field: string): Dial => ({
  ...{ name, title, unit: 'mm', levels, field, kind: 'added', switchable: false },
});

const set = { kind: 'set' } as const;
const less = { ...set, isWorse: (value: number, calibrated: number) => value < calibrated } as const;
/** There is no number for where or when the calibration was. */
const otherwise = { ...set, calibrated: () => NaN } as const;

/** The dials of a stress test, in the order of its table. */
export const dials: readonly Dial[] = [
  // Noise of two sources adds in power.
  disturbance('noise', 'Contact noise of another source', 'µV', [5, 10, 20, 50], 'noiseUv', {
    together: (calibrated, level) => Math.sqrt(calibrated * calibrated + level * level),
  }),
  disturbance('mains', 'More mains hum, at its nominal frequency', 'µV', [20, 100, 500], 'mainsUv'),
  disturbance('mains-wander', '100 µV more hum, off its nominal frequency', 'Hz', [0.2, 0.5, 1], 'mainsHz', {
    beside: ({ disturbances: { mainsUv } }) => ({ disturbances: { mainsUv: Math.min(2000, mainsUv + 100) } }),
  }),
  disturbance('ecg', 'Heart', 'µV', [20, 100, 500], 'ecgUv'),
  disturbance('motion', 'Movement artefacts, at least 20 per minute', 'µV', [100, 500, 2000], 'motionUv', {
    beside: ({ disturbances: { motionPerMin } }) => ({
      disturbances: { motionPerMin: Math.max(20, motionPerMin) },
    }),
  }),
  disturbance('impact', 'Impacts of walking on a loose stem', 'µV', [100, 500, 2000], 'impactUv'),
  disturbance('baseline', 'Baseline wander', 'µV', [100, 500, 2000], 'baselineUv'),
  disturbance('lift-off', 'Contacts lifting off', '1/min', [2, 8, 20], 'liftOffPerMin'),
  disturbance(
    'intermittent',
    'Contacts breaking for milliseconds',
    '1/min',
    [20, 100, 400],
    'intermittentPerMin',
  ),
  disturbance('sweat-film', 'Film of sweat under all contacts', 'mm', [0.02, 0.06, 0.2], 'sweatFilmMm'),
  disturbance('sweat-bridge', 'Sweat bridge between two channels', '%', [30, 60, 100], 'bridgePercent'),
  disturbance('reference', 'Reference contact drying', 'kΩ', [100, 500, 1900], 'referenceKohm'),
  disturbance('range', 'Converter range: strong signals saturate', 'mV', [1, 0.5, 0.2, 0.1], 'rangeMv', less),
  disturbance('resolution', 'Converter resolution', 'bit', [12, 10, 8], 'resolutionBits', less),
  disturbance('packet-loss', 'Lost radio packets', '%', [1, 5, 20], 'packetLossPercent'),
  moved('shift-around', 'Electrodes put on turned around the limb', [5, 10, 20], 'electrodes.shiftAroundMm'),
  moved('shift-along', 'Electrodes put on further along the limb', [5, 10, 20], 'electrodes.shiftAlongMm'),
  moved('fat', 'Fat gained since the calibration', [3, 6, 12], 'limb.fatThicknessMm'),
  habit('position', 'Another position of the limb', '%', [10, 25, 50], 'positionEffectPercent', {
    ...otherwise,
    beside: ({ intent: { limbPosition } }) => ({ intent: { limbPosition: limbPosition + 1 } }),
  }),
  habit('day', 'Another day, as different in each muscle’s share', 'dB', [1, 2, 4], 'dayDriftDb', {
    ...otherwise,
    beside: ({ intent: { day } }) => ({ intent: { day: day + 1 } }),
  }),
  habit('load', 'Holding up weight', '% MVC', [2, 5, 15], 'loadPercent'),
  habit('resting-tone', 'A user who cannot let go', '% MVC', [1, 3, 6], 'restingTonePercent'),
  habit('co-contraction', 'Effort spread over all muscles', '%', [10, 20, 40], 'coContractionPercent'),
  habit('effort', 'Contractions of another strength', '% MVC', [15, 25, 80], 'strengthPercent', {
    ...set,
    calibrated: ({ calibration }) => calibration.strengthPercent,
    beside: () => ({ intent: { strengthsPercent: [] } }),
    switchable: false,
  }),
  {
    ...{ name: 'fatigue', title: 'Minutes of exercise before', unit: 'min', levels: [1, 4] },
    ...{ field: 'motorUnits.fatigue', kind: 'added', switchable: false, exercise: true },
    beside: () => ({ motorUnits: { fatigue: true } }),
  },
];
