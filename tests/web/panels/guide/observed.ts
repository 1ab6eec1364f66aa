import { from } from 'rxjs';
import { Synthesizer } from '../../../../src/body/synthesis/synthesizer.js';
import type { Decoder } from '../../../../src/decoder/decoder.js';
import type { SampleBlock } from '../../../../src/ground/signal/sample-block.js';
import { calibrate, type Calibration } from '../../../../src/patient/calibrate.js';
import { decoded } from '../../../../src/pipeline/operators/decoded.js';
import { filtered } from '../../../../src/pipeline/operators/filtered.js';
import { windowed } from '../../../../src/pipeline/operators/windowed.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import type { Scenario } from '../../../../src/scenario/scenario.js';
import type { Observation } from '../../../../web/panels/guide/observation.js';
import { restDrive, steadyStretches } from '../../../../web/panels/guide/stretches.js';

const SETTLED_S = 0.5;
const movements = ['hand-close', 'hand-open'];
const base = presetByName('transradial-armband');

/** A patient of few units, whose rest is long enough to be looked at. */
export const patient = (patch: Record<string, unknown> = {}): Scenario =>
  presetByName(
    'transradial-armband',
    merged(
      {
        muscles: base.muscles.map((muscle) => ({ ...muscle, unitCount: 20 })),
        disturbances: { noiseSpreadDb: 3 },
        intent: { movements, restMs: 2000, holdMs: 1500, restingTonePercent: 0.5, coContractionPercent: 2 },
        calibration: { movements: ['rest', ...movements], repetitions: 3 },
      },
      patch,
    ),
  );

let healthy: Calibration | undefined;

/** What is seen of a patient in some seconds, decoded by what was calibrated while nothing was wrong. */
export function observed(patch: Record<string, unknown> = {}, seconds = 14): Observation {
  healthy ??= calibrate(patient());
  return watch(patient(patch), healthy, seconds);
}

function watch(scenario: Scenario, { decoder, report }: Calibration, seconds: number): Observation {
  const synthesizer = new Synthesizer(scenario);
  const { sampleRateHz, channelNames } = synthesizer;
  // Filters, and whoever goes to the rail, need a moment.
  synthesizer.next(2 * sampleRateHz);
  const { signal, truth } = synthesizer.next(Math.round(seconds * sampleRateHz));
  const muscles = synthesizer.muscleNames.length;
  const count = truth.steps.index.length;
  const steps = [...truth.steps.index].map((index, k) => ({
    from: Math.max(0, index - signal.index),
    movement: truth.steps.movement[k] ?? 'rest',
    excitation: Math.max(
      ...Array.from({ length: muscles }, (_, m) => truth.steps.excitation[m * count + k] ?? 0),
    ),
  }));
  const stretches = steadyStretches(steps, signal.length, SETTLED_S * sampleRateHz);
  return {
    sampleRateHz,
    channels: channelNames,
    raw: rowsOf(signal),
    filtered: rowsOf(filteredBy(decoder, signal)),
    stretches,
    restExcitation: restDrive(steps, stretches),
    windows: windowsOf(decoder, signal, stretches),
    calibratedAccuracy: report.accuracy,
    calibratedOverRest: Object.fromEntries(
      report.quality.map(({ label, amplitudeOverRest }) => [label, amplitudeOverRest]),
    ),
    delayMs: 180,
  };
}

function windowsOf(
  decoder: Decoder,
  signal: SampleBlock,
  stretches: Observation['stretches'],
): Observation['windows'] {
  const windows: Observation['windows'][number][] = [];
  const length = (decoder.spec.windowMs * signal.sampleRateHz) / 1000;
  from([signal])
    .pipe(filtered(decoder), windowed(decoder), decoded(decoder))
    .subscribe(({ index, decided }) => {
      const until = index - signal.index;
      const own = stretches.find((one) => one.from <= until - length && until <= one.until);
      windows.push({ label: own?.movement ?? '', steady: own !== undefined, decided });
    });
  return windows;
}

function filteredBy(decoder: Decoder, signal: SampleBlock): SampleBlock {
  let last = signal;
  from([signal])
    .pipe(filtered(decoder))
    .subscribe((block) => (last = block));
  return last;
}

function rowsOf({ data, channels, length }: SampleBlock): Float32Array[] {
  return Array.from({ length: channels }, (_, c) => data.subarray(c * length, (c + 1) * length));
}

function merged(base: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const isGroup = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const all = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const own = all[key];
    all[key] = isGroup(own) && isGroup(value) ? merged(own, value) : value;
  }
  return all;
}
