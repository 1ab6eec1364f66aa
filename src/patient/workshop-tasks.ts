import { channelNames } from '../body/anatomy/channel-names.js';
import type { OwnMovement } from '../ground/movement/own-movements.js';
import type { TemplateBank } from '../body/conductor/template-bank.js';
import { Decoder, type TrainingRecording, type TrainingReport } from '../decoder/decoder.js';
import type { Classifier } from '../decoder/classifiers/classifier.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import type { SavedDecoder } from '../decoder/decoder-json.js';
import { recordCalibration } from './calibrate.js';
import { measuredOf } from '../protocol/schemas.js';
import type { CalibrationSummary } from '../protocol/server-messages.js';
import type { Scenario } from '../scenario/scenario.js';
import type { TemplateRequest } from '../body/synthesis/synthesizer.js';
import { TemplateShop } from '../body/synthesis/template-shop.js';

/**
 * The work that is too long for the thread that streams. Plain functions: a worker thread runs them, and so
 * can any caller.
 */

/** A trained decoder as it travels between threads. */
export interface Trained {
  readonly decoder: SavedDecoder;
  readonly summary: CalibrationSummary;
}

/** A decoder trained on a calibration, with what it learned from and the templates of the body that made it. */
export interface Calibrated extends Trained {
  readonly templates: TemplateBank;
  readonly recordings: readonly TrainingRecording[];
}

/** What {@link runCalibration} needs; can be cloned to a thread. */
export interface CalibrationTask {
  readonly scenario: Scenario;
  /** Templates of the scenario's body when fresh, where they are known already. */
  readonly templates?: TemplateBank;
  /** Module whose classifier is to be measured in place of the scenario's. */
  readonly module?: string;
}

/** What the place where the work is done gives it. */
export interface TaskHost {
  /** Load the classifier of a module; makes untrained ones. */
  readonly loadClassifier: (module: string) => Promise<() => Classifier>;
  /** Told the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** What {@link runTraining} needs; can be cloned to a thread. */
export interface TrainingTask {
  readonly spec: DecoderSpec;
  readonly recordings: readonly TrainingRecording[];
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
  /** Volts per number of the file that the recordings come from, where its numbers are not µV. */
  readonly unitVolts?: number;
  /** Movements of the scenario's own, which labels may name. */
  readonly movements?: readonly OwnMovement[];
  readonly module?: string;
}

/** Share of a calibration that deriving templates takes, for the progress shown. */
const DERIVING_SHARE = 0.3;
/** The same at the end of the recordings, before training. */
const RECORDED_SHARE = 0.85;

// Kept between calls: after a small change of the body most of the conductor's work need not be done again.
const shop = new TemplateShop();

/** Templates of a body that is fresh. */
export function deriveFresh(scenario: Scenario): TemplateBank {
  return shop.fresh(scenario);
}

/** Templates of a body as a running synthesizer asks for them. */
export function deriveRequested(request: TemplateRequest): TemplateBank {
  return shop.derive(request);
}

/** Run the scripted calibration of a scenario, faster than real time, and train on it. */
export async function runCalibration(
  { scenario, templates: given, module }: CalibrationTask,
  { loadClassifier, onProgress = () => undefined }: TaskHost,
): Promise<Calibrated> {
  const start = performance.now();
  const templates = given ?? deriveFresh(scenario);
  const done = (share: number): void =>
    onProgress(DERIVING_SHARE + (RECORDED_SHARE - DERIVING_SHARE) * share);
  done(0);
  const recordings = recordCalibration(scenario, { templates, onProgress: done });
  const { electrodes, sampleRateHz, movements, decoder: spec } = scenario;
  const task = { spec, recordings, sampleRateHz, channelNames: channelNames(electrodes), movements, module };
  return { ...(await train(task, loadClassifier, start)), templates, recordings };
}

/** Train on recordings that were made by hand or come from files. */
export function runTraining(task: TrainingTask, { loadClassifier }: TaskHost): Promise<Trained> {
  return train(task, loadClassifier, performance.now());
}

async function train(
  { spec, recordings, module, ...context }: TrainingTask,
  loadClassifier: TaskHost['loadClassifier'],
  startMs: number,
): Promise<Trained> {
  const own = Decoder.train(spec, recordings, context);
  if (module === undefined) return trainedOf(own.decoder, own.report, recordings, startMs);
  const classifier = await loadClassifier(module);
  const { report } = Decoder.train(spec, recordings, { ...context, extensions: { classifier } });
  return trainedOf(own.decoder, report, recordings, startMs);
}

/** A trained decoder as it travels, with the summary that people see. */
export function trainedOf(
  decoder: Decoder,
  report: TrainingReport,
  recordings: readonly TrainingRecording[],
  startMs: number,
): Trained {
  const { measured, accuracy, classes, confusion, joints, windows, quality, patterns, warnings } = report;
  const readings = decoder.featureReadings;
  const signalSeconds = recordings.reduce((sum, { signal }) => sum + signal.length / signal.sampleRateHz, 0);
  const wallSeconds = (performance.now() - startMs) / 1000;
  return {
    decoder: decoder.toJSON(),
    summary: {
      measured,
      accuracy: measuredOf(accuracy),
      classes,
      confusion,
      joints: joints.map(({ joint, r2, rmse, nrmse, mae }) => ({
        joint,
        r2: measuredOf(r2),
        rmse: measuredOf(rmse),
        nrmse: measuredOf(nrmse),
        mae: measuredOf(mae),
      })),
      windows,
      signalSeconds,
      wallSeconds,
      quality: quality.map(({ label, separability, repeatability, amplitudeOverRest, advice }) => ({
        label,
        separability: measuredOf(separability),
        repeatability: measuredOf(repeatability),
        amplitudeOverRest: measuredOf(amplitudeOverRest),
        advice,
      })),
      patterns: patterns.map(({ label, amplitudes }) => ({ label, amplitudes: amplitudes.map(rounded) })),
      features: {
        units: readings.map(({ unit }) => unit),
        zeros: readings.map(({ zero }) => rounded(zero)),
        steps: readings.map(({ step }) => rounded(step)),
      },
      leftOut: [],
      notes: warnings,
    },
  };
}

/** To the digits that anybody can see: there are many of them. */
const rounded = (value: number): number => Number(value.toPrecision(5));
