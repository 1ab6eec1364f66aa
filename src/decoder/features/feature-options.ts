import { ConfigError } from '../../ground/signal/errors.js';

/** Amplitude thresholds by feature, in the unit of the signal (V); one number or one per channel. */
export interface FeatureThresholds {
  readonly ZC?: number | readonly number[];
  readonly SSC?: number | readonly number[];
  readonly WAMP?: number | readonly number[];
}

/**
 * How ZC, SSC and WAMP count.
 *
 * `hudgins`: a crossing is a sample whose sign differs from that of the last non-zero one, a turn a slope whose sign
 * differs from that of the last one that is not flat; both need a step of at least the threshold.
 *
 * `libemg`, to the digit what LibEMG 2.0.0 counts with its own defaults: ZC = #(|Δ sign x| = 2), so that an exact 0
 * hides a crossing; SSC = #[(xᵢ − xᵢ₋₁)(xᵢ − xᵢ₊₁) ≥ T], a product, with T = 0, so that every sample beside a flat
 * step counts; WAMP = #(|Δx| > T), T = 2e-3 in the unit that features see (the signal times the gain). Integers from a
 * device have 2 to 12 % exact zeros and 1 to 9 % flat steps, on which the two differ by points of accuracy.
 */
export type FeatureCounts = 'hudgins' | 'libemg';

/** Features of which two definitions are in use: LibEMG's, or that of the paper it cites. */
export type FormFeature = 'MFL' | 'LD' | 'CC' | 'COMP' | 'FUZZYEN';
export type FeatureForm = 'libemg' | 'paper';

/** What features of the spectrum make of an offset. */
export const spectrumOffsets = ['keep', 'remove'] as const;
export type SpectrumOffset = (typeof spectrumOffsets)[number];

/** Options of feature extraction. All are optional and all survive JSON. */
export interface FeatureOptions {
  /** Sampling rate where the input does not carry one (default 1000). */
  readonly sampleRateHz?: number;
  /**
   * Every sample is multiplied by this first (default 1). LD, MLK, the TDPSD and wavelet features and FUZZYEN were
   * conceived for signals of order 1: for a signal in volts 1e4 serves them well. Thresholds and rest noise stay
   * in the unit of the signal.
   */
  readonly gain?: number;
  /** How ZC, SSC and WAMP count (default `hudgins`). */
  readonly counts?: FeatureCounts;
  /**
   * Absolute thresholds; they take precedence over `restNoise`. Where `counts` is `libemg`, ZC has none, and that of SSC
   * is one of a product: its unit is the square of the signal's.
   */
  readonly thresholds?: FeatureThresholds;
  /** Measured RMS of rest, in the unit of the signal; one number or one per channel (default 0). */
  readonly restNoise?: number | readonly number[];
  /** Default thresholds as multiples of `restNoise`: one for all, or by feature (default ZC 0, SSC 0, WAMP 3). */
  readonly noiseMultiple?: number | { readonly ZC?: number; readonly SSC?: number; readonly WAMP?: number };
  /** Order of AR where the name carries none (default 4). */
  readonly arOrder?: number;
  /** Order of CC where the name carries none (default 4). */
  readonly ccOrder?: number;
  /** Exponent of TM where the name carries none (default 3). */
  readonly tmOrder?: number;
  /** Exponent of SM where the name carries none (default 2). */
  readonly smOrder?: number;
  /** Segments of MAVSLP where the name carries none (default 2). */
  readonly segments?: number;
  /** Bins of HIST where the name carries none (default 9). */
  readonly bins?: number;
  /** Step to which CARD rounds before it counts distinct values, in the unit of the signal (default 1e-6, 1 µV). */
  readonly resolution?: number;
  /** Pattern length of SAMPEN and FUZZYEN (default 2). */
  readonly entropyDimension?: number;
  /** Tolerance of SAMPEN and FUZZYEN in standard deviations of the window (default 0.3). */
  readonly entropyTolerance?: number;
  /** Exponent of the distance in FUZZYEN (default 2). */
  readonly fuzzyPower?: number;
  /**
   * What the features of the spectrum (MNF, MDF, MNP, SM, DFTR) make of the window's mean, an electrode's offset: `keep`
   * (default) counts it as power near 0 Hz, as LibEMG does; `remove` takes it away first, as trained decoders do.
   */
  readonly spectrumOffset?: SpectrumOffset;
  /** Definition to follow (default LibEMG's, except COMP, where LibEMG's is not per channel). */
  readonly form?: Readonly<Partial<Record<FormFeature, FeatureForm>>>;
}

/** Options with every default filled in; amplitudes scaled by the gain, thresholds one per channel. */
export interface ResolvedOptions {
  readonly gain: number;
  readonly counts: FeatureCounts;
  readonly zc: Float64Array;
  readonly ssc: Float64Array;
  readonly wamp: Float64Array;
  readonly arOrder: number;
  readonly ccOrder: number;
  readonly tmOrder: number;
  readonly smOrder: number;
  readonly segments: number;
  readonly bins: number;
  readonly resolution: number;
  readonly entropyDimension: number;
  readonly entropyTolerance: number;
  readonly fuzzyPower: number;
  readonly spectrumOffset: SpectrumOffset;
  readonly form: Readonly<Record<FormFeature, FeatureForm>>;
}

