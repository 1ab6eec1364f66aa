import { butterworthSections } from './butterworth.js';
import { combSections } from './comb.js';
import { checkFilterSpec, type FilterSpec } from './filter-spec.js';
import { groupDelayOf, magnitudeOf, type Section } from './frequency-response.js';
import { notchSections } from './notch.js';

export type { FilterSpec } from './filter-spec.js';
export type { Section } from './frequency-response.js';

/** A designed filter: what to run and what it does to each frequency. */
export interface FilterDesign {
  /** Second-order sections [b0, b1, b2, a0 = 1, a1, a2], to be run in this order. */
  readonly sections: Section[];
  /** |H| at a frequency in Hz, 1 = unchanged. */
  magnitude(hz: number): number;
  /** Group delay at a frequency in Hz, in samples. */
  groupDelaySamples(hz: number): number;
}

/**
 * Design a causal filter. Coefficients come from fili's Butterworth low- and high-pass, band-stop and
 * pole-zero forms, which agree with SciPy to 1e-12. A band-pass is a high-pass and a low-pass in cascade,
 * because fili's own `bandpass` is not Butterworth (−37 dB where −3 dB is due at 450 Hz of 1 kHz).
 *
 * @param spec kind, order (poles), cut-off(s) in Hz, Q
 * @param sampleRateHz samples per second
 * @throws ConfigError for an unknown kind, a cut-off outside (0, Nyquist), an order or Q that cannot be built
 * @example designFilter({ kind: 'highpass', order: 4, cutoffHz: 20 }, 1000).magnitude(20) // 0.7071…
 */
export function designFilter(spec: FilterSpec, sampleRateHz: number): FilterDesign {
  checkFilterSpec(spec, sampleRateHz);
  const sections = sectionsOf(spec, sampleRateHz);
  return {
    sections,
    magnitude: (hz) => magnitudeOf(sections, hz, sampleRateHz),
    groupDelaySamples: (hz) => groupDelayOf(sections, hz, sampleRateHz),
  };
}

function sectionsOf(spec: FilterSpec, sampleRateHz: number): Section[] {
  switch (spec.kind) {
    case 'highpass':
    case 'lowpass':
      return butterworthSections(spec.kind, spec.order, spec.cutoffHz, sampleRateHz);
    case 'bandpass':
      return [
        ...butterworthSections('highpass', spec.order, spec.cutoffHz[0], sampleRateHz),
        ...butterworthSections('lowpass', spec.order, spec.cutoffHz[1], sampleRateHz),
      ];
    case 'notch':
      return notchSections(spec.cutoffHz, spec.q, spec.harmonics ?? 1, sampleRateHz);
    case 'comb':
      return combSections(spec.cutoffHz, spec.q, sampleRateHz);
  }
}
