import { Fourier } from '../../../../../src/ground/signal/fft.js';
import { defaultsOf } from '../../../../../src/ground/signal/parse-fields.js';
import type { Attachment } from '../../../../../src/body/synthesis/disturbances/attachment.js';
import type { Quantum } from '../../../../../src/body/synthesis/disturbances/disturbance.js';
import { DisturbanceChain } from '../../../../../src/body/synthesis/disturbances/disturbance-chain.js';
import {
  disturbanceFields,
  type DisturbanceSpec,
} from '../../../../../src/body/synthesis/disturbances/disturbance-fields.js';

/** Every source off; noise that is turned up is white, steady and alike in all channels; a fine converter, no settling. */
export const quiet: DisturbanceSpec = {
  ...defaultsOf(disturbanceFields),
  noiseUv: 0,
  noiseSpreadDb: 0,
  noiseSlopeDbPerOctave: 0,
  noiseCommonPercent: 0,
  noiseKurtosis: 3,
  contactKohm: 0,
  referenceKohm: 0,
  rejectionDb: 200,
  mainsUv: 0,
  settlingPercent: 0,
  resolutionBits: 24,
};

/** Electrodes that pass everything on, their channels in order around the limb. */
export const plainAttachment = (channels: number, donning = 1): Attachment => ({
  impedance: 1,
  motion: 1,
  impact: 1,
  friction: 1,
  donning,
  next: Int32Array.from({ length: channels }, (_, c) => (c + 1) % channels),
  travel: 0.005,
});

/** What the chain makes of silence (or of `clean`), row by row. */
export function disturbed(
  spec: Partial<DisturbanceSpec>,
  {
    seconds = 10,
    channels = 4,
    sampleRateHz = 2000,
    seed = 1,
    attachment = plainAttachment(channels),
    clean = () => 0,
  }: {
    seconds?: number;
    channels?: number;
    sampleRateHz?: number;
    seed?: number;
    attachment?: Attachment;
    clean?: (channel: number, index: number) => number;
  } = {},
): { rows: Float32Array[]; flags: Uint32Array } {
  const samples = Math.round(sampleRateHz / 100);
  const quanta = Math.round((seconds * sampleRateHz) / samples);
  const chain = new DisturbanceChain({ seed, channels, sampleRateHz, quantum: samples });
  const rows = Array.from({ length: channels }, () => new Float32Array(quanta * samples));
  const flags = new Uint32Array(quanta * samples);
  const quantum: Quantum = {
    index: 0,
    sampleRateHz,
    impedance: 1,
    attachment,
    samples,
    channels,
    data: new Float32Array(channels * samples),
    flags: new Uint32Array(samples),
  };
  for (let q = 0; q < quanta; q++) {
    quantum.index = q * samples;
    quantum.flags.fill(0);
    for (let c = 0; c < channels; c++)
      for (let i = 0; i < samples; i++) quantum.data[c * samples + i] = clean(c, quantum.index + i);
    chain.apply(quantum, { ...quiet, ...spec });
    chain.deliver(quantum, { ...quiet, ...spec });
    for (let c = 0; c < channels; c++)
      rows[c].set(quantum.data.subarray(c * samples, (c + 1) * samples), quantum.index);
    flags.set(quantum.flags, quantum.index);
  }
  return { rows, flags };
}

export function rms(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return Math.sqrt(sum / x.length);
}

/** Mean of squares over rows, then the root. */
export function rmsOfRows(rows: readonly ArrayLike<number>[]): number {
  return Math.sqrt(rows.reduce((sum, row) => sum + rms(row) ** 2, 0) / rows.length);
}

/** RMS within a band, from the averaged periodogram of Hann windows half over one another. */
export function bandRms(x: ArrayLike<number>, sampleRateHz: number, lowHz: number, highHz: number): number {
  const size = 4096;
  const fourier = new Fourier(size);
  const power = new Float64Array(size / 2 + 1);
  const piece = new Float64Array(size);
  let sum = 0;
  let pieces = 0;
  for (let start = 0; start + size <= x.length; start += size / 2, pieces++) {
    for (let i = 0; i < size; i++)
      piece[i] = x[start + i] * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size));
    fourier.power(piece, power);
    for (let k = 1; k < size / 2; k++) {
      const hz = (k * sampleRateHz) / size;
      if (hz >= lowHz && hz < highHz) sum += power[k];
    }
  }
  // Hann window: mean square 3/8; two sides of the spectrum.
  return Math.sqrt((2 * sum) / pieces / (size * size * 0.375));
}
