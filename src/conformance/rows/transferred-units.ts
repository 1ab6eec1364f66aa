import type { ConformanceRow } from '../conformance-row.js';
import { laboratoryArm, type ArmParts } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, seeds } from '../series.js';
import { gridPositions } from '../../body/anatomy/electrodes.js';
import type { TemplateBank } from '../../body/conductor/template-bank.js';
import { mean } from '../../ground/math/statistics.js';
import { actionPotentials, dischargeCounts, templatesOf } from '../unit-shares.js';

/** Electrodes of the grid along and across the muscle. */
const SIDE = 8;
/** Units a decomposition finds per contraction. */
const SEEN = 7;
/** Share of a unit's largest height that a channel must reach to belong to its area (ours). */
const AREA = 0.5;
/** Share of the largest excursion that bounds a potential in time (ours). */
const EDGE = 0.1;

export const transferredUnits: ConformanceRow = {
  id: 26,
  part: 'motor units and force',
  fact: 'potentials of units after nerve transfer against intact ones, on a grid on the skin',
  conditions:
    'laboratory arm with 8 × 8 single contacts 10 mm apart over the muscle; intact under 4 mm of fat, and as a TMR site two ' +
    'years after surgery with the fat thinned to 1 mm; of the units at work at 20 % MVC the seven with the largest ' +
    'potentials. Area: share of the channels that reach half of the unit’s largest height; duration: how long the largest ' +
    'potential stays above a tenth of its peak (rules ours)',
  sample: 'five people after nerve transfer, nine intact',
  expectations: [
    { what: 'area, intact', unit: '1', digits: 2, heldTo: 'standard error', mean: 0.81, sd: 0.46, n: 9 },
    {
      what: 'area, nerve transfer',
      unit: '1',
      digits: 2,
      heldTo: 'standard error',
      mean: 0.25,
      sd: 0.17,
      n: 5,
    },
    { what: 'duration, intact', unit: 'ms', digits: 1, heldTo: 'standard error', mean: 14.0, sd: 3.9, n: 9 },
    {
      what: 'duration, nerve transfer',
      unit: 'ms',
      digits: 1,
      heldTo: 'standard error',
      mean: 10.9,
      sd: 3.9,
      n: 5,
    },
    { what: 'area, intact less nerve transfer', unit: '1', digits: 2, heldTo: 'order' },
    { what: 'duration, intact less nerve transfer', unit: 'ms', digits: 1, heldTo: 'order' },
  ],
  source: 'kapelner-2016',
  note:
    'The paper’s area is of the pectoralis and may exceed the grid; how it was bounded, and against what the contacts were ' +
    'read, was not noted. The size of the territories after transfer was fitted to the same paper.',
  axes: { x: 'area, share of the grid', y: 'duration, ms' },
  measure(quick) {
    const intact = seeds(quick ? 1 : 9).map((seed) => seen({ seed, limb: { fatThicknessMm: 4 } }));
    const transferred = seeds(quick ? 1 : 5).map((seed) =>
      seen({
        seed,
        limb: { fatThicknessMm: 1 },
        muscle: { construct: 'TMR' },
        surgery: { daysSinceSurgery: 730 },
      }),
    );
    const areas = [intact, transferred].map((people) =>
      people.map((units) => mean(units.map(({ area }) => area))),
    );
    const durations = [intact, transferred].map((people) =>
      people.map((units) => mean(units.map(({ duration }) => duration))),
    );
    const less = ([before, after]: readonly number[][]): number[] =>
      after.map((value) => mean(before) - value);
    return {
      found: [...areas, ...durations, less(areas), less(durations)],
      series: [intact, transferred].map((people, i) => ({
        ...curve(
          ['intact', 'nerve transfer'][i],
          people.flatMap((units) => units.map(({ area }) => area)),
          people.flatMap((units) => units.map(({ duration }) => duration)),
        ),
        scattered: true,
      })),
    };
  },
};

interface SeenUnit {
  readonly area: number;
  /** ms */
  readonly duration: number;
}

/** Area and duration of the units that a decomposition would find. */
function seen(parts: ArmParts): SeenUnit[] {
  const body = laboratoryArm({
    ...parts,
    muscle: { unitCount: 120, ...parts.muscle },
    electrodes: {
      configuration: 'monopolar',
      contactDiameterMm: 4,
      positions: gridPositions(SIDE, SIDE, { pitchMm: 10, pitchDeg: 12 }),
    },
  });
  const { bank } = templatesOf(body);
  const [{ truth }] = holds(body, [0.2], 2, { templates: bank });
  const active = dischargeCounts(truth, bank);
  return unitsOf(bank)
    .filter((_, unit) => active[unit] > 0)
    .sort((a, b) => b.largest - a.largest)
    .slice(0, SEEN);
}

/** Every unit on the grid. */
function unitsOf(bank: TemplateBank): (SeenUnit & { largest: number })[] {
  const grid = Array.from({ length: SIDE * SIDE }, (_, channel) => actionPotentials(bank, channel));
  return Array.from({ length: bank.units }, (_, unit) => {
    const potentials = grid.map((channel) => channel[unit]);
    const heights = potentials.map((potential) =>
      potential ? Math.max(...potential) - Math.min(...potential) : 0,
    );
    const largest = Math.max(...heights);
    const potential = potentials[heights.indexOf(largest)] ?? new Float32Array(0);
    const edge = EDGE * Math.max(0, ...potential.map(Math.abs));
    const above = (v: number): boolean => Math.abs(v) > edge;
    const samples = potential.findLastIndex(above) - potential.findIndex(above) + 1;
    return {
      area: heights.filter((height) => height >= AREA * largest).length / heights.length,
      duration: (1000 * samples) / bank.sampleRateHz,
      largest,
    };
  });
}
