import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';
import { SIGN_WORD, signed } from './sign-words.js';
import { TimeSums } from './time-sums.js';

/**
 * Zero crossings and slope sign changes (Hudgins et al. 1993), without a branch on the signal.
 *
 * A crossing is a sample whose sign differs from that of the last non-zero sample, and that differs from the
 * sample before it by at least the ZC threshold. A turn is a difference whose sign differs from that of the last
 * non-zero difference, one of the two being at least the SSC threshold.
 */
export class SignCounts extends Analysis {
  crossings = 0;
  turns = 0;
  private readonly sums: TimeSums;
  private readonly xWords: Int32Array;
  private readonly dWords: Int32Array;
  /** |d| minus the threshold: negative where d is too small to count. */
  private readonly zcMargin = signed(this.length);
  private readonly sscMargin: ReturnType<typeof signed>;
  private readonly zcThreshold: Float64Array;
  private readonly sscThreshold: Float64Array;

  constructor(context: FeatureContext) {
    super(context);
    const { zc, ssc } = context.options;
    this.sums = context.share(TimeSums);
    this.xWords = new Int32Array(this.view.x.buffer);
    this.dWords = new Int32Array(this.sums.differences.buffer);
    this.zcThreshold = zc;
    this.sscThreshold = ssc;
    // Where both thresholds are the same, so are their margins.
    this.sscMargin = zc.every((value, c) => value === ssc[c]) ? this.zcMargin : signed(this.length);
  }

  protected compute(): void {
    const { differences } = this.sums.fresh();
    const { channel } = this.view;
    subtract(differences, this.zcThreshold[channel], this.zcMargin.values);
    if (this.sscMargin !== this.zcMargin)
      subtract(differences, this.sscThreshold[channel], this.sscMargin.values);
    this.count();
  }

  private count(): void {
    const { xWords, dWords } = this;
    const zc = this.zcMargin.words;
    const ssc = this.sscMargin.words;
    let crossings = 0;
    let turns = 0;
    // Words of the last sample and difference that were not 0 (a word without its sign bit is 0 for 0 only).
    let sign = xWords[SIGN_WORD];
    let signKnown = sign << 1 === 0 ? 0 : 1;
    let slope = 0;
    let slopeMargin = 0;
    let slopeKnown = 0;
    for (let i = 2 + SIGN_WORD; i < xWords.length; i += 2) {
      const x = xWords[i];
      if (x << 1 !== 0) {
        crossings += (((x ^ sign) & ~zc[i]) >>> 31) & signKnown;
        sign = x;
        signKnown = 1;
      }
      const d = dWords[i];
      if (d << 1 !== 0) {
        const margin = ssc[i];
        turns += (((d ^ slope) & ~(margin & slopeMargin)) >>> 31) & slopeKnown;
        slope = d;
        slopeMargin = margin;
        slopeKnown = 1;
      }
    }
    this.crossings = crossings;
    this.turns = turns;
  }
}

function subtract(differences: Float64Array, threshold: number, out: Float64Array): void {
  for (let i = 1; i < differences.length; i++) out[i] = Math.abs(differences[i]) - threshold;
}
