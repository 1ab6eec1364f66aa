import type { MessagePort } from 'node:worker_threads';
import { resolveAnatomy } from '../../src/body/anatomy/anatomy.js';
import { TemplateDeriver } from '../../src/body/conductor/derive-templates.js';
import type { TemplateBank } from '../../src/body/conductor/template-bank.js';
import { Decoder, type TrainingRecording, type TrainingReport } from '../../src/decoder/decoder.js';
import type { DecoderSpec } from '../../src/decoder/decoder-fields.js';
import type { SavedDecoder } from '../../src/decoder/decoder-json.js';
import { recordCalibration, type CalibrationRecording } from '../../src/patient/calibrate.js';
import type { CalibrationSummary } from '../../src/protocol/server-messages.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { parseBody } from '../../src/body/synthesis/body-scenario.js';
import { BodyEngine } from '../../src/body/synthesis/body-engine.js';
import type { TemplateRequest } from '../../src/body/synthesis/synthesizer.js';
import { loadClassifierModule } from '../outside/classifier-module.js';

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
  readonly recordings?: readonly TrainingRecording[];
}

export interface CalibrationTask {
  readonly scenario: Scenario;
  /** Templates of the scenario's body when fresh, where they are known already. */
  readonly templates?: TemplateBank;
  /** Module whose classifier is to be measured in place of the scenario's. */
  readonly module?: string;
  /** Whether the recordings are wanted, for a model that learns elsewhere. */
  readonly wantsRecordings?: boolean;
  /** Told the share done, 0 to 1. */
  readonly progress?: MessagePort;
}

export interface TrainingTask {
  readonly spec: DecoderSpec;
  readonly recordings: readonly TrainingRecording[];
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
  readonly module?: string;
}

/** Share of a calibration that deriving templates takes, for the progress shown. */
const DERIVING_SHARE = 0.3;
/** The same at the end of the recordings, before training. */
const RECORDED_SHARE = 0.85;

// Kept between calls: after a small change of the body most of the conductor's work need not be done again.
const deriver = new TemplateDeriver();

/** The last bank of a fresh body, and all of its scenario that it depends on. */
let keptBank: { readonly of: string; readonly bank: TemplateBank } | undefined;

/** The last calibration, and all of its scenario that it depends on. */
let keptCalibration:
  | {
      readonly of: string;
      readonly bank: TemplateBank;
      readonly recordings: readonly CalibrationRecording[];
    }
  | undefined;

/** Parts of a scenario that do not show in the signal of its calibration. */
const notRecorded: Partial<Record<keyof Scenario, undefined>> = {
  name: undefined,
  description: undefined,
  decoder: undefined,
  prosthesis: undefined,
  user: undefined,
  journey: undefined,
};

/** Templates of a body that is fresh. */
export function deriveFresh(scenario: Scenario): TemplateBank {
  const of = JSON.stringify({ ...scenario, ...notRecorded, calibration: undefined, intent: undefined });
  if (keptBank?.of === of) return keptBank.bank;
  const body = parseBody(scenario);
  const anatomy = resolveAnatomy(body);
  const units = new BodyEngine(body, anatomy).unitSources();
  const bank = deriver.derive(anatomy, units, body.sampleRateHz, body.seed);
  keptBank = { of, bank };
  return bank;
}

/** Templates of a body as a running synthesizer asks for them. */
export function deriveTemplates({ anatomy, units, sampleRateHz, seed }: TemplateRequest): TemplateBank {
  return deriver.derive(anatomy, units, sampleRateHz, seed);
}

/**
 * Run the scripted calibration of a scenario, faster than real time, and train on it. Where only the decoder's
 * description is another one than the last time, the signal recorded then is used again.
 */
export async function runCalibration(task: CalibrationTask): Promise<Calibrated> {
  const { scenario, templates, module, wantsRecordings = false, progress } = task;
  const start = performance.now();
  const bodyOnly = JSON.stringify({ ...scenario, ...notRecorded });
  let kept = keptCalibration;
  if (kept?.of !== bodyOnly) {
    const bank = templates ?? deriveFresh(scenario);
    const done = (share: number): void =>
      progress?.postMessage(DERIVING_SHARE + (RECORDED_SHARE - DERIVING_SHARE) * share);
    done(0);
    kept = {
      of: bodyOnly,
      bank,
      recordings: recordCalibration(scenario, { templates: bank, onProgress: done }),
    };
    keptCalibration = kept;
  }
  const { bank, recordings } = kept;
  const { electrodes, sampleRateHz, decoder: spec } = scenario;
  const channelNames = electrodes.positions.map(({ name }, c) => name || `CH${c + 1}`);
  const trained = await train({ spec, recordings, sampleRateHz, channelNames, module }, start);
  return { ...trained, templates: bank, ...(wantsRecordings && { recordings }) };
}

/** Train on recordings that were made by hand or come from files. */
export function runTraining(task: TrainingTask): Promise<Trained> {
  return train(task, performance.now());
}

async function train(task: TrainingTask, startMs: number): Promise<Trained> {
  const { spec, recordings, sampleRateHz, channelNames, module } = task;
  const signal = { sampleRateHz, channelNames };
  const own = Decoder.train(spec, recordings, signal);
  if (module === undefined) return trainedOf(own.decoder, own.report, recordings, startMs);
  const { create } = await loadClassifierModule(module);
  const { report } = Decoder.train(spec, recordings, { ...signal, classifier: create });
  return trainedOf(own.decoder, report, recordings, startMs);
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
