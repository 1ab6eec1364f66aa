import type { MessagePort } from 'node:worker_threads';
import { resolveAnatomy } from '../../src/anatomy/anatomy.js';
import { TemplateDeriver } from '../../src/conductor/derive-templates.js';
import type { TemplateBank } from '../../src/conductor/template-bank.js';
import { Decoder, type TrainingRecording, type TrainingReport } from '../../src/decoding/decoder.js';
import type { DecoderSpec } from '../../src/decoding/decoder-fields.js';
import type { SavedDecoder } from '../../src/decoding/decoder-json.js';
import { calibrate } from '../../src/pipeline/calibrate.js';
import type { CalibrationSummary } from '../../src/protocol/server-messages.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { parseBody } from '../../src/synthesis/body-scenario.js';
import { BodyEngine } from '../../src/synthesis/body-engine.js';
import type { TemplateRequest } from '../../src/synthesis/synthesizer.js';

/**
 * The work that is too long for the thread that streams. Plain functions: a worker thread runs them, and so
 * can any caller.
 */

/** A trained decoder as it travels between threads. */
export interface Trained {
  readonly decoder: SavedDecoder;
  readonly summary: CalibrationSummary;
  readonly warnings: readonly string[];
}

/** A decoder trained on a calibration, with the templates of the body it was made with. */
export interface Calibrated extends Trained {
  readonly templates: TemplateBank;
}

export interface CalibrationTask {
  readonly scenario: Scenario;
  /** Templates of the scenario's body, where they are known already. */
  readonly templates?: TemplateBank;
  /** Told the share done, 0 to 1. */
  readonly progress?: MessagePort;
}

export interface TrainingTask {
  readonly spec: DecoderSpec;
  readonly recordings: readonly TrainingRecording[];
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
}

/** Share of a calibration that deriving templates takes, for the progress shown. */
const DERIVING_SHARE = 0.3;

// Kept between calls: after a small change of the body most of the conductor's work need not be done again.
const deriver = new TemplateDeriver();

/** Templates of a body that is fresh. */
export function deriveFresh(scenario: Scenario): TemplateBank {
  const body = parseBody(scenario);
  const anatomy = resolveAnatomy(body);
  const units = new BodyEngine(body, anatomy).unitSources();
  return deriver.derive(anatomy, units, body.sampleRateHz, body.seed);
}

/** Templates of a body as a running synthesizer asks for them. */
export function deriveTemplates({ anatomy, units, sampleRateHz, seed }: TemplateRequest): TemplateBank {
  return deriver.derive(anatomy, units, sampleRateHz, seed);
}

/** Run the scripted calibration of a scenario, faster than real time, and train on it. */
export function runCalibration({ scenario, templates, progress }: CalibrationTask): Calibrated {
  const start = performance.now();
  const bank = templates ?? deriveFresh(scenario);
  const done = (share: number): void => progress?.postMessage(DERIVING_SHARE + (1 - DERIVING_SHARE) * share);
  done(0);
  const { decoder, report, recordings } = calibrate(scenario, { templates: bank, onProgress: done });
  const trained = trainedOf(decoder, report, recordings, start);
  return { ...trained, templates: bank };
}

/** Train on recordings that were made by hand or come from files. */
export function runTraining({ spec, recordings, sampleRateHz, channelNames }: TrainingTask): Trained {
  const start = performance.now();
  const { decoder, report } = Decoder.train(spec, recordings, { sampleRateHz, channelNames });
  return trainedOf(decoder, report, recordings, start);
}

function trainedOf(
  decoder: Decoder,
  report: TrainingReport,
  recordings: readonly TrainingRecording[],
  startMs: number,
): Trained {
  const { accuracy, classes, confusion, windows, quality, warnings } = report;
  const signalSeconds = recordings.reduce((sum, { signal }) => sum + signal.length / signal.sampleRateHz, 0);
  const wallSeconds = (performance.now() - startMs) / 1000;
  return {
    decoder: decoder.toJSON(),
    summary: {
      // JSON has no NaN; with a single repetition nothing was held out.
      accuracy: Number.isNaN(accuracy) ? 0 : accuracy,
      classes,
      confusion,
      windows,
      signalSeconds,
      wallSeconds,
      quality: quality.map(({ label, separability, repeatability, amplitudeOverRest, advice }) => ({
        label,
        separability: finite(separability),
        repeatability: finite(repeatability),
        amplitudeOverRest: finite(amplitudeOverRest),
        advice,
      })),
    },
    warnings,
  };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
