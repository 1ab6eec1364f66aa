import { within, type ConformanceRow } from '../conformance-row.js';
import { effort, laboratoryArm } from '../laboratory-arm.js';
import { record } from '../record.js';
import { curve, seeds } from '../series.js';
import { medianFrequency, spectrumOf } from '../../ground/signal/spectrum.js';
import { mean, rms } from '../../ground/math/statistics.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';

/** A sustained contraction of 50 % MVC is given up after about a minute. */
const ENDURANCE_S = 60;
const STEP_S = 4;

export const fatigueSpectrum: ConformanceRow = {
  id: 9,
  fact: 'sustained contraction at 50 % MVC for a minute: median frequency and RMS',
  expected: 'median frequency falls 20 to 50 % (115 to 60 Hz in biceps); RMS rises about 30 %',
  tolerance: 'median frequency −20 to −50 %; RMS +15 to +45 %; force held within 3 points',
  source: ['naeije-1982', 'lind-1979'],
  note:
    'First against last 8 s, people averaged, templates derived anew as velocity falls. The size of the velocity’s fall ' +
    'is a dial set for this row; that it falls in the whole muscle and that the action potential gets lower with it ' +
    'are assumptions of the model made with this row in view.',
  axes: { x: 'time, s', y: '% of the first seconds' },
  measure(quick) {
    const people = seeds(quick ? 2 : 5).map(sustained);
    const frequency = people[0].frequency.map((_, i) => mean(people.map((person) => person.frequency[i])));
    const amplitude = people[0].amplitude.map((_, i) => mean(people.map((person) => person.amplitude[i])));
    const fall = 100 * (ends(frequency) - 1);
    const rise = 100 * (ends(amplitude) - 1);
    const force = 100 * mean(people.map((person) => person.force));
    const time = frequency.map((_, i) => (i + 0.5) * STEP_S);
    return {
      simulated: `median frequency ${fall.toFixed(0)} %, RMS +${rise.toFixed(0)} %, force ${force.toFixed(0)} % MVC`,
      values: { fall, rise, force, frequency, amplitude },
      pass: within(fall, -50, -20) && within(rise, 15, 45) && within(force, 47, 53),
      series: [
        curve(
          'median frequency',
          time,
          frequency.map((value) => (100 * value) / frequency[0]),
        ),
        curve(
          'RMS',
          time,
          amplitude.map((value) => (100 * value) / amplitude[0]),
        ),
      ],
    };
  },
};

/** Last two steps over the first two. */
function ends(course: readonly number[]): number {
  return mean(course.slice(-2)) / mean(course.slice(0, 2));
}

function sustained(seed: number): { frequency: number[]; amplitude: number[]; force: number } {
  const body = laboratoryArm({ seed, motorUnits: { fatigue: true }, muscle: { unitCount: 300 } });
  const synthesizer = new Synthesizer(body);
  synthesizer.intend([{ movement: effort, strength: 0.5 }]);
  synthesizer.next(synthesizer.sampleRateHz);
  const steps = Array.from({ length: ENDURANCE_S / STEP_S }, () => {
    const { channels, force, sampleRateHz } = record(synthesizer, STEP_S);
    return {
      frequency: medianFrequency(spectrumOf(channels[0], sampleRateHz)),
      amplitude: rms(channels[0]),
      force,
    };
  });
  return {
    frequency: steps.map((step) => step.frequency),
    amplitude: steps.map((step) => step.amplitude),
    force: mean(steps.slice(-2).map((step) => step.force)),
  };
}
