import { cos, sin } from '../../ground/math/real.js';
import type { SampleBlock } from '../../ground/signal/sample-block.js';
import { UV } from '../../ground/signal/units.js';

/** Nominal frequencies of mains. */
const MAINS_HZ = [50, 60] as const;
/** Multiples that are looked at, the first included. */
const HARMONICS = 5;
/** Hz beside a line at which there is none: whole numbers, at which a line seen for a second leaks least. */
const BESIDE_HZ = [-7, -4, 4, 7] as const;
/** A line stands out where it has this many times the power beside it; noise alone has 8 times in 1 of 3000. */
const STANDS_OUT = 8;
/** Hum is told of where it is at least this share of the other noise of rest: it then adds a tenth to it, or more. */
const WORTH_A_WORD = 0.5;

/** Hum that the filters let through, in the unit of the signal. */
export interface Hum {
  readonly hz: number;
  readonly channel: number;
  readonly rms: number;
  /** Noise of rest without it. */
  readonly noise: number;
  readonly harmonics: readonly number[];
}

/**
 * What of mains hum the filters let through at rest, as a sentence; none where it is small beside the noise.
 * @param rest filtered recordings of rest; what is shorter than a second is not looked at
 */
export function humWarning(rest: readonly SampleBlock[], channelNames: readonly string[]): string[] {
  let worst: Hum | undefined;
  for (const hz of MAINS_HZ)
    for (let c = 0; c < channelNames.length; c++) {
      const hum = humOf(rest, c, hz);
      if (hum && hum.rms > WORTH_A_WORD * hum.noise && hum.rms > (worst?.rms ?? 0)) worst = hum;
    }
  if (!worst) return [];
  const { hz, channel, rms, noise, harmonics } = worst;
  const lines = harmonics.map((k) => `${k * hz}`).join(', ');
  return [
    `${hz} Hz hum of ${(rms / UV).toFixed(1)} µV (at ${lines} Hz) remains on channel ${channelNames[channel]} at rest, ` +
      `beside ${(noise / UV).toFixed(1)} µV of other noise; a notch with harmonics takes it away: ` +
      `{"kind":"notch","cutoffHz":${hz},"harmonics":${Math.max(...harmonics)}} among decoder.filters`,
  ];
}

/**
 * Hum of one frequency on a channel; undefined where no line stands out.
 * @param rest what is shorter than a second is not looked at
 */
export function humOf(rest: readonly SampleBlock[], channel: number, hz: number): Hum | undefined {
  const lines = new Float64Array(HARMONICS);
  const beside = new Float64Array(HARMONICS);
  let variance = 0;
  let seconds = 0;
  for (const { data, length, sampleRateHz } of rest) {
    const second = Math.round(sampleRateHz);
    // A sharp notch takes most of a second to settle; a stream that runs has that behind it.
    for (let from = length >= 2 * second ? second : 0; from + second <= length; from += second, seconds++) {
      const x = data.subarray(channel * length + from, channel * length + from + second);
      variance += varianceOf(x);
      for (let k = 0; k < HARMONICS; k++) {
        const line = (k + 1) * hz;
        if (line + 7 >= sampleRateHz / 2) continue;
        lines[k] += power(x, line / sampleRateHz);
        for (const offset of BESIDE_HZ)
          beside[k] += power(x, (line + offset) / sampleRateHz) / BESIDE_HZ.length;
      }
    }
  }
  const harmonics = [...lines.keys()].filter((k) => lines[k] > STANDS_OUT * beside[k] && beside[k] > 0);
  if (harmonics.length === 0) return undefined;
  const hum = harmonics.reduce((sum, k) => sum + lines[k] - beside[k], 0) / seconds;
  return {
    hz,
    channel,
    rms: Math.sqrt(hum),
    noise: Math.sqrt(Math.max(0, variance / seconds - hum)),
    harmonics: harmonics.map((k) => k + 1),
  };
}

/** Mean square of the sine of a frequency (cycles per sample) within x. */
function power(x: Float32Array, frequency: number): number {
  const turn = 2 * Math.PI * frequency;
  const [c, s] = [cos(turn), sin(turn)];
  let [re, im] = [1, 0];
  let [a, b] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    a += x[i] * re;
    b += x[i] * im;
    [re, im] = [re * c - im * s, re * s + im * c];
  }
  return (2 * (a * a + b * b)) / (x.length * x.length);
}

function varianceOf(x: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i];
  const mean = sum / x.length;
  let squares = 0;
  for (let i = 0; i < x.length; i++) squares += (x[i] - mean) * (x[i] - mean);
  return squares / x.length;
}
