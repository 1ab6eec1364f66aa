import { fieldAt } from '../../ground/signal/field.js';
import { scenarioFields } from '../../scenario/scenario.js';
import { statisticNames, type StatisticName } from '../likeness/statistic-names.js';
import { isFar, yardstick } from './twin-distance.js';
import { searchedParameters, toldParameters, valueAt } from './twin-parameters.js';
import type { Twin } from './twin.js';

/** One statistic of a recording and of its twin. */
export interface TwinRow {
  readonly name: StatisticName;
  readonly recorded: number | null;
  readonly twin: number | null;
  /** Differences in SD between people, of the preset before and of the twin. */
  readonly before: number | null;
  readonly after: number | null;
}

/** The statistics of both, those that were not there with them. */
export function twinRows({ target, portrait, before, after }: Twin): TwinRow[] {
  return statisticNames.map((name) => ({
    name,
    recorded: target.likeness.statistics[name],
    twin: portrait.likeness.statistics[name],
    before: before.z[name] ?? null,
    after: after.z[name] ?? null,
  }));
}

/** What the search changed, with what the preset had. */
export interface TwinChange {
  readonly path: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

export function twinChanges({ base, scenario }: Twin): TwinChange[] {
  const paths = [
    'limb.fatThicknessMm',
    ...[...searchedParameters, ...toldParameters].map(({ path }) => path),
  ];
  return paths.map((path) => {
    const keys = path.split('.');
    const field = fieldAt(scenarioFields, keys);
    const fallback = field?.kind === 'number' ? field : { unit: '', default: 0 };
    return {
      path,
      unit: fallback.unit,
      from: valueAt(base, keys) ?? fallback.default,
      to: valueAt(scenario, keys) ?? fallback.default,
    };
  });
}

/** What could not be matched, as sentences. */
export function unmatched(twin: Twin): string[] {
  const { after, target, portrait, leftOut } = twin;
  const far = statisticNames.flatMap((name) => {
    const z = after.z[name];
    return z !== undefined && isFar(z) ? [`${name} is ${z > 0 ? '+' : ''}${z.toFixed(1)} SD off.`] : [];
  });
  const absent = statisticNames.flatMap((name) => {
    const reason = target.likeness.missing[name] ?? portrait.likeness.missing[name];
    return reason === undefined ? [] : [`${name} could not be compared: ${reason}.`];
  });
  const strange = leftOut.map((label) => `${label} is no movement that this person makes: it was left out.`);
  return [...strange, ...far, ...absent];
}

/** How near the twin came, in a few numbers. */
export function twinNearness({ before, after, target }: Twin) {
  const within = (z: Twin['after']['z']): number =>
    Object.values(z).filter((value) => Math.abs(value) <= 1).length;
  return {
    compared: Object.keys(after.z).length,
    within1Before: within(before.z),
    within1: within(after.z),
    patternDbBefore: before.patternDb,
    patternDb: after.patternDb,
    yardstick: yardstick(target.likeness.movements).join(' and '),
  };
}

/** The fit as JSON, without the signals it was taken from. */
export function twinJson(twin: Twin): Record<string, unknown> {
  const { history, match, candidates } = twin;
  return {
    ...twinNearness(twin),
    candidates,
    history,
    ...(match && { channelMatch: match }),
    statistics: twinRows(twin),
    parameters: twinChanges(twin),
    muscles: twin.scenario.muscles.map(({ name, angleDeg, drives }) => ({ name, angleDeg, drives })),
    movementStrengthDb: twin.scenario.intent.movementStrengthDb,
    unmatched: unmatched(twin),
  };
}
