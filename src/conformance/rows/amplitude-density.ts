import type { ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, seeds } from '../series.js';
import { excessKurtosis, mean } from '../../ground/math/statistics.js';

const strengths = [0.05, 0.2, 0.5, 1];
const angles = [-30, -18, -6, 6, 18, 30];

export const amplitudeDensity: ConformanceRow = {
  id: 5,
  part: 'signal and volume conductor',
  fact: 'amplitude density of surface EMG: peaked at low force, towards Gaussian as force rises',
  conditions: 'laboratory biceps of 600 units, six bipolar pairs of 20 mm, 5, 20, 50 and 100 % MVC',
  sample: 'ten people',
  expectations: [
    { what: 'excess kurtosis at 5 % MVC', unit: '1', digits: 2, heldTo: 'order' },
    ...strengths.slice(1).map((strength, i) => ({
      what: `excess kurtosis at ${100 * strengths[i]} % less that at ${100 * strength} %`,
      unit: '1',
      digits: 2,
      heldTo: 'order' as const,
    })),
  ],
  source: 'nazarpour-2013',
  note: 'With finer steps of force single large units can raise it where they are recruited.',
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
    return {
      found: [
        people.map(([lowest]) => lowest),
        ...strengths.slice(1).map((_, i) => people.map((levels) => levels[i] - levels[i + 1])),
      ],
      series: [
        curve(
          'excess kurtosis',
          strengths.map((strength) => 100 * strength),
          strengths.map((_, i) => mean(people.map((person) => person[i]))),
        ),
      ],
    };
  },
};
