import { within, type ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { curve, listed, seeds } from '../series.js';
import { mean } from '../../ground/math/statistics.js';
import { presetByName } from '../../scenario/presets/index.js';

const movements = ['rest', 'hand-close', 'hand-open', 'wrist-flexion', 'wrist-extension'];

export const shortTraining: ConformanceRow = {
  id: 17,
  fact: 'one second of training per class, 5 classes',
  expected: '74 to 86 %',
  tolerance: 'mean within those limits',
  source: 'armband-recordings',
  note:
    'Preset transradial-armband, one prompt of 1 s per class, tested on three repetitions of another occasion, people ' +
    'averaged. Single people lie far apart, as the one prompt may be like the others or not.',
  axes: { x: 'person', y: 'accuracy, %' },
  measure(quick) {
    const people = seeds(quick ? 6 : 16);
    const accuracy = people.map((seed) => {
      const scenario = presetByName('transradial-armband', { seed, calibration: { movements } });
      const { decoder } = trained(scenario, promptedRecordings(scenario, { repetitions: 1, holdMs: 1000 }));
      return 100 * accuracyOn(decoder, testRecordings(scenario, { holdMs: 2000 }));
    });
    return {
      simulated: `${mean(accuracy).toFixed(0)} % (${listed([Math.min(...accuracy)])} to ${listed([Math.max(...accuracy)])})`,
      values: { accuracy },
      pass: within(mean(accuracy), 74, 86),
      series: [{ ...curve('accuracy', people, accuracy), scattered: true }],
    };
  },
};
