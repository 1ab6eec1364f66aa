import { within, type ConformanceRow } from '../conformance-row.js';
import { effort, laboratoryArm } from '../laboratory-arm.js';
import { record } from '../record.js';
import { curve, listed } from '../series.js';
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

export const recruitmentEnd: ConformanceRow = {
  id: 1,
  fact: 'end of recruitment, and force at it, for recruitment ranges 7.3, 17, 30, 39.7, 50',
  expected: '30 / 50 / 64 / 70 / 75 % of maximal excitation, 22 / 41 / 62 / 73 / 80 % of maximal force',
  tolerance: '± 2 points each',
  source: 'fuglevand-1993',
  note:
    'Slow ramps to maximum of a pool of 120 units without common drive; recruitment ends with the first discharge ' +
    'of the last unit in the stream, force is averaged over the second around it and over several pools.',
  axes: { x: 'recruitment range', y: '% of maximum at the end of recruitment' },
  measure(quick) {
    const ends = published.map(([range]) => endOf(range, quick ? 20 : 40, quick ? 4 : 8));
    const excitation = ends.map((end) => 100 * end.excitation);
    const force = ends.map((end) => 100 * end.force);
    const ranges = published.map(([range]) => range);
    return {
      simulated: `${listed(excitation)} % of excitation, ${listed(force)} % of force`,
      values: { excitation, force },
      pass: published.every(
        ([, e, f], i) => within(excitation[i], e - 2, e + 2) && within(force[i], f - 2, f + 2),
      ),
      series: [curve('excitation', ranges, excitation), curve('force', ranges, force)],
    };
  },
};

/** Mean excitation and force at the first discharge of the last unit, over several pools on one ramp. */
function endOf(
  recruitmentRange: number,
  seconds: number,
  muscles: number,
): { excitation: number; force: number } {
  const body = laboratoryArm({
    sampleRateHz: 1000,
    muscles,
    muscle: { unitCount: 120, recruitmentRange },
    motorUnits: { commonDrivePercent: 0, commonDriveMaximalPercent: 0 },
    intent: { style: 'ramp', movements: [effort], holdMs: seconds * 1000, leadMs: 0, strengthPercent: 100 },
  });
  const { truth, forces, sampleRateHz } = record(new Synthesizer(body), seconds);
  const excitation = perSample(truth, truth.steps.excitation);
  const first = Array.from({ length: muscles }, () => truth.length - 1);
  for (let i = 0; i < truth.discharges.length; i += 3) {
    const [muscle, unit, at] = truth.discharges.subarray(i, i + 3);
    if (unit === 119 && at < first[muscle]) first[muscle] = at;
  }
  return {
    excitation: mean(first.map((at, m) => excitation[m * truth.length + at])),
    force: mean(first.map((at, m) => mean(forces[m].subarray(at - sampleRateHz / 2, at + sampleRateHz / 2)))),
  };
}
