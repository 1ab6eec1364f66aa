import type { ConformanceRow } from '../conformance-row.js';
import type { Expectation } from '../expectation.js';
import { intervalsOf } from '../intervals.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, seeds } from '../series.js';
import { mean } from '../../ground/math/statistics.js';

/** Rates at MVC over more than 300 units each, and the recruitment range of a muscle of its size. */
const muscles = [
  { name: 'biceps', mean: 31.1, sd: 10.1, recruitmentRange: 50 },
  { name: 'adductor pollicis', mean: 29.9, sd: 8.6, recruitmentRange: 17 },
  { name: 'soleus', mean: 10.7, sd: 2.9, recruitmentRange: 50 },
];
/** Least number of units behind each mean. */
const UNITS = 300;
/** Intervals a unit must have shown to be counted. */
const LEAST = 10;

export const maximalRates: ConformanceRow = {
  id: 24,
  part: 'motor units and force',
  fact: 'discharge rates in a maximal contraction, by muscle',
  conditions:
    'one pool of 120 units per muscle, peakRateHz as the paper has it, recruitment range 50 (biceps, soleus) and 17 (adductor ' +
    'pollicis); 4 s at MVC after the first second; every unit with ten intervals or more',
  sample: 'three people, 360 units of each muscle',
  expectations: muscles.flatMap(({ name, mean: middle, sd }): Expectation[] => [
    { what: `${name}, mean`, unit: 'Hz', digits: 1, heldTo: 'standard error', mean: middle, sd, n: UNITS },
    { what: `${name}, spread over units`, unit: 'Hz', digits: 1, heldTo: 'half to double', sd, n: UNITS },
  ]),
  source: 'bellemare-1983',
  note:
    'The means are by construction: the rate level of each muscle is set from the same paper. The spread over units is ' +
    'what is tested.',
  axes: { x: 'unit, slowest first', y: 'discharge rate, Hz' },
  measure(quick) {
    const rates = muscles.map(({ mean: peakRateHz, recruitmentRange }) =>
      seeds(quick ? 1 : 3).flatMap((seed) => ratesOf(seed, peakRateHz, recruitmentRange)),
    );
    return {
      found: rates.flatMap((units) => [units, units]),
      series: muscles.map(({ name }, m) => {
        const sorted = [...rates[m]].sort((a, b) => a - b);
        return curve(
          name,
          sorted.map((_, i) => i + 1),
          sorted,
        );
      }),
    };
  },
};

/** Mean rate of every unit at MVC, Hz. */
function ratesOf(seed: number, peakRateHz: number, recruitmentRange: number): number[] {
  const body = laboratoryArm({ seed, muscle: { unitCount: 120, peakRateHz, recruitmentRange } });
  return holds(body, [1], 4).flatMap(({ truth, sampleRateHz }) =>
    intervalsOf(truth, sampleRateHz)
      .filter(({ intervals }) => intervals.length >= LEAST)
      .map(({ intervals }) => 1 / mean(intervals)),
  );
}
