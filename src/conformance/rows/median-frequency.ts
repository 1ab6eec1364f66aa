import { within, type ConformanceRow } from '../conformance-row.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { holds, record } from '../record.js';
import { curve, listed, seeds } from '../series.js';
import { medianFrequency, spectrumOf } from '../../ground/signal/spectrum.js';
import { mean } from '../../ground/math/statistics.js';
import { presetByName } from '../../scenario/presets/index.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';

export const initialMedianFrequency: ConformanceRow = {
  id: 7,
  fact: 'initial median frequency at 50 % MVC, bipolar surface electrodes 20 mm apart',
  expected: 'arm 75 to 125 Hz (biceps 90 ± 18, deltoid 87 ± 15); thigh of an amputee 41 to 72 Hz',
  tolerance: 'means within those limits',
  source: ['krivickas-1998', 'thigh-recordings'],
  note:
    'Arm: laboratory biceps under 3 mm of fat, several people. Thigh: preset transfemoral-surface, knee extension at ' +
    '50 % MVC, channels over rectus femoris and both vasti, noise and mains as the preset has them.',
  axes: { x: 'frequency, Hz', y: 'power, % of peak' },
  measure(quick) {
    const seconds = quick ? 4 : 10;
    const arms = seeds(quick ? 3 : 10).map(
      (seed) => holds(laboratoryArm({ seed }), [0.5], seconds)[0].channels[0],
    );
    const thighs = seeds(quick ? 2 : 5).flatMap((seed) => thigh(seed, seconds));
    const arm = arms.map((channel) => medianFrequency(spectrumOf(channel, 2000)));
    const leg = thighs.map((channel) => medianFrequency(spectrumOf(channel, 2000)));
    return {
      simulated: `arm ${mean(arm).toFixed(0)} Hz (${listed([Math.min(...arm), Math.max(...arm)])}), thigh ${mean(leg).toFixed(0)} Hz (${listed([Math.min(...leg), Math.max(...leg)])})`,
      values: { arm, thigh: leg },
      pass: within(mean(arm), 75, 125) && within(mean(leg), 41, 72),
      series: [meanSpectrum('arm', arms), meanSpectrum('thigh', thighs)],
    };
  },
};

function thigh(seed: number, seconds: number): Float32Array[] {
  const synthesizer = new Synthesizer(presetByName('transfemoral-surface', { seed }));
  synthesizer.intend([{ movement: 'knee-extension', strength: 0.5 }]);
  synthesizer.next(synthesizer.sampleRateHz);
  return record(synthesizer, seconds).channels.slice(0, 3);
}

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
