import type { Truth } from '../body/synthesis/synthesizer.js';

/** A unit that discharged, with the times between its discharges, s. */
export interface UnitIntervals {
  readonly muscle: number;
  /** Number within its muscle. */
  readonly unit: number;
  readonly intervals: readonly number[];
}

/** Intervals of every unit that discharged in a stretch of stream. */
export function intervalsOf(
  { discharges }: Pick<Truth, 'discharges'>,
  sampleRateHz: number,
): UnitIntervals[] {
  const times = new Map<string, number[]>();
  for (let i = 0; i < discharges.length; i += 3) {
    const key = `${discharges[i]}/${discharges[i + 1]}`;
    const train = times.get(key);
    if (train) train.push(discharges[i + 2]);
    else times.set(key, [discharges[i + 2]]);
  }
  return [...times].map(([key, train]) => {
    const [muscle, unit] = key.split('/').map(Number);
    // Within a quantum discharges need not come in order of time.
    train.sort((a, b) => a - b);
    return { muscle, unit, intervals: train.slice(1).map((at, i) => (at - train[i]) / sampleRateHz) };
  });
}
