import type { ConformanceRow } from '../conformance-row.js';
import { hand, peopleOf } from '../people.js';
import { record, type Recorded } from '../record.js';
import { curve } from '../series.js';
import { mean, rms } from '../../ground/math/statistics.js';
import { bandRms, meanFrequency, spectrumOf } from '../../ground/signal/spectrum.js';
import type { Scenario } from '../../scenario/scenario.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';
import { log10, pow } from '../../ground/math/real.js';

/** Thickness of the films, mm; the paper's unit is 0.02 mm. */
const films = [0, 0.02, 0.04, 0.08];
const UNIT_MM = 0.02;

export const sweatFilm: ConformanceRow = {
  id: 27,
  part: 'signal and volume conductor',
  fact: 'a film of sweat under the contacts',
  conditions: `preset ${hand}, wrist flexion at 40 % MVC, the same contraction under films of 0 to 0.08 mm; amplitude within 20 to 450 Hz over all channels`,
  sample: 'four people',
  expectations: [
    {
      what: 'change of the amplitude per 0.02 mm',
      unit: '%',
      digits: 1,
      heldTo: 'limits',
      low: -3,
      high: -2,
      why: 'as published',
    },
    {
      what: 'change of the mean frequency over 0.08 mm',
      unit: '%',
      digits: 1,
      heldTo: 'limits',
      low: -1,
      high: 1,
      why: 'published as unchanged; within 1 % (ours)',
    },
  ],
  source: 'abdoli-eramaki-2012',
  note: 'By construction: the film takes 2.5 % per 0.02 mm. What is tested is that noise and hum added behind it hide nothing.',
  axes: { x: 'film, mm', y: 'amplitude, % of dry' },
  measure(quick) {
    const people = peopleOf(hand, quick ? 1 : 4).map((scenario) =>
      films.map((sweatFilmMm) => contracted(scenario, sweatFilmMm, quick ? 2 : 8)),
    );
    const levels = people.map((byFilm) => byFilm.map(level));
    const thickest = films.length - 1;
    return {
      found: [
        levels.map((row) => 100 * (pow(10, (log10(row[thickest] / row[0]) * UNIT_MM) / films[thickest]) - 1)),
        people.map((byFilm) => 100 * (frequency(byFilm[thickest]) / frequency(byFilm[0]) - 1)),
      ],
      series: [
        curve(
          'amplitude',
          films,
          films.map((_, i) => mean(levels.map((row) => (100 * row[i]) / row[0]))),
        ),
      ],
    };
  },
};

function contracted(scenario: Scenario, sweatFilmMm: number, seconds: number): Recorded {
  const disturbances = { ...scenario.disturbances, sweatFilmMm };
  const synthesizer = new Synthesizer({ ...scenario, disturbances });
  synthesizer.intend([{ movement: 'wrist-flexion', strength: 0.4 }]);
  synthesizer.next(2 * scenario.sampleRateHz);
  return record(synthesizer, seconds);
}

function level({ channels, sampleRateHz }: Recorded): number {
  return rms(channels.map((channel) => bandRms(spectrumOf(channel, sampleRateHz), 20, 450)));
}

function frequency({ channels, sampleRateHz }: Recorded): number {
  return mean(channels.map((channel) => meanFrequency(spectrumOf(channel, sampleRateHz), 20, 450)));
}
