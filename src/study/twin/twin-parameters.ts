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
  /** Steps of a size are natural logarithms, others are in the field's unit. */
  readonly size?: true;
}

interface ToldParameter extends TwinParameter {
  /** The step that one statistic alone asks for; none where one of both has it not. */
  readonly asked: (wanted: Statistics, got: Statistics) => number | null;
}

interface SearchedParameter extends TwinParameter {
  /** How far the search looks at first. */
  readonly spread: number;
}

/** What a statistic that grows with the field asks of it: the logarithm of the ratio. */
const ratio =
  (name: StatisticName): ToldParameter['asked'] =>
  (wanted, got) =>
    logRatio(wanted[name], got[name]);
/** What a statistic that moves along with the field asks of it, `slope` of the field for one of the statistic. */
const difference =
  (name: StatisticName, slope: number): ToldParameter['asked'] =>
  (wanted, got) => {
    const [a, b] = [wanted[name], got[name]];
    return a === null || b === null ? null : slope * (a - b);
  };
/** Spread of windows within a recording, as far as it is common to channels, or each one's own. */
const wander =
  (common: boolean): ToldParameter['asked'] =>
  (wanted, got) =>
    logRatio(wanderOf(wanted, common), wanderOf(got, common));

/**
 * What single statistics tell of a person's habits and noise. Places of the muscles, their drives and strengths of
 * movements are not among them: they follow from levels.
 */
export const toldParameters: readonly ToldParameter[] = [
  { path: 'intent.repetitionSpreadDb', size: true, asked: ratio('repetitionCommonSd') },
  { path: 'intent.directionVariabilityPercent', size: true, asked: ratio('repetitionSpecificSd') },
  { path: 'intent.commonWanderPercent', size: true, asked: wander(true) },
  { path: 'intent.wanderPercent', size: true, asked: wander(false) },
  // The middles of the first and last third are two thirds of a hold apart.
  { path: 'intent.holdDecayDb', asked: difference('driftMean', -1.5) },
  { path: 'disturbances.noiseUv', size: true, asked: difference('SNRdB', -LN10_20) },
  { path: 'disturbances.noiseSpreadDb', asked: difference('restChannelSd', 1) },
  { path: 'disturbances.noiseSlopeDbPerOctave', asked: difference('restSlope', -1) },
  { path: 'disturbances.noiseCommonPercent', asked: difference('restCorrNext', 100) },
];

/**
 * What the search looks for, because every statistic hangs on all of it: the spectrum, how many units take part, tone.
 * Spreads are of our choosing.
 */
export const searchedParameters: readonly SearchedParameter[] = [
  { path: 'motorUnits.velocityMeanMPerS', spread: 0.35 },
  { path: 'motorUnits.spikeLengthMm', spread: 0.3, size: true },
  { path: 'electrodes.shiftAlongMm', spread: 5 },
  { path: 'calibration.strengthPercent', spread: 0.3, size: true },
  { path: 'intent.overshootPercent', spread: 0.4, size: true },
  { path: 'intent.restingTonePercent', spread: 0.5, size: true },
];

/** A scenario moved towards what single statistics ask for: all the way where `share` is 1. */
export function towards(scenario: Scenario, wanted: Statistics, got: Statistics, share: number): Scenario {
  return changed(
    scenario,
    toldParameters.map((parameter) => ({ ...parameter, by: share * (parameter.asked(wanted, got) ?? 0) })),
  );
}

/** A scenario at a place of the search: 0 is as it was, 1 is one spread further. */
export function atPlace(scenario: Scenario, place: readonly number[]): Scenario {
  return changed(
    scenario,
    searchedParameters.map((parameter, p) => ({ ...parameter, by: parameter.spread * (place[p] ?? 0) })),
  );
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

/** A scenario with some numbers changed, each kept within the range of its field. */
function changed(
  scenario: Scenario,
  changes: readonly (TwinParameter & { readonly by: number })[],
): Scenario {
  let moved = scenario;
  for (const { path, size, by } of changes) {
    const keys = path.split('.');
    const field = fieldAt(scenarioFields, keys);
    if (field?.kind !== 'number') throw new RangeError(`twin parameter ${path}: expected a number field`);
    const from = valueAt(scenario, keys) ?? field.default;
    const value = size ? Math.max(from, field.step ?? 0.1) * exp(by) : from + by;
    const kept = Math.min(field.max, Math.max(field.min, value));
    moved = mergeScenario(moved, patchAt(keys, Number(kept.toPrecision(4))));
  }
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
