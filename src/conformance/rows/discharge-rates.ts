import type { ConformanceRow } from '../conformance-row.js';
import { intervalsOf } from '../intervals.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, seeds } from '../series.js';
import { mean, rms, standardDeviation } from '../../ground/math/statistics.js';
import { actionPotentials, templatesOf } from '../unit-shares.js';

const strengths = [0.1, 0.2, 0.3];
/** Units that the decomposition found per contraction: 956 of 142. */
const SEEN = 7;
/** Intervals a unit must have shown to be counted. */
const LEAST = 10;

export const dischargeRates: ConformanceRow = {
  id: 2,
  part: 'motor units and force',
  fact: 'discharge rates as a decomposition sees them, and variability of intervals',
  conditions:
    'hand-sized pool of 120 units, recruitment range 30, at 10, 20 and 30 % MVC. The rule, fixed before it was measured: of ' +
    'the units with ten intervals or more, the seven whose potentials are largest on a bipolar pair over the muscle, at each force',
  sample: 'ten people, three forces each: 210 units',
  expectations: [
    { what: 'mean rate of the units seen', unit: 'Hz', digits: 1, heldTo: 'SD', mean: 8.3, sd: 3.1, n: 956 },
    {
      what: 'CoV of the intervals',
      unit: '1',
      digits: 2,
      heldTo: 'limits',
      low: 0.15,
      high: 0.25,
      why: 'range usually published',
    },
  ],
  source: ['decomposed-units', 'fuglevand-1993'],
  note:
    'Force and muscle of the decomposed contractions are not stated. Fuglevand’s law starts every unit at about 8 Hz, so a ' +
    'mean near 8 Hz would need units that are just recruited.',
  axes: { x: 'force, % MVC', y: 'discharge rate, Hz' },
  measure(quick) {
    const people = seeds(quick ? 3 : 10).map((seed) => seen(seed, quick ? 8 : 20));
    const percent = strengths.map((strength) => 100 * strength);
    return {
      found: [
        people.flatMap((forces) => forces.flatMap((units) => units.map(({ rate }) => rate))),
        people.map((forces) => mean(forces.flatMap((units) => units.map(({ cov }) => cov)))),
      ],
      series: [
        curve(
          'mean of the units seen',
          percent,
          strengths.map((_, i) => mean(people.flatMap((forces) => forces[i].map(({ rate }) => rate)))),
        ),
      ],
    };
  },
};

/** Rate and variability of the units that a decomposition would find, at each force. */
function seen(seed: number, seconds: number): { rate: number; cov: number }[][] {
  const body = laboratoryArm({ seed, muscle: { unitCount: 120, recruitmentRange: 30 } });
  const { bank } = templatesOf(body);
  const size = actionPotentials(bank, 0).map((potential) => (potential ? rms(potential) : 0));
  return holds(body, strengths, seconds, { templates: bank }).map(({ truth, sampleRateHz }) =>
    intervalsOf(truth, sampleRateHz)
      .filter(({ intervals }) => intervals.length >= LEAST)
      .sort((a, b) => size[b.unit] - size[a.unit])
      .slice(0, SEEN)
      .map(({ intervals }) => ({
        rate: 1 / mean(intervals),
        cov: standardDeviation(intervals) / mean(intervals),
      })),
  );
}
