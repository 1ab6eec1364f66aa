import type { ConformanceRow } from '../conformance-row.js';
import { effort, laboratoryArm } from '../laboratory-arm.js';
import { record } from '../record.js';
import { curve, seeds } from '../series.js';
import { correlation } from '../../ground/math/statistics.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';
import { actionPotentials, templatesOf } from '../unit-shares.js';

/** The strength rises to 80 % MVC in steps of 1 %. */
const STEPS = 80;

export const potentialSize: ConformanceRow = {
  id: 25,
  part: 'motor units and force',
  fact: 'units recruited at higher force have larger potentials',
  conditions:
    'biceps of 120 units on the laboratory arm, effort rising from 0 to 80 % MVC in 20 s; force of the muscle when a unit first ' +
    'discharges, against the height of its potential from peak to peak on a bipolar pair over the muscle',
  sample: 'eight people',
  expectations: [
    {
      what: 'correlation of recruitment force and height of the potential',
      unit: '1',
      digits: 2,
      heldTo: 'order',
    },
  ],
  source: 'goldberg-1977',
  note: 'Depth and place of a unit decide the height of its potential on the skin too; in the paper needles lay among the fibres.',
  axes: { x: 'recruitment force, % MVC', y: 'height of the potential, µV' },
  measure(quick) {
    const people = seeds(quick ? 2 : 8).map((seed) => unitsOf(seed, quick ? 0.1 : 0.25));
    const [first] = people;
    return {
      found: [people.map(({ force, height }) => correlation(force, height))],
      series: [{ ...curve('units of the first person', first.force, first.height), scattered: true }],
    };
  },
};

/** Recruitment force, % MVC, and height of the potential, µV, of every unit that discharged in a slow rise. */
function unitsOf(seed: number, secondsPerStep: number): { force: number[]; height: number[] } {
  const body = laboratoryArm({ seed, muscle: { unitCount: 120 } });
  const { bank } = templatesOf(body);
  const potentials = actionPotentials(bank, 0);
  const synthesizer = new Synthesizer(body, { templates: bank });
  const recruited = new Map<number, number>();
  for (let step = 1; step <= STEPS; step++) {
    synthesizer.intend([{ movement: effort, strength: step / 100 }]);
    const { truth, forces } = record(synthesizer, secondsPerStep);
    for (let i = 0; i < truth.discharges.length; i += 3) {
      const unit = truth.discharges[i + 1];
      const force = forces[0][Math.floor(truth.discharges[i + 2])];
      recruited.set(unit, Math.min(100 * force, recruited.get(unit) ?? Infinity));
    }
  }
  const units = [...recruited.keys()];
  return {
    force: units.map((unit) => recruited.get(unit) ?? NaN),
    height: units.map((unit) => heightOf(potentials[unit])),
  };
}

/** From peak to peak, µV; none for a potential too small to have been kept. */
function heightOf(potential: Float32Array | undefined): number {
  return potential ? 1e6 * (Math.max(...potential) - Math.min(...potential)) : 0;
}
