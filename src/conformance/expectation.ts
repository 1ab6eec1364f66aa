import { mean, sampleDeviation } from '../ground/math/statistics.js';

/** What every expectation says of itself. */
interface Named {
  /** What is measured, in the words of the table. */
  readonly what: string;
  readonly unit: string;
  /** Digits after the point that it is shown with; none by default. */
  readonly digits?: number;
}

/** A published mean: held to its standard error, SD/√n. */
export interface MeanOfPeople extends Named {
  readonly heldTo: 'standard error';
  readonly mean: number;
  /** Standard deviation between the people, or units, that the mean was taken over. */
  readonly sd: number;
  readonly n: number;
}

/** A population that a simulated one should lie within: its mean within one SD of the published mean. */
export interface Population extends Named {
  readonly heldTo: 'SD';
  readonly mean: number;
  readonly sd: number;
  /** People behind it, where the source notes them. */
  readonly n?: number;
}

/** How much people differ: the SD between simulated people is 0.5 to 2 × that between real ones. */
export interface Spread extends Named {
  readonly heldTo: 'half to double';
  readonly sd: number;
  readonly n: number;
}

/** Limits that were published, or that follow from a definition. */
export interface Limits extends Named {
  readonly heldTo: 'limits';
  readonly low: number;
  readonly high: number;
  /** Where the limits come from. */
  readonly why: string;
}

/** An ordering: the mean of what is measured, a difference, lies above 0. */
export interface Ordering extends Named {
  readonly heldTo: 'order';
}

/** One published number, and how closely the simulated one is held to it. Written before anything is measured. */
export type Expectation = MeanOfPeople | Population | Spread | Limits | Ordering;

/** An expectation with what was found. */
export interface Verdict {
  readonly expectation: Expectation;
  /** One value per simulated person, pool or trial. */
  readonly values: readonly number[];
  readonly mean: number;
  /** SD over the values; NaN for one alone. */
  readonly sd: number;
  /** Distance from the published mean in its SD, or the ratio of two SD; undefined where neither makes sense. */
  readonly z?: number;
  readonly met: boolean;
}

/** Hold what was found to what was expected. A value that is not a number is never met. */
export function verdictOf(expectation: Expectation, values: readonly number[]): Verdict {
  const found = { expectation, values, mean: mean(values), sd: sampleDeviation(values) };
  switch (expectation.heldTo) {
    case 'standard error':
    case 'SD': {
      const z = (found.mean - expectation.mean) / expectation.sd;
      const allowed = expectation.heldTo === 'SD' ? 1 : 1 / Math.sqrt(expectation.n);
      return { ...found, z, met: Math.abs(z) <= allowed };
    }
    case 'half to double': {
      const z = found.sd / expectation.sd;
      return { ...found, z, met: z >= 0.5 && z <= 2 };
    }
    case 'limits':
      return { ...found, met: found.mean >= expectation.low && found.mean <= expectation.high };
    case 'order':
      return { ...found, met: found.mean > 0 };
  }
}

/** What people do, as the table says it. */
export function expectedText(expectation: Expectation): string {
  const { unit, heldTo, digits = 0 } = expectation;
  const shown = (value: number): string => value.toFixed(digits);
  switch (heldTo) {
    case 'standard error':
    case 'SD':
      return `${shown(expectation.mean)} ± ${shown(expectation.sd)}${unitText(unit)} (n ${expectation.n ?? 'not noted'})`;
    case 'half to double':
      return `SD ${shown(expectation.sd)}${unitText(unit)} (n ${expectation.n})`;
    case 'limits':
      return expectation.high === Infinity
        ? `at least ${shown(expectation.low)}${unitText(unit)}`
        : `${shown(expectation.low)} to ${shown(expectation.high)}${unitText(unit)}`;
    case 'order':
      return 'above 0';
  }
}

/** The width of what counts as met. */
export function toleranceText(expectation: Expectation): string {
  const { heldTo, unit, digits = 0 } = expectation;
  const shown = (value: number): string => value.toFixed(digits + 1);
  switch (heldTo) {
    case 'standard error':
      return `± ${shown(expectation.sd / Math.sqrt(expectation.n))}${unitText(unit)} (standard error)`;
    case 'SD':
      return `± ${shown(expectation.sd)}${unitText(unit)} (SD)`;
    case 'half to double':
      return '0.5 to 2 × the SD';
    case 'limits':
      return expectation.why;
    case 'order':
      return 'mean above 0';
  }
}

/** What was found, with its spread over people where there are several. */
export function foundText({ expectation, values, mean: middle, sd, z }: Verdict): string {
  const { digits = 0, unit, heldTo } = expectation;
  if (heldTo === 'half to double')
    return `SD ${sd.toFixed(digits)}${unitText(unit)} (× ${(z ?? NaN).toFixed(2)})`;
  const spread = values.length > 1 ? ` ± ${sd.toFixed(digits)}` : '';
  const distance = z === undefined ? '' : ` (z ${z >= 0 ? '+' : ''}${z.toFixed(1)})`;
  return `${middle.toFixed(digits)}${spread}${unitText(unit)}${distance}`;
}

function unitText(unit: string): string {
  return unit === '1' || unit === '' ? '' : ` ${unit}`;
}
