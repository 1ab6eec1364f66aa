import type { Json } from '../../../data/is-record.js';
import type { Lesson, Numbers } from '../lesson.js';
import type { Measured } from '../measured.js';
import { overall, rmsUv } from '../measures.js';

/** How the skin was prepared: what contacts on it are like. Values between Huigen's 1 and 20 µV. */
export const skins = {
  dry: { noiseUv: 18, contactKohm: 600, mainsUv: 30 },
  wiped: { noiseUv: 9, contactKohm: 150, mainsUv: 10 },
  gel: { noiseUv: 3, contactKohm: 20, mainsUv: 2 },
} as const;
/** How far along the limb the electrodes lie from the middle of the belly, mm. */
export const places = { up: -55, middle: 0, down: 24 } as const;
/** Range of the converter, ± mV. */
export const gains = { high: 0.1, middle: 2, low: 400 } as const;

export interface Choices {
  readonly skin: keyof typeof skins;
  readonly place: keyof typeof places;
  readonly gain: keyof typeof gains;
}

/** What one begins with: whatever can be wrong is. */
export const carelessly: Choices = { skin: 'dry', place: 'down', gain: 'high' };

/** An arm at full rest on a table, a converter of 12 bits; sweat and other troubles stay away. */
const table: Json = {
  surgery: { nerveBlock: false },
  intent: { restingTonePercent: 0 },
  disturbances: { resolutionBits: 12, liftOffPerMin: 0, bridgePercent: 0, noiseSpreadDb: 0 },
};

const PRESET = 'transradial-armband';

function patchOf({ skin, place, gain }: Choices): Json {
  return {
    electrodes: { shiftAlongMm: places[place], shiftAroundMm: 0 },
    disturbances: { ...skins[skin], rangeMv: gains[gain] },
  };
}

/** One attempt: rest for some seconds, hold for some seconds, as it was chosen. */
export function attemptOf(choices: Choices): Lesson {
  const patch = patchOf(choices);
  return {
    id: 'placing',
    patient: {
      fits: (scenario) =>
        typeof scenario === 'object' &&
        scenario !== null &&
        'preset' in scenario &&
        scenario.preset === PRESET,
      preset: PRESET,
      patch: table,
    },
    settings: [
      { id: 'rest', patch, effort: 'rest' },
      { id: 'hold', patch, effort: [{ movement: 0, percent: 60 }] },
    ],
    seconds: 2,
    derives: ['electrodes'],
    streams: ['filtered', 'raw'],
    picture: 'traces',
    measure: (at) => measured(at, gains[choices.gain]),
    shows: { name: 'rms', unit: 'µV' },
    outcome: () => '',
    expected: '',
  };
}

function measured(at: Measured, rangeMv: number): Numbers {
  const { page, from, to } = at;
  const ring = page.store.samples.get('raw');
  let clipped = 0;
  let count = 0;
  const levels: number[] = [];
  for (let channel = 0; channel < (ring?.channels ?? 0); channel++) {
    const seen = new Set<number>();
    for (let i = Math.max(from, ring?.start ?? 0); i < Math.min(to, ring?.end ?? 0); i++) {
      const value = ring?.at(channel, i) ?? NaN;
      if (Number.isNaN(value)) continue;
      count++;
      seen.add(value);
      if (Math.abs(value) >= 0.98e-3 * rangeMv) clipped++;
    }
    levels.push(seen.size);
  }
  return {
    rms: overall(rmsUv(at, 'raw')),
    clipped: (100 * clipped) / count,
    levels: levels.sort((a, b) => a - b)[levels.length >> 1] ?? NaN,
  };
}
