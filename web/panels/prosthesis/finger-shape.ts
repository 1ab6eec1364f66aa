import type { FingerName } from '../../../src/decoder/prosthesis/grip.js';
import type { Frame, Vec } from './space.js';

/** A finger: a frame at each joint, lengths and thicknesses of its bones, and where it ends. */
export interface FingerShape {
  readonly finger: FingerName;
  readonly bones: readonly { readonly frame: Frame; readonly length: number; readonly radius: number }[];
  readonly tip: Vec;
  readonly tipRadius: number;
}
