import { ConfigError } from '../../ground/signal/errors.js';
import { closest } from '../../ground/signal/parse-fields.js';

/** Butterworth high- or low-pass. `order` is the number of poles, 1 to 16; the corner is the −3 dB point. */
export interface PassSpec {
  readonly kind: 'highpass' | 'lowpass';
  readonly order: number;
  readonly cutoffHz: number;
}

/** A Butterworth high-pass and low-pass in cascade, `order` poles each. */
export interface BandpassSpec {
  readonly kind: 'bandpass';
  readonly order: number;
  /** Lower and upper corner. */
  readonly cutoffHz: readonly [number, number];
}

/** Second-order notch; `q` is centre frequency over −3 dB width. */
export interface NotchSpec {
  readonly kind: 'notch';
  readonly cutoffHz: number;
  readonly q: number;
  /** How many multiples are removed, the first included (default 1). Those above Nyquist are left out. */
  readonly harmonics?: number;
}

/** Notches at 0 Hz and at every multiple, all equally wide (`cutoffHz / q`). */
export interface CombSpec {
  readonly kind: 'comb';
  /** Must divide the sampling rate. */
  readonly cutoffHz: number;
  readonly q: number;
}

/** A linear filter: what {@link designFilter} accepts. Frequencies in Hz. */
export type FilterSpec = PassSpec | BandpassSpec | NotchSpec | CombSpec;

export const filterKinds = ['highpass', 'lowpass', 'bandpass', 'notch', 'comb'] as const;

/** Most poles of one side; more than 12 biquads is where fili stops without a word. */
const MAX_ORDER = 16;

/**
 * Check a filter specification against a sampling rate.
 * @throws ConfigError that says what was got, what is allowed and what to write instead
 */
export function checkFilterSpec(spec: FilterSpec, sampleRateHz: number): void {
  if (!(sampleRateHz > 0 && Number.isFinite(sampleRateHz)))
    throw new ConfigError(`sampleRateHz: got ${sampleRateHz}, expected a positive number`, {
      field: 'sampleRateHz',
      hint: 'Give the sampling rate in samples per second, such as 1000.',
    });
  switch (spec.kind) {
    case 'highpass':
    case 'lowpass':
      checkOrder(spec);
      return checkCutoff(spec.kind, spec.cutoffHz, sampleRateHz);
    case 'bandpass':
      checkOrder(spec);
      return checkBand(spec, sampleRateHz);
    case 'notch':
      checkCutoff('notch', spec.cutoffHz, sampleRateHz);
      checkQ(spec, 0);
      return checkHarmonics(spec);
    case 'comb':
      checkCutoff('comb', spec.cutoffHz, sampleRateHz);
      checkQ(spec, 1);
      return checkTeeth(spec, sampleRateHz);
    default:
      throw unknownKind(spec, filterKinds);
  }
}

/** Error for a kind that does not exist, with the one most likely meant. */
export function unknownKind(spec: unknown, kinds: readonly string[]): ConfigError {
  const kind =
    typeof spec === 'object' && spec !== null && 'kind' in spec ? (spec as { kind: unknown }).kind : spec;
  const guess = typeof kind === 'string' ? closest(kind, kinds) : undefined;
  return new ConfigError(`filter kind: got ${String(kind)}, expected one of ${kinds.join(', ')}`, {
    field: 'kind',
    hint: guess ? `Did you mean ${guess}?` : "For example { kind: 'highpass', order: 4, cutoffHz: 20 }.",
  });
}

function checkOrder({ kind, order }: PassSpec | BandpassSpec): void {
  if (Number.isInteger(order) && order >= 1 && order <= MAX_ORDER) return;
  throw new ConfigError(`${kind} order: got ${order}, expected an integer within [1, ${MAX_ORDER}]`, {
    field: 'order',
    hint: 'Order is the number of poles: 2 falls by 12 dB per octave, 4 (common for EMG) by 24.',
  });
}

function checkCutoff(kind: string, cutoffHz: unknown, sampleRateHz: number): void {
  const nyquist = sampleRateHz / 2;
  if (typeof cutoffHz === 'number' && cutoffHz > 0 && cutoffHz < nyquist) return;
  throw new ConfigError(
    `${kind} cutoffHz: got ${String(cutoffHz)}, expected above 0 and below ${nyquist} Hz`,
    {
      field: 'cutoffHz',
      hint:
        typeof cutoffHz === 'number' && cutoffHz >= nyquist
          ? `A signal sampled at ${sampleRateHz} Hz ends at ${nyquist} Hz: sample faster or lower the cut-off.`
          : Array.isArray(cutoffHz)
            ? `A ${kind} has one cut-off; a band has kind 'bandpass'.`
            : 'Give the corner frequency in Hz, such as 20.',
    },
  );
}

function checkBand({ cutoffHz }: BandpassSpec, sampleRateHz: number): void {
  if (!Array.isArray(cutoffHz) || cutoffHz.length !== 2)
    throw new ConfigError(`bandpass cutoffHz: got ${JSON.stringify(cutoffHz)}, expected [low, high]`, {
      field: 'cutoffHz',
      hint: 'For example cutoffHz: [20, 450].',
    });
  const [low, high] = cutoffHz as readonly [number, number];
  checkCutoff('bandpass', low, sampleRateHz);
  checkCutoff('bandpass', high, sampleRateHz);
  if (low < high) return;
  throw new ConfigError(`bandpass cutoffHz: got [${low}, ${high}], expected low below high`, {
    field: 'cutoffHz',
    hint: `Write [${high}, ${low}].`,
  });
}

function checkQ({ kind, q }: NotchSpec | CombSpec, above: number): void {
  if (q > above && Number.isFinite(q)) return;
  throw new ConfigError(`${kind} q: got ${q}, expected a number above ${above}`, {
    field: 'q',
    hint: 'Q is centre frequency over −3 dB width: 30 at 50 Hz is a notch 1.7 Hz wide.',
  });
}

function checkHarmonics({ harmonics = 1 }: NotchSpec): void {
  if (Number.isInteger(harmonics) && harmonics >= 1) return;
  throw new ConfigError(`notch harmonics: got ${harmonics}, expected an integer of at least 1`, {
    field: 'harmonics',
    hint: 'Write 1 for the mains frequency alone, 3 for it and its next two multiples.',
  });
}

function checkTeeth({ cutoffHz }: CombSpec, sampleRateHz: number): void {
  const teeth = sampleRateHz / cutoffHz;
  if (Math.abs(teeth - Math.round(teeth)) < 1e-9 * teeth) return;
  throw new ConfigError(
    `comb cutoffHz: got ${cutoffHz} Hz, expected a divisor of the ${sampleRateHz} Hz rate`,
    {
      field: 'cutoffHz',
      hint: `Use { kind: 'notch', cutoffHz: ${cutoffHz}, q, harmonics: ${Math.ceil(teeth / 2) - 1} } instead.`,
    },
  );
}
