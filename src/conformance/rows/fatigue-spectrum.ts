import type { ConformanceRow } from '../conformance-row.js';
import { effort, laboratoryArm } from '../laboratory-arm.js';
import { record } from '../record.js';
import { curve, seeds } from '../series.js';
import { meanFrequency, spectrumOf } from '../../ground/signal/spectrum.js';
import { mean, rms } from '../../ground/math/statistics.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';

/** A sustained contraction of 50 % MVC is given up after about a minute. */
const ENDURANCE_S = 60;
const STEP_S = 4;

export const fatigueSpectrum: ConformanceRow = {
  id: 9,
  part: 'signal and volume conductor',
  fact: 'a contraction of 50 % MVC held until it fails: mean frequency and amplitude',
  conditions:
    'laboratory biceps of 300 units, bipolar pair of 20 mm, a minute at 50 % MVC, first against last 8 s; templates follow ' +
    'the tiring units',
  sample: 'eight people',
  expectations: [
    { what: 'mean frequency at the start', unit: 'Hz', heldTo: 'standard error', mean: 115, sd: 20, n: 8 },
    { what: 'mean frequency at the end', unit: 'Hz', heldTo: 'standard error', mean: 60, sd: 18, n: 8 },
    {
      what: 'rise of amplitude, of its start',
      unit: '%',
      heldTo: 'limits',
      low: 40,
      high: 80,
      why: 'about 30 % of the maximum, so 60 % of the start at 50 % MVC; ± a third (ours)',
    },
    {
      what: 'force held',
      unit: '% MVC',
      heldTo: 'limits',
      low: 47,
      high: 53,
      why: '50 % asked for, ± 3 points',
    },
  ],
  source: ['naeije-1982', 'lind-1979'],
  note: 'The size of the velocity’s fall and the loss of the action potential’s height were set with this row in view.',
  axes: { x: 'time, s', y: '% of the first seconds' },
  measure(quick) {
    const people = seeds(quick ? 2 : 8).map(sustained);
    const courseOf = (of: 'frequency' | 'amplitude'): number[] =>
      people[0][of].map((_, i) => 100 * mean(people.map((person) => person[of][i] / person[of][0])));
    const time = people[0].frequency.map((_, i) => (i + 0.5) * STEP_S);
    return {
      found: [
        people.map(({ frequency }) => mean(frequency.slice(0, 2))),
        people.map(({ frequency }) => mean(frequency.slice(-2))),
        people.map(({ amplitude }) => 100 * (mean(amplitude.slice(-2)) / mean(amplitude.slice(0, 2)) - 1)),
        people.map(({ force }) => 100 * force),
      ],
      series: [
        curve('mean frequency', time, courseOf('frequency')),
        curve('RMS', time, courseOf('amplitude')),
      ],
    };
  },
};

function sustained(seed: number): { frequency: number[]; amplitude: number[]; force: number } {
  const body = laboratoryArm({ seed, motorUnits: { fatigue: true }, muscle: { unitCount: 300 } });
  const synthesizer = new Synthesizer(body);
  synthesizer.intend([{ movement: effort, strength: 0.5 }]);
  synthesizer.next(synthesizer.sampleRateHz);
  const steps = Array.from({ length: ENDURANCE_S / STEP_S }, () => {
    const { channels, force, sampleRateHz } = record(synthesizer, STEP_S);
    return {
      frequency: meanFrequency(spectrumOf(channels[0], sampleRateHz)),
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
