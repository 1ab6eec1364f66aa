import type { ConformanceRow } from '../conformance-row.js';
import { delayBetween } from '../delay.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, seeds } from '../series.js';
import { templatesOf, weightedVelocity } from '../unit-shares.js';

/** Distance between the two channels, mm. */
const APART = 10;

export const conductionVelocity: ConformanceRow = {
  id: 8,
  part: 'signal and volume conductor',
  fact: 'conduction velocity read from two aligned electrode pairs',
  conditions:
    'laboratory biceps at 30 % MVC, bipolar pairs of 10 mm, 10 mm apart between innervation zone and tendon, by ' +
    'cross-correlation',
  sample: 'ten people',
  expectations: [
    {
      what: 'velocity by cross-correlation',
      unit: 'm/s',
      digits: 2,
      heldTo: 'limits',
      low: 3,
      high: 5,
      why: 'what is usual on the skin',
    },
    {
      what: 'departure from the active units’ mean, weighted by amplitude',
      unit: '%',
      heldTo: 'limits',
      low: -10,
      high: 10,
      why: '± 10 % (ours)',
    },
  ],
  source: 'andreassen-1987',
  note: 'A cross-correlation weighs units by power, that is amplitude squared: fast units count for more.',
  axes: { x: 'mean of the units by amplitude, m/s', y: 'velocity by cross-correlation, m/s' },
  measure(quick) {
    const people = seeds(quick ? 4 : 10).map((seed) => velocities(seed, quick ? 4 : 8));
    const measured = people.map((person) => person.measured);
    const byAmplitude = people.map((person) => person.byAmplitude);
    return {
      found: [measured, measured.map((velocity, i) => 100 * (velocity / byAmplitude[i] - 1))],
      series: [{ ...curve('people', byAmplitude, measured), scattered: true }],
    };
  },
};

function velocities(seed: number, seconds: number) {
  const body = laboratoryArm({
    seed,
    electrodes: {
      interElectrodeMm: 10,
      contactDiameterMm: 5,
      positions: [-APART / 2, APART / 2].map((axialMm) => ({ name: `${axialMm} mm`, angleDeg: 0, axialMm })),
    },
  });
  const { bank, units } = templatesOf(body);
  const [{ channels, truth, sampleRateHz }] = holds(body, [0.3], seconds, { templates: bank });
  return {
    measured: (APART * 1e-3) / delayBetween(channels[0], channels[1], sampleRateHz, 0.02),
    byAmplitude: weightedVelocity(bank, units, truth),
  };
}
