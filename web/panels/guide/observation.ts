import type { LiveWindow } from '../../data/live-windows.js';

/** A stretch in which one movement was intended, and nothing had changed for a while before. */
export interface Stretch {
  readonly movement: string;
  /** Samples after the observation's first. */
  readonly from: number;
  readonly until: number;
}

/** The newest seconds of a stream with what was intended and decided in them: all that the guide judges by. */
export interface Observation {
  readonly sampleRateHz: number;
  readonly channels: readonly string[];
  /** As it comes, volts; lost samples are NaN. */
  readonly raw: readonly Float32Array[];
  /** As it is decoded, volts. */
  readonly filtered: readonly Float32Array[];
  readonly stretches: readonly Stretch[];
  /** Most that any muscle is driven while rest is intended, part of its maximum; undefined where nobody knows. */
  readonly restExcitation?: number | undefined;
  readonly windows: readonly Pick<LiveWindow, 'label' | 'decided' | 'steady'>[];
  /** Held-out accuracy of the calibration; undefined where there is none. */
  readonly calibratedAccuracy?: number;
  /** Amplitude of each movement over that of rest, as calibrated. */
  readonly calibratedOverRest: Readonly<Record<string, number>>;
  /** From muscle to command, ms; undefined before it was measured. */
  readonly delayMs?: number;
}
