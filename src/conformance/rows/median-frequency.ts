import type { ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds } from '../record.js';
import { curve, seeds } from '../series.js';
import { medianFrequency, spectrumOf } from '../../ground/signal/spectrum.js';
import { mean } from '../../ground/math/statistics.js';

export const initialMedianFrequency: ConformanceRow = {
  id: 7,
  part: 'signal and volume conductor',
  fact: 'initial median frequency of the biceps',
  conditions:
    'laboratory biceps under 3 mm of fat, bipolar pair of 20 mm, 50 % MVC (the paper’s force was not read)',
  sample: 'ten people',
  expectations: [
    { what: 'median frequency', unit: 'Hz', heldTo: 'standard error', mean: 90, sd: 18, n: 31 },
    { what: 'between people', unit: 'Hz', heldTo: 'half to double', sd: 18, n: 31 },
  ],
  source: 'krivickas-1998',
  note:
    'The laboratory arm has one geometry: its people differ in their motor units only, so that less spread is expected here ' +
    'than in a population. Spectra of the presets stand in the rows of statistics.',
  axes: { x: 'frequency, Hz', y: 'power, % of peak' },
  measure(quick) {
    const seconds = quick ? 4 : 10;
    const arms = seeds(quick ? 3 : 10).map(
      (seed) => holds(laboratoryArm({ seed }), [0.5], seconds)[0].channels[0],
    );
    const frequencies = arms.map((channel) => medianFrequency(spectrumOf(channel, 2000)));
    return { found: [frequencies, frequencies], series: [meanSpectrum('biceps', arms)] };
  },
};

function meanSpectrum(name: string, channels: readonly Float32Array[]) {
  const spectra = channels.map((channel) => spectrumOf(channel, 2000, 512));
  const shown = spectra[0].frequency.filter((hz) => hz <= 400);
  const power = shown.map((_, bin) =>
    mean(spectra.map(({ density }) => density[bin] / Math.max(...density))),
  );
  return curve(
    name,
    shown,
    power.map((value) => (100 * value) / Math.max(...power)),
  );
}
