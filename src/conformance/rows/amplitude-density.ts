import type { ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, listed, seeds } from '../series.js';
import { excessKurtosis, mean } from '../../ground/math/statistics.js';

const strengths = [0.05, 0.2, 0.5, 1];
const angles = [-30, -18, -6, 6, 18, 30];

export const amplitudeDensity: ConformanceRow = {
  id: 5,
  fact: 'amplitude density of surface EMG against force',
  expected:
    'super-Gaussian at low force, towards Gaussian as force rises: excess kurtosis falls monotonically',
  tolerance:
    'falls from each of 5, 20, 50, 100 % MVC to the next; above 0.5 at 5 %, at most half of that at 100 %',
  source: 'nazarpour-2013',
  note: 'Biceps of 600 units, six bipolar pairs, several people. With steps finer than these single large units can raise it where they are recruited.',
  axes: { x: 'force, % MVC', y: 'excess kurtosis' },
  measure(quick) {
    const electrodes = {
      positions: angles.map((angleDeg) => ({ name: `${angleDeg}°`, angleDeg, axialMm: 0 })),
    };
    const people = seeds(quick ? 4 : 10).map((seed) =>
      holds(laboratoryArm({ seed, electrodes }), strengths, quick ? 3 : 8).map(({ channels }) =>
        mean(channels.map(excessKurtosis)),
      ),
    );
    const kurtosis = strengths.map((_, i) => mean(people.map((person) => person[i])));
    const last = kurtosis[kurtosis.length - 1];
    return {
      simulated: listed(kurtosis, 2),
      values: { kurtosis, strengths },
      pass:
        kurtosis.every((value, i) => i === 0 || value < kurtosis[i - 1]) &&
        kurtosis[0] > 0.5 &&
        last <= kurtosis[0] / 2,
      series: [
        curve(
          'excess kurtosis',
          strengths.map((strength) => 100 * strength),
          kurtosis,
        ),
      ],
    };
  },
};
