import { within, type ConformanceRow } from '../conformance-row.js';
import { delayBetween } from '../delay.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, seeds } from '../series.js';
import { mean } from '../../ground/math/statistics.js';
import { templatesOf, weightedVelocity } from '../unit-shares.js';

/** Distance between the two channels, mm. */
const APART = 10;

export const conductionVelocity: ConformanceRow = {
  id: 8,
  fact: 'conduction velocity from two aligned electrode pairs by cross-correlation',
  expected: '3 to 5 m/s, and what the active units conduct at',
  tolerance: 'mean within 3 to 5 m/s, and within 10 % of the mean of the units weighted by their amplitude',
  source: 'andreassen-1987',
  note:
    'Biceps at 30 % MVC, bipolar pairs of 10 mm, 10 mm apart between innervation zone and tendon, several people. ' +
    'A cross-correlation weighs units by power, that is amplitude squared; both means are given.',
  axes: { x: 'mean of the units by amplitude, m/s', y: 'velocity by cross-correlation, m/s' },
  measure(quick) {
    const people = seeds(quick ? 4 : 10).map((seed) => velocities(seed, quick ? 4 : 8));
    const measured = people.map((person) => person.measured);
    const byAmplitude = people.map((person) => person.byAmplitude);
    const byPower = people.map((person) => person.byPower);
    const deviation = 100 * (mean(measured) / mean(byAmplitude) - 1);
    return {
      simulated: `${mean(measured).toFixed(2)} m/s; units ${mean(byAmplitude).toFixed(2)} by amplitude (${deviation.toFixed(0)} %), ${mean(byPower).toFixed(2)} by power`,
      values: { measured, byAmplitude, byPower, deviation },
      pass: within(mean(measured), 3, 5) && within(deviation, -10, 10),
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
    byAmplitude: weightedVelocity(bank, units, truth, 1),
    byPower: weightedVelocity(bank, units, truth, 2),
  };
}
