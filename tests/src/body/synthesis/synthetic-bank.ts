import type { TemplateBank } from '../../../../src/body/conductor/template-bank.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';

/** A bank of made-up templates (biphasic, 20 to 100 µV) for tests of what happens after the conductor. */
export function syntheticBank({
  unitCounts,
  channels,
  length = 60,
  sampleRateHz = 2000,
  seed = 1,
  keep = 0.7,
}: {
  unitCounts: readonly number[];
  channels: number;
  length?: number;
  sampleRateHz?: number;
  seed?: number;
  keep?: number;
}): TemplateBank {
  const random = new RandomStream(seed, 'tests/synthetic-bank');
  const units = unitCounts.reduce((sum, n) => sum + n, 0);
  const muscleStart = new Int32Array(unitCounts.length + 1);
  unitCounts.forEach((n, m) => (muscleStart[m + 1] = muscleStart[m] + n));
  const unitStart = new Int32Array(units + 1);
  const pairChannel: number[] = [];
  for (let u = 0; u < units; u++) {
    for (let c = 0; c < channels; c++) if (random.uniform() < keep) pairChannel.push(c);
    unitStart[u + 1] = pairChannel.length;
  }
  const data = new Float32Array(pairChannel.length * length);
  for (let p = 0; p < pairChannel.length; p++) {
    const peak = (20 + 80 * random.uniform()) * 1e-6;
    const width = length * (0.06 + 0.04 * random.uniform());
    const middle = length * (0.4 + 0.2 * random.uniform());
    for (let i = 0; i < length; i++) {
      const x = (i - middle) / width;
      data[p * length + i] = peak * x * Math.exp(0.5 - (x * x) / 2);
    }
  }
  return {
    sampleRateHz,
    channels,
    units,
    length,
    lead: 0,
    muscleStart,
    unitStart,
    pairChannel: Int32Array.from(pairChannel),
    data,
    prunedBound: 0,
    tailBound: 0,
  };
}
