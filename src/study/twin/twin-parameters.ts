import { exp, log } from '../../ground/math/real.js';
import { fieldAt } from '../../ground/signal/field.js';
import { mergeScenario, scenarioFields, type Scenario } from '../../scenario/scenario.js';
import type { StatisticName } from '../likeness/statistic-names.js';
import type { Statistics } from '../likeness/statistics.js';

/** Natural logarithm of amplitude per decibel. */
const LN10_20 = log(10) / 20;

/** A number of the scenario that makes a person who they are, as far as signals tell. */
export interface TwinParameter {
  /** Dotted path of the field. */
  readonly path: string;
  /** How far the search looks at first: in the field's unit, or as a natural logarithm where it is a size. */
  readonly spread: number;
  readonly size?: true;
  /** The change, in the same unit, that one statistic alone asks for; where there is such a statistic. */
  readonly asked?: (wanted: Statistics, got: Statistics) => number | null;
}

/** What a statistic that grows with the field asks of it: the logarithm of the ratio. */
const ratio =
  (name: StatisticName): TwinParameter['asked'] =>
  (wanted, got) =>
    logRatio(wanted[name], got[name]);
/** What a statistic that moves along with the field asks of it, `slope` of the field for one of the statistic. */
const difference =
  (name: StatisticName, slope: number): TwinParameter['asked'] =>
  (wanted, got) => {
    const [a, b] = [wanted[name], got[name]];
    return a === null || b === null ? null : slope * (a - b);
  };
/** Spread of windows within a recording, as far as it is common to channels, or each one's own. */
const wander =
  (common: boolean): TwinParameter['asked'] =>
  (wanted, got) =>
    logRatio(wanderOf(wanted, common), wanderOf(got, common));

/**
 * What the search may change. Places of the muscles, their drives and strengths of movements are not among them: they
 * follow from levels in closed form. Spreads of the search are of our choosing.
 */
export const twinParameters: readonly TwinParameter[] = [
  { path: 'motorUnits.velocityMeanMPerS', spread: 0.35 },
  { path: 'motorUnits.spikeLengthMm', spread: 0.3, size: true },
  { path: 'electrodes.shiftAlongMm', spread: 5 },
  { path: 'intent.repetitionSpreadDb', spread: 0.3, size: true, asked: ratio('repetitionCommonSd') },
  {
    path: 'intent.directionVariabilityPercent',
    spread: 0.3,
    size: true,
    asked: ratio('repetitionSpecificSd'),
  },
  { path: 'intent.commonWanderPercent', spread: 0.3, size: true, asked: wander(true) },
  { path: 'intent.wanderPercent', spread: 0.3, size: true, asked: wander(false) },
  // The middles of the first and last third are two thirds of a hold apart.
  { path: 'intent.holdDecayDb', spread: 1, asked: difference('driftMean', -1.5) },
  { path: 'intent.overshootPercent', spread: 0.4, size: true },
  { path: 'intent.restingTonePercent', spread: 0.5, size: true },
  { path: 'disturbances.noiseUv', spread: 0.5, size: true, asked: difference('SNRdB', -LN10_20) },
  { path: 'disturbances.noiseSpreadDb', spread: 1, asked: difference('restChannelSd', 1) },
  { path: 'disturbances.noiseSlopeDbPerOctave', spread: 1, asked: difference('restSlope', -1) },
  { path: 'disturbances.noiseCommonPercent', spread: 8, asked: difference('restCorrNext', 100) },
];

/** The place to which single statistics ask a person to move, from where it is; in spreads. */
export function askedPlace(wanted: Statistics, got: Statistics): number[] {
  return twinParameters.map(({ asked, spread }) => (asked?.(wanted, got) ?? 0) / spread);
}

function wanderOf(
  { withinTrialSd: sd, withinTrialCommonCorr: r }: Statistics,
  common: boolean,
): number | null {
  return sd === null || r === null ? null : sd * Math.sqrt(Math.max(0.02, common ? r : 1 - r));
}

function logRatio(wanted: number | null, got: number | null): number | null {
  return wanted === null || got === null || !(wanted > 0 && got > 0) ? null : log(wanted / got);
}

/** A scenario at a place of the search: 0 is as it was, 1 is one spread further; kept within each field's range. */
export function atPlace(scenario: Scenario, place: readonly number[]): Scenario {
  let moved = scenario;
  twinParameters.forEach(({ path, spread, size }, p) => {
    const keys = path.split('.');
    const field = fieldAt(scenarioFields, keys);
    if (field?.kind !== 'number') throw new RangeError(`twin parameter ${path}: expected a number field`);
    const from = valueAt(scenario, keys) ?? field.default;
    const step = spread * (place[p] ?? 0);
    const value = size ? Math.max(from, field.step ?? 0.1) * exp(step) : from + step;
    const kept = Math.min(field.max, Math.max(field.min, value));
    moved = mergeScenario(moved, patchAt(keys, Number(kept.toPrecision(4))));
  });
  return moved;
}

/** The number at a path, where there is one. */
export function valueAt(scenario: Scenario, keys: readonly string[]): number | undefined {
  let inner: unknown = scenario;
  for (const key of keys)
    inner =
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined;
  return typeof inner === 'number' ? inner : undefined;
}

function patchAt([first, ...rest]: readonly string[], value: number): Record<string, unknown> {
  return { [first]: rest.length === 0 ? value : patchAt(rest, value) };
}
