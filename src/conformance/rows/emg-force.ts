import { within, type ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, listed, seeds } from '../series.js';
import { mean, rectifiedMean } from '../../ground/math/statistics.js';
import { square } from '../../ground/math/real.js';

const strengths = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** Ranges whose recruitment ends at 41, 62 and 80 % of maximal force. */
const ranges = [17, 30, 50];
const angles = [-24, -8, 8, 24];

export const emgForce: ConformanceRow = {
  id: 4,
  fact: 'rectified EMG against force, by where recruitment ends',
  expected: 'near linear when it ends by 50 % MVC; bends upwards when it ends at 60 to 100 %',
  tolerance:
    'ends at 41 %: r² of the straight line at least 0.95; ends at 62 and 80 %: at half the force less than half the ' +
    'EMG up to the end of recruitment (EMG at half that force below 0.5 of EMG at it)',
  source: ['fuglevand-1993', 'lawrence-1983'],
  note:
    'Biceps of 600 units, four bipolar pairs, several people. Beyond the end of recruitment amplitude can only grow ' +
    'with the square root of the rates, so every curve of the model turns to the right there. Set right by letting ' +
    'fibre diameter follow conduction velocity: thick, fast fibres carry more current.',
  axes: { x: 'force, % MVC', y: 'rectified EMG, % of maximum' },
  measure(quick) {
    const people = seeds(quick ? 2 : 6);
    const curves = ranges.map((range) => meanCurve(range, people, quick ? 2 : 5));
    const straight = curves.map((y) => linearity(strengths, y));
    const half = ranges.map((_, i) => halfway(curves[i], [0.4, 0.6, 0.8][i]));
    return {
      simulated:
        `r² ${straight[0].toFixed(3)} for 41 %; EMG at half the force of the end ` +
        `${half[1].toFixed(2)} for 62 %, ${half[2].toFixed(2)} for 80 %`,
      values: { linearity: straight, half, curve17: curves[0], curve30: curves[1], curve50: curves[2] },
      pass: straight[0] >= 0.95 && within(half[1], 0, 0.4999) && within(half[2], 0, 0.4999),
      series: curves.map((y, i) =>
        curve(
          `recruitment ends at ${listed([[41, 62, 80][i]])} % MVC`,
          strengths.map((strength) => 100 * strength),
          y.map((value) => 100 * value),
        ),
      ),
    };
  },
};

function meanCurve(recruitmentRange: number, people: readonly number[], seconds: number): number[] {
  const rows = people.flatMap((seed) => {
    const body = laboratoryArm({
      seed,
      muscle: { recruitmentRange },
      electrodes: { positions: angles.map((angleDeg) => ({ name: `${angleDeg}°`, angleDeg, axialMm: 0 })) },
    });
    const recorded = holds(body, strengths, seconds);
    return angles.map((_, c) => {
      const amplitude = recorded.map(({ channels }) => rectifiedMean(channels[c]));
      return amplitude.map((value) => value / amplitude[amplitude.length - 1]);
    });
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

/** EMG at half a force relative to that at the force. */
function halfway(y: readonly number[], force: number): number {
  const at = (wanted: number): number => y[strengths.indexOf(wanted)];
  return at(Math.round(force * 5) / 10) / at(force);
}
