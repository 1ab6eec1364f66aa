import type { ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve } from '../series.js';
import { mean, standardDeviation } from '../../ground/math/statistics.js';

const strengths = [0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.95];

export const forceSteadiness: ConformanceRow = {
  id: 3,
  part: 'motor units and force',
  fact: 'variability of force against force',
  conditions: 'hand-sized pools of 120 units, recruitment range 30, steady force at ten levels',
  sample: '16 pools of one person',
  expectations: [
    {
      what: 'CoV of force at 30 % MVC',
      unit: '%',
      digits: 1,
      heldTo: 'limits',
      low: 1,
      high: 3,
      why: '1.7 % near 30 % MVC; its spread was not read, 1 to 3 % is ours',
    },
    {
      what: 'CoV at 5 % MVC over that at 30 %',
      unit: '1',
      digits: 2,
      heldTo: 'limits',
      low: 1.2,
      high: Infinity,
      why: 'falls from the lowest forces on; the factor is ours',
    },
    {
      what: 'CoV at 80 % MVC over that at 30 %',
      unit: '1',
      digits: 2,
      heldTo: 'limits',
      low: 0.8,
      high: 1.25,
      why: 'a plateau after the minimum, ± a quarter (ours)',
    },
  ],
  source: 'taylor-2003',
  axes: { x: 'force, % MVC', y: 'CoV of force, %' },
  measure(quick) {
    const body = laboratoryArm({
      sampleRateHz: 1000,
      muscles: quick ? 8 : 16,
      muscle: { unitCount: 120, recruitmentRange: 30 },
    });
    const levels = holds(body, strengths, quick ? 10 : 30).map(({ forces }) =>
      forces.map((force) => (100 * standardDeviation(force)) / mean(force)),
    );
    const at = (strength: number): number[] => levels[strengths.indexOf(strength)];
    const over30 = (strength: number): number[] => at(strength).map((cov, m) => cov / at(0.3)[m]);
    return {
      found: [at(0.3), over30(0.05), over30(0.8)],
      series: [
        curve(
          'CoV',
          strengths.map((strength) => 100 * strength),
          levels.map(mean),
        ),
      ],
    };
  },
};
