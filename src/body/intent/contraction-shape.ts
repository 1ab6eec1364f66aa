import type { IntentSpec } from './intent-fields.js';
import { cos } from '../../ground/math/real.js';

/** Course of one contraction: its length in samples, and its relative strength and phase at each. */
export interface ContractionShape {
  readonly length: number;
  /** Relative strength, 0 … 1; 0 outside the contraction. */
  level(sample: number): number;
  phase(sample: number): 'rest' | 'ramp' | 'hold';
  /** First sample of the hold and first after it. */
  readonly hold: readonly [number, number];
}

/** Rise, hold and fall; lengths in samples. */
export function trapezoid(rise: number, hold: number, fall: number): ContractionShape {
  const length = rise + hold + fall;
  return {
    length,
    hold: [rise, rise + hold],
    level(t) {
      if (t < 0 || t >= length) return 0;
      if (t < rise) return t / rise;
      return t < rise + hold ? 1 : (length - t) / fall;
    },
    phase(t) {
      if (t < 0 || t >= length) return 'rest';
      return t < rise || t >= rise + hold ? 'ramp' : 'hold';
    },
  };
}

/** A sine from 0 to 1 and back, faded in and out over the ramp. */
export function sinusoid(length: number, ramp: number, samplesPerCycle: number): ContractionShape {
  const edge = Math.min(ramp, Math.floor(length / 2));
  const faded = trapezoid(edge, length - 2 * edge, edge);
  return {
    length,
    hold: faded.hold,
    level: (t) => (faded.level(t) * (1 - cos((2 * Math.PI * t) / samplesPerCycle))) / 2,
    phase: (t) => faded.phase(t),
  };
}

/** The shape of the prompts of a script, or, with a slowest rise, of how someone follows them who cannot rise faster. */
export function shapeOf(spec: IntentSpec, sampleRateHz: number, riseAtLeast = 0): ContractionShape {
  const samples = (ms: number): number => Math.round((ms * sampleRateHz) / 1000);
  const ramp = samples(spec.rampMs);
  const hold = samples(spec.holdMs);
  if (spec.style === 'ramp') return trapezoid(Math.max(1, hold), 0, ramp);
  if (spec.style === 'sinusoid')
    return sinusoid(Math.max(2, hold + 2 * ramp), ramp, sampleRateHz / spec.sinusoidHz);
  return heldShape(ramp, hold, riseAtLeast);
}

/** Rise, hold and fall of someone who needs some samples to rise: what they take longer is missing from the hold. */
export function heldShape(ramp: number, hold: number, riseAtLeast: number): ContractionShape {
  const rise = Math.min(Math.max(ramp, riseAtLeast), ramp + hold);
  return trapezoid(rise, ramp + hold - rise, ramp);
}
