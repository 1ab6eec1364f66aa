import { from } from 'rxjs';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { untrainedPaths } from '../../../src/decoder/decoder-fields.js';
import type { Decoder } from '../../../src/decoder/decoder.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { calibrate } from '../../../src/patient/calibrate.js';
import { decoded } from '../../../src/pipeline/operators/decoded.js';
import { filtered } from '../../../src/pipeline/operators/filtered.js';
import { windowed } from '../../../src/pipeline/operators/windowed.js';
import type { Scenario } from '../../../src/scenario/scenario.js';
import { steadyStretches, type IntentStep } from '../guide/stretches.js';
import type { Stretch } from '../guide/observation.js';

/** Seconds that both live, and the part of them that is drawn. */
export const LIVED_S = 24;
export const DRAWN_S = 8;
const COLUMNS = 480;
const SETTLED_S = 0.5;

/** A decision, with what was intended while its window had settled; undefined where that changed. */
export interface SideDecision {
  /** Seconds after the first sample. */
  readonly s: number;
  readonly intended: string | undefined;
  readonly decided: string;
}

/** What came of one of two settings. */
export interface Side {
  readonly channels: readonly string[];
  readonly decisions: readonly SideDecision[];
  /** Held-out accuracy of its decoder's calibration; null where it was learned under the other setting. */
  readonly calibrated: number | null;
  /** Of each channel as it comes, µV RMS. */
  readonly restUv: readonly number[];
  readonly movingUv: readonly number[];
  /** Lowest and highest of each column of the drawn part, µV, channel by channel. */
  readonly low: readonly Float32Array[];
  readonly high: readonly Float32Array[];
}

/** Two settings of one patient who lives twice, from the same seed and the same first sample. */
export interface TwoSides {
  readonly a: Side;
  readonly b: Side;
}

/**
 * Live both settings.
 * @param anew whether B is calibrated under its own setting, too; where the decoder of A does not fit B, it always is
 * @param onDone told the number of parts that are done
 * @throws MyodesisError where one of them cannot be calibrated
 */
export function liveTwice(
  before: Scenario,
  after: Scenario,
  anew: boolean,
  onDone: (parts: number) => void = () => undefined,
): TwoSides {
  const first = calibrate(before);
  onDone(1);
  const a = live(before, first.decoder, first.report.accuracy);
  onDone(2);
  const own = anew || !fits(before, after) ? calibrate(after) : undefined;
  const decoder = own?.decoder ?? first.decoder;
  decoder.update(after.decoder);
  onDone(3);
  return { a, b: live(after, decoder, own?.report.accuracy ?? null) };
}

/** Whether a decoder that learned one setting can decide under the other. */
function fits(before: Scenario, after: Scenario): boolean {
  return (
    before.sampleRateHz === after.sampleRateHz &&
    before.electrodes.positions.length === after.electrodes.positions.length &&
    untrainedPaths(before.decoder, after.decoder).length === 0
  );
}

function live(scenario: Scenario, decoder: Decoder, calibrated: number | null): Side {
  const synthesizer = new Synthesizer(scenario);
  const { sampleRateHz } = synthesizer;
  const { signal, truth } = synthesizer.next(Math.round(LIVED_S * sampleRateHz));
  const steps = [...truth.steps.index].map((at, k): IntentStep => ({
    from: at,
    movement: truth.steps.movement[k] ?? 'rest',
  }));
  const stretches = steadyStretches(steps, signal.length, SETTLED_S * sampleRateHz);
  const rows = Array.from({ length: signal.channels }, (_, c) =>
    signal.data.subarray(c * signal.length, (c + 1) * signal.length),
  );
  const drawn = rows.map((row) => row.subarray(0, Math.round(DRAWN_S * sampleRateHz)));
  return {
    channels: synthesizer.channelNames,
    decisions: decide(decoder, signal, stretches),
    calibrated,
    restUv: rows.map((row) => rmsUv(row, stretches, (movement) => movement === 'rest')),
    movingUv: rows.map((row) => rmsUv(row, stretches, (movement) => movement !== 'rest')),
    low: drawn.map((row) => columns(row, Math.min)),
    high: drawn.map((row) => columns(row, Math.max)),
  };
}

function decide(decoder: Decoder, signal: SampleBlock, stretches: readonly Stretch[]): SideDecision[] {
  const decisions: SideDecision[] = [];
  const length = (decoder.spec.windowMs * signal.sampleRateHz) / 1000;
  from([signal])
    .pipe(filtered(decoder), windowed(decoder), decoded(decoder))
    .subscribe(({ index, decided }) => {
      const own = stretches.find((one) => one.from <= index - length && index <= one.until);
      decisions.push({ s: index / signal.sampleRateHz, intended: own?.movement, decided });
    });
  return decisions;
}

function rmsUv(row: Float32Array, stretches: readonly Stretch[], of: (movement: string) => boolean): number {
  let [squares, count] = [0, 0];
  for (const { movement, from: begin, until } of stretches)
    if (of(movement))
      for (const x of row.subarray(begin, until)) {
        if (Number.isNaN(x)) continue;
        squares += x * x;
        count++;
      }
  return count === 0 ? NaN : 1e6 * Math.sqrt(squares / count);
}

function columns(row: Float32Array, of: (a: number, b: number) => number): Float32Array {
  return Float32Array.from({ length: COLUMNS }, (_, k) => {
    const from = Math.floor((k * row.length) / COLUMNS);
    const part = row.subarray(from, Math.floor(((k + 1) * row.length) / COLUMNS));
    return 1e6 * part.reduce((found, x) => (Number.isNaN(x) ? found : of(found, x)), part[0] ?? 0);
  });
}
