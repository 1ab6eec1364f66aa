import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';
import { SIGN_WORD, space, STRETCH, wordsOf } from './scratch.js';

/*
 * One work space for all scans, because they never overlap in time: the compiler then knows its address and length,
 * which halves the time of these loops.
 */
const x = space();
const differences = space();
/** |difference| minus the ZC (SSC) threshold: negative where it is too small to count. */
const zcMargin = space();
const sscMargin = space();
/** WAMP threshold minus |difference|: negative where it counts. */
const wampMargin = space();
const xWords = wordsOf(x);
const differenceWords = wordsOf(differences);
const zcWords = wordsOf(zcMargin);
const sscWords = wordsOf(sscMargin);
const wampWords = wordsOf(wampMargin);

/**
 * Sums and counts over the samples x and their first differences d, in one pass over the window; feeds HTD and a
 * dozen other features.
 *
 * A zero crossing is a sample whose sign differs from that of the last non-zero sample, and that differs from the
 * sample before it by at least the ZC threshold. A turn is a difference whose sign differs from that of the last
 * non-zero difference, one of the two being at least the SSC threshold (Hudgins et al. 1993).
 */
export class TimeScan extends Analysis {
  /** Σ|x| */
  absolute = 0.5;
  /** Σx² */
  square = 0.5;
  /** Σ|d| */
  path = 0.5;
  /** Σd² */
  slope = 0.5;
  /** Zero crossings. */
  crossings = 0;
  /** Slope sign changes. */
  turns = 0;
  /** Steps above the WAMP threshold. */
  steps = 0;
  private counting = false;
  private stepping = false;
  private readonly zc: Float64Array;
  private readonly ssc: Float64Array;
  private readonly wamp: Float64Array;
  // What one stretch hands to the next: the last sample, and the sign words of the last sample and difference that
  // were not 0 (0 where there was none yet).
  private previous = 0.5;
  private sign = 0;
  private slopeSign = 0;
  private slopeMargin = 0;

  constructor(context: FeatureContext) {
    super(context);
    ({ zc: this.zc, ssc: this.ssc, wamp: this.wamp } = context.options);
  }

  /** Count crossings and turns too. */
  withCounts(): this {
    this.counting = true;
    return this;
  }

  /** Count steps too. */
  withSteps(): this {
    this.stepping = true;
    return this;
  }

  protected compute(): void {
    const { view, length, counting, stepping } = this;
    const { data, offset, gain } = view;
    const zc = this.zc[view.channel];
    const ssc = this.ssc[view.channel];
    this.absolute = this.square = this.path = this.slope = 0;
    this.crossings = this.turns = this.steps = 0;
    this.sign = this.slopeSign = 0;
    this.previous = data[offset] * gain;
    for (let from = 0; from < length; from += STRETCH) {
      const count = Math.min(STRETCH, length - from);
      this.sum(data, offset + from, gain, count, zc);
      if (counting) {
        if (ssc !== zc) subtract(ssc, count);
        this.count(count, ssc === zc ? zcWords : sscWords);
      }
      if (stepping) this.steps += countSteps(this.wamp[view.channel], count);
    }
  }

  private sum(data: ArrayLike<number>, offset: number, gain: number, count: number, zc: number): void {
    let { previous, absolute, square, path, slope } = this;
    for (let i = 0; i < count; i++) {
      const value = data[offset + i] * gain;
      x[i] = value;
      const d = value - previous;
      const step = Math.abs(d);
      absolute += Math.abs(value);
      square += value * value;
      path += step;
      slope += d * d;
      differences[i] = d;
      zcMargin[i] = step - zc;
      previous = value;
    }
    this.previous = previous;
    this.absolute = absolute;
    this.square = square;
    this.path = path;
    this.slope = slope;
  }

  /** Branch-free on the signal: only exact zeros are stepped over. */
  private count(count: number, turnMargins: Int32Array): void {
    let sign = this.sign || firstSign(xWords, count);
    let slopeSign = this.slopeSign || firstSign(differenceWords, count);
    let { crossings, turns, slopeMargin } = this;
    for (let i = SIGN_WORD; i < 2 * count; i += 2) {
      const value = xWords[i];
      if (value << 1 !== 0) {
        crossings += ((value ^ sign) & ~zcWords[i]) >>> 31;
        sign = value;
      }
      const d = differenceWords[i];
      if (d << 1 !== 0) {
        const margin = turnMargins[i];
        turns += ((d ^ slopeSign) & ~(margin & slopeMargin)) >>> 31;
        slopeSign = d;
        slopeMargin = margin;
      }
    }
    this.crossings = crossings;
    this.turns = turns;
    this.sign = sign;
    this.slopeSign = slopeSign;
    this.slopeMargin = slopeMargin;
  }
}

function subtract(ssc: number, count: number): void {
  for (let i = 0; i < count; i++) sscMargin[i] = Math.abs(differences[i]) - ssc;
}

/** Sign word of the first value that is not 0 (a word without its sign bit is 0 for 0 alone), or 0. */
function firstSign(words: Int32Array, count: number): number {
  let i = SIGN_WORD;
  while (i < 2 * count && words[i] << 1 === 0) i += 2;
  return i < 2 * count ? words[i] : 0;
}

function countSteps(threshold: number, count: number): number {
  for (let i = 0; i < count; i++) wampMargin[i] = threshold - Math.abs(differences[i]);
  let steps = 0;
  for (let i = SIGN_WORD; i < 2 * count; i += 2) steps += wampWords[i] >>> 31;
  return steps;
}
