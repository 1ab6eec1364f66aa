import type { ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, seeds } from '../series.js';
import { mean, rectifiedMean } from '../../ground/math/statistics.js';
import { actionPotentials, dischargeCounts, templatesOf } from '../unit-shares.js';

const strengths = [0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1];

export const amplitudeCancellation: ConformanceRow = {
  id: 6,
  part: 'signal and volume conductor',
  fact: 'amplitude cancellation at maximal force',
  conditions:
    'a hand muscle of 120 units, bipolar 10 mm; 1 less the rectified mean of the stream over that of the same discharges’ ' +
    'potentials rectified before they are summed',
  sample: 'ten people',
  expectations: [
    {
      what: 'cancellation at maximum',
      unit: '%',
      heldTo: 'limits',
      low: 50,
      high: 72,
      why: 'about 62 % in the paper’s model; ± 10 points are ours, as its spread was not read',
    },
  ],
  source: 'keenan-2005',
  note: 'In a limb muscle of 600 units it is larger.',
  axes: { x: 'force, % MVC', y: 'cancellation, %' },
  measure(quick) {
    const levels = quick ? [1] : strengths;
    const people = seeds(quick ? 4 : 10).map((seed) => cancellations(seed, levels, quick ? 3 : 6));
    return {
      found: [people.map((person) => 100 * person[person.length - 1])],
      series: [
        curve(
          'cancellation',
          levels.map((strength) => 100 * strength),
          levels.map((_, i) => 100 * mean(people.map((person) => person[i]))),
        ),
      ],
    };
  },
};

function cancellations(seed: number, levels: readonly number[], seconds: number): number[] {
  const body = laboratoryArm({
    seed,
    limb: { muscleRadiusMm: 30, fatThicknessMm: 1 },
    muscle: {
      unitCount: 120,
      recruitmentRange: 30,
      widthDeg: 60,
      innerDepthMm: 12,
      fibreLengthMm: 60,
      innervationZoneMm: -16,
    },
    electrodes: { interElectrodeMm: 10, contactDiameterMm: 4 },
  });
  const { bank } = templatesOf(body);
  const areas = actionPotentials(bank, 0).map((potential) =>
    potential ? rectifiedMean(potential) * bank.length : 0,
  );
  return holds(body, levels, seconds, { templates: bank }).map(({ truth, channels }) => {
    const counts = dischargeCounts(truth, bank);
    const uncancelled = areas.reduce((sum, area, unit) => sum + area * counts[unit], 0) / truth.length;
    return 1 - rectifiedMean(channels[0]) / uncancelled;
  });
}