/**
 * Default thresholds in multiples of the rest noise. None for ZC and SSC: in people (Kamavuako, Scheme & Englehart 2016;
 * Waris & Kamavuako 2018) as in ours they help while noise stays what it was when they were set, and cost far more when
 * it grows. Over 8 simulated people with 0 to 10 µV of noise added after training or before, HTD loses 8 ± 7 points with
 * 1 × and 4 ± 6 with 2 ×. WAMP without a threshold counts every step; 3 × was best of 0.1 to 5 there.
 */
const noiseMultiples = { ZC: 0, SSC: 0, WAMP: 3 } as const;

/** LibEMG's threshold of WAMP, in the unit that features see. */
const LIBEMG_WAMP = 2e-3;

/**
 * Check options and fill in defaults.
 * @throws ConfigError that names the option, what was got and what is allowed
 */
export function resolveOptions(options: FeatureOptions, channels: number): ResolvedOptions {
  const gain = within('gain', options.gain ?? 1, Number.MIN_VALUE, Number.MAX_VALUE);
  const counts = options.counts ?? 'hudgins';
  if (counts === 'libemg') refuseForLibemg(options);
  const noise = perChannel('restNoise', options.restNoise ?? 0, channels);
  const threshold = (name: keyof FeatureThresholds): Float64Array => {
    const given = options.thresholds?.[name];
    // LibEMG compares the product of two steps with the threshold of SSC, and a product has the gain twice.
    const scale = counts === 'libemg' && name === 'SSC' ? gain * gain : gain;
    if (given !== undefined)
      return perChannel(`thresholds.${name}`, given, channels).map((value) => value * scale);
    if (counts === 'libemg') return new Float64Array(channels).fill(name === 'WAMP' ? LIBEMG_WAMP : 0);
    const multiples = options.noiseMultiple;
    const multiple = typeof multiples === 'number' ? multiples : (multiples?.[name] ?? noiseMultiples[name]);
    within(`noiseMultiple.${name}`, multiple, 0, 1000);
    return noise.map((value) => value * gain * multiple);
  };
  const order = (name: keyof FeatureOptions, value: number, max: number): number =>
    integer(name, value, 1, max);
  return {
    gain,
    counts,
    zc: threshold('ZC'),
    ssc: threshold('SSC'),
    wamp: threshold('WAMP'),
    arOrder: order('arOrder', options.arOrder ?? 4, 64),
    ccOrder: order('ccOrder', options.ccOrder ?? 4, 64),
    tmOrder: order('tmOrder', options.tmOrder ?? 3, 10),
    smOrder: order('smOrder', options.smOrder ?? 2, 10),
    segments: integer('segments', options.segments ?? 2, 2, 64),
    bins: integer('bins', options.bins ?? 9, 2, 64),
    resolution: within('resolution', options.resolution ?? 1e-6, Number.MIN_VALUE, Number.MAX_VALUE) * gain,
    entropyDimension: order('entropyDimension', options.entropyDimension ?? 2, 10),
    entropyTolerance: within('entropyTolerance', options.entropyTolerance ?? 0.3, 1e-6, 100),
    fuzzyPower: within('fuzzyPower', options.fuzzyPower ?? 2, 0.1, 10),
    spectrumOffset: options.spectrumOffset ?? 'keep',
    form: { MFL: 'libemg', LD: 'libemg', CC: 'libemg', COMP: 'paper', FUZZYEN: 'libemg', ...options.form },
  };
}

/** Options that LibEMG's counts have no use for. */
function refuseForLibemg({ thresholds, restNoise, noiseMultiple }: FeatureOptions): void {
  const useless =
    (thresholds?.ZC !== undefined && 'thresholds.ZC') ||
    (restNoise !== undefined && 'restNoise') ||
    (noiseMultiple !== undefined && 'noiseMultiple');
  if (useless)
    throw new ConfigError(`${useless}: got a value where counts are LibEMG's, which have no use for it`, {
      field: useless,
      hint: "Leave it out, or count as Hudgins did: counts: 'hudgins'.",
    });
}

function within(name: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max) return value;
  throw new ConfigError(`${name}: got ${value}, expected a number within [${min}, ${max}]`, { field: name });
}

function integer(name: string, value: number, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new ConfigError(`${name}: got ${value}, expected an integer within [${min}, ${max}]`, {
    field: name,
  });
}

function perChannel(name: string, value: number | readonly number[], channels: number): Float64Array {
  const list = typeof value === 'number' ? new Float64Array(channels).fill(value) : Float64Array.from(value);
  if (list.length === channels && list.every((each) => each >= 0 && Number.isFinite(each))) return list;
  throw new ConfigError(
    `${name}: got ${JSON.stringify(value)}, expected one number of at least 0, or one for each of ${channels} channels`,
    { field: name, hint: 'Thresholds and noise are amplitudes in the unit of the signal, such as 5e-6 (V).' },
  );
}
