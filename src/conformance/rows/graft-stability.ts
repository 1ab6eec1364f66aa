import type { ConformanceRow } from '../conformance-row.js';
import { peopleOf } from '../people.js';
import { record } from '../record.js';
import { curve } from '../series.js';
import { bandRms, spectrumOf } from '../../ground/signal/spectrum.js';
import { mean } from '../../ground/math/statistics.js';
import { presetByName } from '../../scenario/presets/index.js';
import type { Scenario } from '../../scenario/scenario.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';

const days = [276, 1054] as const;
/** SNR that was exceeded at both. */
const SNR = 15;
/** The graft that is read, of the radial nerve, and the movement that its nerve once made. */
const GRAFT = 4;
const MOVEMENT = 'hand-open';

export const graftStability: ConformanceRow = {
  id: 32,
  part: 'signal and volume conductor',
  fact: 'signals of regenerative peripheral nerve interfaces over the years',
  conditions:
    'preset transhumeral-tmr with every transferred muscle as a graft on its nerve (RPNI), bipolar electrodes of 1 mm within ' +
    'it, 276 and 1054 days after surgery; hand opening at 50 % MVC. SNR is RMS within 100 to 500 Hz in contraction over that at rest',
  sample: 'six people',
  expectations: [
    ...days.map((day) => ({
      what: `SNR at ${day} days less ${SNR}`,
      unit: '1',
      digits: 1,
      heldTo: 'order' as const,
    })),
    {
      what: 'SNR at 1054 over that at 276 days',
      unit: '1',
      digits: 2,
      heldTo: 'limits',
      low: 0.9,
      high: 1.5,
      why: 'no fall; down to 0.9 counts as none (ours)',
    },
  ],
  source: 'vu-2023',
  note: 'How SNR was taken, strength, contacts and graft are ours: the paper is known from its abstract.',
  axes: { x: 'days since surgery', y: 'SNR' },
  measure(quick) {
    const byDay = days.map((day) =>
      grafted(quick ? 1 : 6, day).map((scenario) => snr(scenario, quick ? 4 : 10)),
    );
    const [early, late] = byDay;
    return {
      found: [
        ...byDay.map((people) => people.map((ratio) => ratio - SNR)),
        late.map((ratio, i) => ratio / early[i]),
      ],
      series: [curve('mean over people', days, byDay.map(mean))],
    };
  },
};

/** People whose transferred nerves end in grafts, with electrodes inside one of them. */
function grafted(count: number, daysSinceSurgery: number): Scenario[] {
  const { muscles, electrodes } = presetByName('transhumeral-tmr');
  return peopleOf('transhumeral-tmr', count, {
    surgery: { daysSinceSurgery },
    muscles: muscles.map((muscle) => ({
      ...muscle,
      construct: muscle.construct === 'TMR' ? 'RPNI' : muscle.construct,
    })),
    electrodes: {
      type: 'intramuscular',
      contactDiameterMm: 1,
      interElectrodeMm: 5,
      positions: [electrodes.positions[GRAFT]],
    },
  });
}

function snr(scenario: Scenario, seconds: number): number {
  const synthesizer = new Synthesizer(scenario);
  const level = (): number => {
    synthesizer.next(scenario.sampleRateHz);
    const { channels, sampleRateHz } = record(synthesizer, seconds);
    return bandRms(spectrumOf(channels[0], sampleRateHz), 100, 500);
  };
  synthesizer.intend([]);
  const rest = level();
  synthesizer.intend([{ movement: MOVEMENT, strength: 0.5 }]);
  return level() / rest;
}
