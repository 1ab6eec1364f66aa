import { within, type ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, listed } from '../series.js';
import { mean, standardDeviation } from '../../ground/math/statistics.js';

const strengths = [0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.95];

export const forceSteadiness: ConformanceRow = {
  id: 3,
  fact: 'variability of force (CoV) against force',
  expected: 'a minimum of 1 to 3 % between 20 and 50 % MVC (1.7 % near 30 % MVC)',
  tolerance: 'minimum within 1 to 3 %, at a force within 20 to 50 % MVC',
  source: 'taylor-2003',
  note: 'Hand-sized pools of 120 units, range 30, averaged over several of them. The law of the common drive was set for this row.',
  axes: { x: 'force, % MVC', y: 'CoV of force, %' },
  measure(quick) {
    const muscles = quick ? 8 : 16;
    const body = laboratoryArm({
      sampleRateHz: 1000,
      muscles,
      muscle: { unitCount: 120, recruitmentRange: 30 },
    });
    const cov = holds(body, strengths, quick ? 10 : 30).map(
      ({ forces }) => 100 * mean(forces.map((force) => standardDeviation(force) / mean(force))),
    );
    const least = cov.indexOf(Math.min(...cov));
    const at = 100 * strengths[least];
    return {
      simulated: `${cov[least].toFixed(1)} % at ${at} % MVC (${listed(cov, 1)} %)`,
      values: { cov, strengths, minimum: cov[least], at },
      pass: within(cov[least], 1, 3) && within(at, 20, 50),
      series: [
        curve(
          'CoV',
          strengths.map((strength) => 100 * strength),
          cov,
        ),
      ],
    };
  },
};
