import type { ConformanceRow } from '../conformance-row.js';
import { effort, laboratoryArm } from '../laboratory-arm.js';
import { record } from '../record.js';
import { curve } from '../series.js';
import { mean } from '../../ground/math/statistics.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';
import { perSample } from '../../body/synthesis/truth.js';

/** Range, and where recruitment ends in percent of maximal excitation and force. */
const published = [
  [7.3, 30, 22],
  [17, 50, 41],
  [30, 64, 62],
  [39.7, 70, 73],
  [50, 75, 80],
] as const;

/** Rounding of the published figures and a second's average of the force. */
const why = 'the model’s own figures, ± 2 points';

export const recruitmentEnd: ConformanceRow = {
  id: 1,
  part: 'motor units and force',
  fact: 'where recruitment ends, by recruitment range',
  conditions:
    'slow ramps to maximum of a pool of 120 units without common drive; recruitment ends with the first discharge of the ' +
    'last unit in the stream, force is averaged over the second around it',
  sample: 'eight pools of one person',
  expectations: published.flatMap(([range, excitation, force]) => [
    {
      what: `excitation at the end, range ${range}`,
      unit: '% of maximum',
      heldTo: 'limits' as const,
      low: excitation - 2,
      high: excitation + 2,
      why,
    },
    {
      what: `force at the end, range ${range}`,
      unit: '% of maximum',
      heldTo: 'limits' as const,
      low: force - 2,
      high: force + 2,
      why,
    },
  ]),
  source: 'fuglevand-1993',
  axes: { x: 'recruitment range', y: '% of maximum at the end of recruitment' },
  measure(quick) {
    const ends = published.map(([range]) => endOf(range, quick ? 20 : 40, quick ? 4 : 8));
    const ranges = published.map(([range]) => range);
    const percent = (values: readonly number[]): number[] => values.map((value) => 100 * value);
    return {
      found: ends.flatMap(({ excitation, force }) => [percent(excitation), percent(force)]),
      series: [
        curve('excitation', ranges, percent(ends.map(({ excitation }) => mean(excitation)))),
        curve('force', ranges, percent(ends.map(({ force }) => mean(force)))),
      ],
    };
  },
};

/** Excitation and force at the first discharge of the last unit, of several pools on one ramp. */
function endOf(
  recruitmentRange: number,
  seconds: number,
  muscles: number,
): { excitation: number[]; force: number[] } {
  const body = laboratoryArm({
    sampleRateHz: 1000,
    muscles,
    muscle: { unitCount: 120, recruitmentRange },
    motorUnits: { commonDrivePercent: 0 },
    intent: { style: 'ramp', movements: [effort], holdMs: seconds * 1000, leadMs: 0, strengthPercent: 100 },
  });
  const { truth, forces, sampleRateHz } = record(new Synthesizer(body), seconds);
  const excitation = perSample(truth, truth.steps.excitation);
  const first = Array.from({ length: muscles }, () => truth.length - 1);
  for (let i = 0; i < truth.discharges.length; i += 3) {
    const [muscle, unit, at] = truth.discharges.subarray(i, i + 3);
    if (unit === 119 && at < first[muscle]) first[muscle] = Math.floor(at);
  }
  return {
    excitation: first.map((at, m) => excitation[m * truth.length + at]),
    force: first.map((at, m) => mean(forces[m].subarray(at - sampleRateHz / 2, at + sampleRateHz / 2))),
  };
}
