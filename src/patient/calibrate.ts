import { Decoder, type TrainingRecording, type TrainingReport } from '../decoder/decoder.js';
import type { Extensions } from '../decoder/extensions.js';
import type { TemplateBank } from '../body/conductor/template-bank.js';
import { calibrationScript } from '../body/intent/calibration-script.js';
import { IntentScript, type Trial } from '../body/intent/intent-script.js';
import type { MovementId } from '../ground/movement/movement.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { Scenario } from '../scenario/scenario.js';
import { Synthesizer } from '../body/synthesis/synthesizer.js';

/** One prompt of a calibration, with the signal it gave. */
export interface CalibrationRecording extends TrainingRecording {
  readonly label: MovementId;
  readonly repetition: number;
  readonly signal: SampleBlock;
}

/** What a calibration may be told beside the scenario. */
export interface CalibrationOptions {
  /** Templates derived before, to save time. */
  readonly templates?: TemplateBank;
  /** Parts of one's own for the decoder: features, filters, a classifier, a regressor, smoothing. */
  readonly extensions?: Extensions;
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** A trained decoder with everything that was measured on the way. */
export interface Calibration {
  readonly decoder: Decoder;
  /** Accuracy, confusion and quality on repetitions that were held out. */
  readonly report: TrainingReport;
  readonly recordings: readonly CalibrationRecording[];
}

/**
 * Number of the session that a calibration is. Live use is session 0: the same person, other trials, so that
 * no decoder meets the very contractions it was trained on.
 */
export const CALIBRATION_SESSION = 1;

/** The scenario whose user follows the prompts of the calibration. */
export function calibrationScenario(scenario: Scenario): Scenario {
  const { movements, repetitions, rampMs, holdMs, restMs, strengthPercent } = scenario.calibration;
  const script = calibrationScript(
    movements,
    { repetitions, rampMs, holdMs, restMs, strengthPercent },
    { ...scenario.intent, session: CALIBRATION_SESSION },
  );
  return { ...scenario, intent: script };
}

/**
 * Record the scripted calibration of a scenario, faster than real time: what screen-guided training gives on
 * a person, for every prompt the part the decoder learns from.
 */
export function recordCalibration(
  scenario: Scenario,
  options: CalibrationOptions = {},
): CalibrationRecording[] {
  const session = calibrationScenario(scenario);
  const synthesizer = new Synthesizer(session, { templates: options.templates });
  const trials = new IntentScript(session.intent, session.seed, session.sampleRateHz).trials();
  return trials.map((trial, t) => {
    const [from, to] = learnedPart(trial, scenario.calibration.learnFromRamp);
    const lead = from - synthesizer.index;
    if (lead > 0) synthesizer.next(lead);
    const { signal } = synthesizer.next(to - synthesizer.index);
    options.onProgress?.((t + 1) / trials.length);
    return { label: trial.movement, repetition: trial.repetition, signal };
  });
}

/**
 * Calibrate a decoder on the simulated person: record the prompts, train, measure on held-out repetitions.
 * @param options `extensions` bring parts of one's own
 * @throws ModelError where the recordings cannot be learned from
 * @example const { decoder, report } = calibrate(presetByName('transhumeral-tmr'))
 */
export function calibrate(scenario: Scenario, options: CalibrationOptions = {}): Calibration {
  const recordings = recordCalibration(scenario, options);
  const { electrodes, sampleRateHz } = scenario;
  const channelNames = electrodes.positions.map(({ name }, c) => name || `CH${c + 1}`);
  return {
    ...Decoder.train(scenario.decoder, recordings, {
      sampleRateHz,
      channelNames,
      extensions: options.extensions,
    }),
    recordings,
  };
}

/** Samples of a prompt to learn from: the hold, and the upper halves of rise and fall where asked for. */
function learnedPart(
  { start, holdStart, holdEnd, end, movement }: Trial,
  withRamps: boolean,
): [from: number, to: number] {
  if (!withRamps || movement === 'rest') return [holdStart, holdEnd];
  return [Math.round((start + holdStart) / 2), Math.round((holdEnd + end) / 2)];
}
