import type { ConformanceRow } from '../conformance-row.js';
import type { Expectation } from '../expectation.js';
import { laboratoryArm } from '../laboratory-arm.js';
import { record } from '../record.js';
import { curve } from '../series.js';
import { bandRms, spectrumOf } from '../../ground/signal/spectrum.js';
import { mean, median, rms } from '../../ground/math/statistics.js';
import { artefactFlags, Synthesizer } from '../../body/synthesis/synthesizer.js';
import type { DisturbanceSpec } from '../../body/synthesis/disturbances/disturbance-fields.js';
import { log10 } from '../../ground/math/real.js';

const set = { noiseUv: 5, mainsUv: 20, ecgUv: 200 };

const asSet = (what: string, value: number): Expectation => ({
  what,
  unit: 'µV',
  digits: 1,
  heldTo: 'limits',
  low: 0.9 * value,
  high: 1.1 * value,
  why: `${value} µV as set, ± 10 %`,
});

export const setDisturbances: ConformanceRow = {
  id: 13,
  part: 'instrument',
  fact: 'noise floor, mains hum and ECG as set',
  conditions:
    'a resting arm of eight channels, each source on its own; noise (20 to 500 Hz, median over channels) and mains (root-mean-square over channels) from ' +
    'the spectrum; the heart’s height as the mean peak within each flagged beat',
  sample: 'one stream of a minute per source',
  expectations: [
    asSet('noise', set.noiseUv),
    asSet('mains', set.mainsUv),
    asSet('R wave of the heart', set.ecgUv),
  ],
  source: 'by-definition',
  axes: { x: 'frequency, Hz', y: 'density, dB re 1 µV²/Hz' },
  measure(quick) {
    const seconds = quick ? 20 : 60;
    const noise = resting({ noiseUv: set.noiseUv }, seconds);
    const mains = resting({ mainsUv: set.mainsUv, mainsModulationPercent: 0 }, seconds);
    const heart = resting({ ecgUv: set.ecgUv }, seconds);
    const beats = beatsOf(heart.truth.flags);
    const { frequency, density } = spectrumOf(noise.channels[0], 2000);
    return {
      found: [
        [1e6 * median(noise.channels.map((c) => bandRms(spectrumOf(c, 2000), 20, 500)))],
        [1e6 * rms(mains.channels.map((c) => bandRms(spectrumOf(c, 2000), 44, 56)))],
        [1e6 * rms(heart.channels.map((channel) => meanPeak(channel, beats)))],
      ],
      series: [
        curve(
          'noise',
          frequency.slice(1, 300),
          Array.from(density.subarray(1, 300), (value) => 10 * log10(value * 1e12)),
        ),
      ],
    };
  },
};

function resting(disturbances: Partial<DisturbanceSpec>, seconds: number) {
  const body = laboratoryArm({
    muscle: { unitCount: 20 },
    electrodes: {
      positions: Array.from({ length: 8 }, (_, c) => ({
        name: `CH${c + 1}`,
        angleDeg: 45 * c - 180,
        axialMm: 0,
      })),
    },
    disturbances: { settlingPercent: 0, ...disturbances },
  });
  return record(new Synthesizer(body), seconds);
}

/** First and last sample of every QRS complex that is whole. */
function beatsOf(flags: Uint32Array): [from: number, to: number][] {
  const beats: [number, number][] = [];
  let from = -1;
  for (let i = 1; i < flags.length; i++) {
    const before = (flags[i - 1] & artefactFlags.ecg) !== 0;
    const now = (flags[i] & artefactFlags.ecg) !== 0;
    if (now && !before) from = i;
    if (before && !now && from >= 0) beats.push([from, i]);
  }
  return beats;
}

function meanPeak(channel: Float32Array, beats: readonly [number, number][]): number {
  return mean(beats.map(([from, to]) => Math.max(...channel.subarray(from, to).map(Math.abs))));
}
