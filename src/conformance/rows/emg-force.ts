import type { ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, seeds } from '../series.js';
import { mean, rectifiedMean } from '../../ground/math/statistics.js';
import { square } from '../../ground/math/real.js';

const strengths = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** Ranges whose recruitment ends at 41, 62 and 80 % of maximal force. */
const ranges = [17, 30, 50];
const angles = [-24, -8, 8, 24];

export const emgForce: ConformanceRow = {
  id: 4,
  part: 'signal and volume conductor',
  fact: 'rectified EMG against force, by where recruitment ends',
  conditions: 'laboratory biceps of 600 units, four bipolar pairs of 20 mm, steady force at eleven levels',
  sample: 'six people',
  expectations: [
    {
      what: 'recruitment ends at 41 % MVC: r² of the straight line',
      unit: '1',
      digits: 3,
      heldTo: 'limits',
      low: 0.95,
      high: 1,
      why: '“near linear”; 0.95 is ours',
    },
    {
      what: 'ends at 62 %: half the EMG at the end, less the EMG at half its force',
      unit: 'of the maximum',
      digits: 2,
      heldTo: 'order',
    },
    { what: 'ends at 80 %: the same', unit: 'of the maximum', digits: 2, heldTo: 'order' },
  ],
  source: ['fuglevand-1993', 'lawrence-1983'],
  note:
    'Beyond the end of recruitment amplitude can only grow with the square root of the rates, so every curve of the model ' +
    'turns to the right there. That thick, fast fibres carry more current was put in with this row in view.',
  axes: { x: 'force, % MVC', y: 'rectified EMG, % of maximum' },
  measure(quick) {
    const people = seeds(quick ? 2 : 6);
    const curves = ranges.map((range) => people.map((seed) => curveOf(range, seed, quick ? 2 : 5)));
    const bend = (i: number): number[] => curves[i].map((y) => bendUpwards(y, [0.4, 0.6, 0.8][i]));
    return {
      found: [curves[0].map((y) => linearity(strengths, y)), bend(1), bend(2)],
      series: curves.map((rows, i) =>
        curve(
          `recruitment ends at ${[41, 62, 80][i]} % MVC`,
          strengths.map((strength) => 100 * strength),
          strengths.map((_, at) => 100 * mean(rows.map((row) => row[at]))),
        ),
      ),
    };
  },
};

/** Amplitude of one person at each strength, relative to the maximum, channels averaged. */
function curveOf(recruitmentRange: number, seed: number, seconds: number): number[] {
  const body = laboratoryArm({
    seed,
    muscle: { recruitmentRange },
    electrodes: { positions: angles.map((angleDeg) => ({ name: `${angleDeg}°`, angleDeg, axialMm: 0 })) },
  });
  const recorded = holds(body, strengths, seconds);
  const rows = angles.map((_, c) => {
    const amplitude = recorded.map(({ channels }) => rectifiedMean(channels[c]));
    return amplitude.map((value) => value / amplitude[amplitude.length - 1]);
  });
  return strengths.map((_, i) => mean(rows.map((row) => row[i])));
}

/** Share of the variance that a straight line explains. */
function linearity(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  const sum = (a: readonly number[], ma: number, b: readonly number[], mb: number): number =>
    a.reduce((total, value, i) => total + (value - ma) * (b[i] - mb), 0);
  return square(sum(x, mx, y, my)) / (sum(x, mx, x, mx) * sum(y, my, y, my));
}

/** How far the EMG at half a force lies below half the EMG at that force. */
function bendUpwards(y: readonly number[], force: number): number {
  const at = (wanted: number): number => y[strengths.indexOf(wanted)];
  return at(force) / 2 - at(Math.round(force * 5) / 10);
}
