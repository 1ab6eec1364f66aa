import type { TemplateBank } from './template-bank.js';
import { square } from '../../ground/math/real.js';

/** Share of a channel's RMS that may go with dropped pairs, and with samples after the end. */
export const pruneLimit = 0.01;
export const tailLimit = 0.005;

/**
 * Keep what matters of the potentials of all (unit, channel) pairs.
 *
 * With all units discharging alike and independently the power of a channel is the sum of its pairs' energies. Per
 * channel the weakest pairs are dropped as long as their share of the RMS stays within {@link pruneLimit}, and all
 * templates end where the share of the RMS behind stays within {@link tailLimit}; both shares are measured.
 *
 * @param dense `[(unit·channels + channel)·length + sample]`, volts
 */
export function packTemplates(
  dense: Float32Array,
  layout: Pick<TemplateBank, 'sampleRateHz' | 'channels' | 'length' | 'muscleStart'>,
): TemplateBank {
  const { channels, muscleStart } = layout;
  const units = muscleStart[muscleStart.length - 1];
  const full = layout.length;
  const energy = energies(dense, full);
  const totals = new Float64Array(channels);
  for (let pair = 0; pair < energy.length; pair++) totals[pair % channels] += energy[pair];

  const { length, tailBound } = trimmed(dense, full, totals);
  const { keep, prunedBound } = pruned(energy, totals);
  const unitStart = new Int32Array(units + 1);
  for (let pair = 0; pair < keep.length; pair++) unitStart[Math.floor(pair / channels) + 1] += keep[pair];
  for (let unit = 0; unit < units; unit++) unitStart[unit + 1] += unitStart[unit];
  const pairChannel = new Int32Array(unitStart[units]);
  const data = new Float32Array(pairChannel.length * length);
  let to = 0;
  for (let pair = 0; pair < keep.length; pair++) {
    if (!keep[pair]) continue;
    pairChannel[to] = pair % channels;
    data.set(dense.subarray(pair * full, pair * full + length), to * length);
    to++;
  }
  const { sampleRateHz } = layout;
  return {
    sampleRateHz,
    channels,
    units,
    length,
    lead: 0,
    muscleStart,
    unitStart,
    pairChannel,
    data,
    prunedBound,
    tailBound,
  };
}

function energies(dense: Float32Array, length: number): Float64Array {
  const out = new Float64Array(dense.length / length);
  for (let pair = 0; pair < out.length; pair++) {
    let sum = 0;
    for (let i = pair * length; i < (pair + 1) * length; i++) sum += dense[i] * dense[i];
    out[pair] = sum;
  }
  return out;
}

/** Shortest multiple of 4 samples that keeps the tail of every channel within the limit. */
function trimmed(
  dense: Float32Array,
  full: number,
  totals: Float64Array,
): { length: number; tailBound: number } {
  const channels = totals.length;
  const tail = new Float64Array(channels);
  let tailBound = 0;
  for (let length = full - 4; length >= 4; length -= 4) {
    for (let from = length; from < dense.length; from += full) {
      const channel = Math.floor(from / full) % channels;
      for (let i = from; i < from + 4; i++) tail[channel] += dense[i] * dense[i];
    }
    const share = largestShare(tail, totals);
    if (share > tailLimit) return { length: length + 4, tailBound };
    tailBound = share;
  }
  return { length: 4, tailBound };
}

/** Which pairs to keep, 1 or 0 each. */
function pruned(energy: Float64Array, totals: Float64Array): { keep: Uint8Array; prunedBound: number } {
  const channels = totals.length;
  const keep = new Uint8Array(energy.length).fill(1);
  const dropped = new Float64Array(channels);
  for (let channel = 0; channel < channels; channel++) {
    const pairs = Array.from({ length: energy.length / channels }, (_, unit) => unit * channels + channel);
    pairs.sort((a, b) => energy[a] - energy[b] || a - b);
    for (const pair of pairs) {
      if (dropped[channel] + energy[pair] > square(pruneLimit) * totals[channel]) break;
      dropped[channel] += energy[pair];
      keep[pair] = 0;
    }
  }
  return { keep, prunedBound: largestShare(dropped, totals) };
}

function largestShare(part: Float64Array, whole: Float64Array): number {
  let largest = 0;
  for (let c = 0; c < whole.length; c++)
    if (whole[c] > 0) largest = Math.max(largest, Math.sqrt(part[c] / whole[c]));
  return largest;
}
