import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';
import { SIGN_WORD, wordsOf } from './scratch.js';

/*
 * Signs are read from the high words of numbers stored here and counted without a branch: on EMG a branch on a sign
 * is mispredicted half the time, which costs more than all the rest. One small space for all scans, because they
 * never overlap in time: the compiler then knows its address and length.
 */
const VALUE = 0;
const DIFFERENCE = 1;
/** |difference| minus the ZC (SSC) threshold: negative where it is too small to count. */
const ZC_MARGIN = 2;
const SSC_MARGIN = 3;
/** WAMP threshold minus |difference|: negative where it counts. */
const WAMP_MARGIN = 4;
const numbers = new Float64Array(5);
const words = wordsOf(numbers);
/** Place of the word with the sign of a number in the space. */
const signOf = (place: number): number => 2 * place + SIGN_WORD;
const VALUE_SIGN = signOf(VALUE);
const DIFFERENCE_SIGN = signOf(DIFFERENCE);
const ZC_SIGN = signOf(ZC_MARGIN);
const SSC_SIGN = signOf(SSC_MARGIN);
const WAMP_SIGN = signOf(WAMP_MARGIN);

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
    const { view, length } = this;
    const { data, offset, gain } = view;
    this.crossings = this.turns = this.steps = 0;
    if (this.counting) this.scan(data, offset, gain, this.zc[view.channel], this.ssc[view.channel]);
    else this.sum(data, offset, gain);
    if (this.stepping) this.steps = countSteps(data, offset, gain, length, this.wamp[view.channel]);
  }

  private sum(data: ArrayLike<number>, offset: number, gain: number): void {
    let previous = data[offset] * gain;
    let absolute = Math.abs(previous);
    let square = previous * previous;
    let path = 0;
    let slope = 0;
    for (let i = offset + 1; i < offset + this.length; i++) {
      const value = data[i] * gain;
      const d = value - previous;
      absolute += Math.abs(value);
      square += value * value;
      path += Math.abs(d);
      slope += d * d;
      previous = value;
    }
    this.keep(absolute, square, path, slope);
  }

  /** As `sum`, with crossings and turns. Branch-free on the signal: only exact zeros are stepped over. */
  private scan(data: ArrayLike<number>, offset: number, gain: number, zc: number, ssc: number): void {
    // Local names: the compiler loads these once, not once a sample.
    const store = numbers;
    const apart = ssc !== zc;
    const signs = words;
    const end = offset + this.length;
    let previous = data[offset] * gain;
    let absolute = Math.abs(previous);
    let square = previous * previous;
    let path = 0;
    let slope = 0;
    let crossings = 0;
    let turns = 0;
    let sign = firstSign(data, offset, end, gain);
    let slopeSign = firstSlopeSign(data, offset, end, gain);
    let slopeMargin = 0;
    for (let i = offset + 1; i < end; i++) {
      const value = data[i] * gain;
      const d = value - previous;
      const step = Math.abs(d);
      absolute += Math.abs(value);
      square += value * value;
      path += step;
      slope += d * d;
      store[VALUE] = value;
      store[DIFFERENCE] = d;
      store[ZC_MARGIN] = step - zc;
      if (value !== 0) {
        const word = signs[VALUE_SIGN];
        crossings += ((word ^ sign) & ~signs[ZC_SIGN]) >>> 31;
        sign = word;
      }
      if (d !== 0) {
        const word = signs[DIFFERENCE_SIGN];
        let margin = signs[ZC_SIGN];
        if (apart) {
          store[SSC_MARGIN] = step - ssc;
          margin = signs[SSC_SIGN];
        }
        turns += ((word ^ slopeSign) & ~(margin & slopeMargin)) >>> 31;
        slopeSign = word;
        slopeMargin = margin;
      }
      previous = value;
    }
    this.crossings = crossings;
    this.turns = turns;
    this.keep(absolute, square, path, slope);
  }

  private keep(absolute: number, square: number, path: number, slope: number): void {
    this.absolute = absolute;
    this.square = square;
    this.path = path;
    this.slope = slope;
  }
}

/** Sign word of the first sample that is not 0, or 0. */
function firstSign(data: ArrayLike<number>, from: number, end: number, gain: number): number {
  let i = from;
  while (i < end - 1 && data[i] * gain === 0) i++;
  numbers[VALUE] = data[i] * gain;
  return words[VALUE_SIGN];
}

/** Sign word of the first difference that is not 0, or 0. */
function firstSlopeSign(data: ArrayLike<number>, from: number, end: number, gain: number): number {
  let i = from + 1;
  while (i < end - 1 && data[i] * gain === data[i - 1] * gain) i++;
  numbers[DIFFERENCE] = data[i] * gain - data[i - 1] * gain;
  return words[DIFFERENCE_SIGN];
}

function countSteps(
  data: ArrayLike<number>,
  offset: number,
  gain: number,
  length: number,
  threshold: number,
): number {
  let steps = 0;
  let previous = data[offset] * gain;
  for (let i = offset + 1; i < offset + length; i++) {
    const value = data[i] * gain;
    numbers[WAMP_MARGIN] = threshold - Math.abs(value - previous);
    steps += words[WAMP_SIGN] >>> 31;
    previous = value;
  }
  return steps;
}
