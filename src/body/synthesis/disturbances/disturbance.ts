import { RandomStream } from '../../../ground/signal/random.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import type { Attachment } from './attachment.js';

/** One quantum of the multichannel signal, changed in place by one disturbance after another. */
export interface Quantum {
  /** Absolute index of its first sample. */
  index: number;
  /** Samples per second by a true clock, which the device's own may miss. */
  sampleRateHz: number;
  /** Contact impedance now, relative to that of a healed limb at donning. */
  impedance: number;
  /** How the electrodes sit. */
  attachment: Attachment;
  readonly samples: number;
  readonly channels: number;
  /** Channel-major samples in volts. */
  readonly data: Float32Array;
  /** Artefact bits of each sample. */
  readonly flags: Uint32Array;
}

/** What a disturbance is told once, when the stream starts. */
export interface DisturbanceSite {
  readonly seed: number;
  readonly channels: number;
  /** Nominal samples per second. */
  readonly sampleRateHz: number;
  /** Samples per quantum. */
  readonly quantum: number;
}

/**
 * One source of disturbance. It advances by whole quanta and only while its dial is above zero, draws from
 * streams of its own, and reads its dials anew in each quantum, so that turning it never touches another.
 */
export interface Disturbance {
  apply(quantum: Quantum, spec: DisturbanceSpec): void;
}

/**
 * Fixed pickup of each channel for a source that reaches all of them: within 1 ± spread before it is scaled
 * to a root-mean-square of 1 over the channels.
 */
export function channelGains(seed: number, name: string, channels: number, spread: number): Float64Array {
  const random = new RandomStream(seed, name);
  const gains = Float64Array.from({ length: channels }, () => 1 + spread * (2 * random.uniform() - 1));
  const rms = Math.sqrt(gains.reduce((sum, gain) => sum + gain * gain, 0) / channels);
  return gains.map((gain) => gain / rms);
}

/** Add one waveform to every channel, each with its gain. */
export function addToChannels(
  quantum: Quantum,
  wave: Float64Array,
  gains: Float64Array,
  scale: number,
): void {
  const { samples, channels, data } = quantum;
  for (let c = 0, at = 0; c < channels; c++) {
    const gain = scale * gains[c];
    for (let i = 0; i < samples; i++, at++) data[at] += gain * wave[i];
  }
}

/** Set a bit on every sample of a quantum. */
export function flagAll(quantum: Quantum, bit: number): void {
  for (let i = 0; i < quantum.samples; i++) quantum.flags[i] |= bit;
}
