import type { Truth } from '../body/synthesis/synthesizer.js';

/** Intervals between the discharges of each unit, s; one list per unit that discharged, of all muscles. */
export function intervalsOf({ discharges }: Pick<Truth, 'discharges'>, sampleRateHz: number): number[][] {
  const times = new Map<string, number[]>();
  for (let i = 0; i < discharges.length; i += 3) {
    const key = `${discharges[i]}/${discharges[i + 1]}`;
    const train = times.get(key);
    if (train) train.push(discharges[i + 2]);
    else times.set(key, [discharges[i + 2]]);
  }
  return [...times.values()].map((train) => {
    // Within a quantum discharges need not come in order of time.
    train.sort((a, b) => a - b);
    return train.slice(1).map((at, i) => (at - train[i]) / sampleRateHz);
  });
}
