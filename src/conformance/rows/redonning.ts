import { within, type ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { curve, seeds } from '../series.js';
import { mean } from '../statistics.js';
import { presetByName } from '../../scenario/presets/index.js';

const movements = ['rest', 'hand-close', 'hand-open', 'wrist-flexion', 'wrist-extension'];
/** About one pod of the band, which are 31 mm apart. */
const shifts = [-30, -20, 20, 30];

export const redonning: ConformanceRow = {
  id: 16,
  fact: 'armband put on again with an unknown shift, 5 classes',
  expected: 'about 48 %',
  tolerance: '± 15 points',
  source: 'Armband recordings over several donnings (physiology notes, section 6)',
  note:
    'Preset transradial-armband, trained once, tested on another occasion with the band turned by 20 or 30 mm either ' +
    'way and moved along by 10 mm. The size of the shift is an assumption and decides the number.',
  axes: { x: 'shift around the limb, mm', y: 'accuracy, %' },
  measure(quick) {
    const people = seeds(quick ? 2 : 8);
    const used = quick ? [-30, 20] : shifts;
    const rows = people.map((seed) => {
      const scenario = presetByName('transradial-armband', { seed, calibration: { movements } });
      const { decoder } = trained(scenario, promptedRecordings(scenario));
      return used.map((shiftAroundMm, i) => {
        const electrodes = { ...scenario.electrodes, shiftAroundMm, shiftAlongMm: i % 2 === 0 ? -10 : 10 };
        const moved = { ...scenario, electrodes };
        return 100 * accuracyOn(decoder, moved, testRecordings(moved, { repetitions: 1, holdMs: 2000 }));
      });
    });
    const accuracy = used.map((_, i) => mean(rows.map((row) => row[i])));
    return {
      simulated: `${mean(accuracy).toFixed(0)} %`,
      values: { accuracy, shifts: used },
      pass: within(mean(accuracy), 33, 63),
      series: [curve('accuracy', used, accuracy)],
    };
  },
};
