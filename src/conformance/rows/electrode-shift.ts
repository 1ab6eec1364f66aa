import type { ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { curve, listed, seeds } from '../series.js';
import { mean } from '../../ground/math/statistics.js';
import { presetByName } from '../../scenario/presets/index.js';

const movements = ['rest', 'hand-close', 'hand-open', 'wrist-flexion', 'wrist-extension'];
const shifts = [10, 20];
const spacings = [20, 40];

export const electrodeShift: ConformanceRow = {
  id: 12,
  fact: 'electrodes shifted by 1 and 2 cm after training',
  expected:
    'a shift around the limb hurts much more than one along it; pairs 4 cm apart suffer less than 2 cm',
  tolerance:
    'loss around at least twice the loss along at 2 cm spacing; mean loss at 4 cm below that at 2 cm',
  source: ['young-2011', 'young-2012'],
  note:
    'Preset transradial-armband, five classes, other trials than in training, several people; losses in points of ' +
    'accuracy. The wider pairs gain along the limb only: around it both lose about the same.',
  axes: { x: 'shift, mm', y: 'accuracy, %' },
  measure(quick) {
    const people = seeds(quick ? 2 : 6);
    const curves = spacings.map((spacing) => shifted(spacing, people, quick));
    const loss = (course: readonly number[]): number =>
      mean(course.slice(1).map((value) => course[0] - value));
    const around = curves.map((found) => loss(found.around));
    const along = curves.map((found) => loss(found.along));
    const all = curves.map((_, i) => (around[i] + along[i]) / 2);
    const places = [0, ...shifts];
    return {
      simulated: `loss around ${listed(around)}, along ${listed(along)} points at 2 / 4 cm; mean ${listed(all)}`,
      values: { around, along, mean: all },
      pass: around[0] >= 2 * Math.max(0, along[0]) && all[1] < all[0],
      series: curves.flatMap((found, i) => [
        curve(`around, ${spacings[i]} mm`, places, found.around),
        curve(`along, ${spacings[i]} mm`, places, found.along),
      ]),
    };
  },
};

/** Accuracy in percent without shift and at each shift, people averaged. */
function shifted(interElectrodeMm: number, people: readonly number[], quick: boolean) {
  const rows = people.map((seed) => {
    const scenario = presetByName('transradial-armband', {
      seed,
      calibration: { movements },
      electrodes: { interElectrodeMm },
    });
    const { decoder } = trained(scenario, promptedRecordings(scenario));
    const after = (patch: Partial<typeof scenario.electrodes>): number => {
      const moved = { ...scenario, electrodes: { ...scenario.electrodes, ...patch } };
      const prompts = { repetitions: quick ? 1 : 3, holdMs: 2000 };
      return 100 * accuracyOn(decoder, testRecordings(moved, prompts));
    };
    const unmoved = after({});
    return {
      around: [unmoved, ...shifts.map((shiftAroundMm) => after({ shiftAroundMm }))],
      along: [unmoved, ...shifts.map((shiftAlongMm) => after({ shiftAlongMm }))],
    };
  });
  const average = (of: 'around' | 'along'): number[] =>
    rows[0][of].map((_, i) => mean(rows.map((row) => row[of][i])));
  return { around: average('around'), along: average('along') };
}
