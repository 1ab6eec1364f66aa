import { channelNames } from '../body/anatomy/channel-names.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import {
  Calibration as ScreenGuidedTraining,
  type CalibrationRecording,
} from '../decoder/calibration/calibration.js';
import { createPlan, type PromptPhase } from '../decoder/calibration/calibration-plan.js';
import { Decoder, type TrainingReport } from '../decoder/decoder.js';
import type { Extensions } from '../decoder/extensions.js';
import type { TemplateBank } from '../body/conductor/template-bank.js';
import { calibrationScript } from '../body/intent/calibration-script.js';
import { individual } from '../body/person/individual.js';
import { IntentScript } from '../body/intent/intent-script.js';
import type { Scenario } from '../scenario/scenario.js';
import { Synthesizer } from '../body/synthesis/synthesizer.js';

/** Seconds that are recorded at a time. */
const BLOCK_S = 0.5;

/** What a calibration may be told beside the scenario. */
export interface CalibrationOptions {
  /** Templates derived before, to save time. */
  readonly templates?: TemplateBank;
  /** Parts of one's own for the decoder: features, filters, a classifier, a regressor, smoothing. */
  readonly extensions?: Extensions;
  /** Number of the session in which the prompts are followed; default that of calibrations. */
  readonly session?: number;
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

const TEST_SESSION = CALIBRATION_SESSION + 1;

/**
 * Number of a session that nothing can have learned from: neither live use nor calibration, which people record and
 * train on elsewhere.
 */
export function testSession({ intent: { session } }: Scenario): number {
  return session === TEST_SESSION ? TEST_SESSION + 1 : TEST_SESSION;
}

/**
 * The scenario whose user follows the prompts of the calibration, sample by sample. In the free style nobody prompts:
 * the person holds each movement once per repetition, at their own pace.
 */
export function calibrationScenario(scenario: Scenario, session = CALIBRATION_SESSION): Scenario {
  const { sampleRateHz, calibration } = scenario;
  const { movements, repetitions, holdMs, restMs, strengthPercent } = calibration;
  const user = { ...scenario.intent, session };
  const [prompt] = createPlan(calibration, sampleRateHz);
  if (!prompt) {
    const own = { ...user, reactionMs: 0, reactionVariabilityMs: 0 };
    const pace = { repetitions, leadMs: restMs, rampMs: own.rampMs, holdMs, restMs, strengthPercent };
    return { ...scenario, intent: calibrationScript(movements, pace, own) };
  }
  const msOf = (...phases: PromptPhase[]): number => {
    const lasting = prompt.phases.filter(({ phase }) => phases.includes(phase));
    return (1000 * lasting.reduce((sum, { length }) => sum + length, 0)) / sampleRateHz;
  };
  const pace = {
    repetitions,
    leadMs: msOf('countdown'),
    rampMs: msOf('ramp-up'),
    holdMs: msOf('hold'),
    restMs: msOf('rest', 'countdown'),
    strengthPercent,
  };
  return { ...scenario, intent: calibrationScript(movements, pace, user) };
}

/**
 * Record the calibration of a scenario, faster than real time: what screen-guided training gives on a person, for
 * every prompt the part the decoder learns from.
 */
export function recordCalibration(
  scenario: Scenario,
  { templates, session, onProgress = () => undefined }: CalibrationOptions = {},
): CalibrationRecording[] {
  const prompted = calibrationScenario(scenario, session);
  const synthesizer = new Synthesizer(prompted, { templates });
  if (scenario.calibration.style === 'free') return recordFreely(prompted, synthesizer, onProgress);
  const prompts = new ScreenGuidedTraining(scenario.calibration, scenario.sampleRateHz);
  while (!prompts.done) {
    prompts.push(synthesizer.next(Math.round(BLOCK_S * scenario.sampleRateHz)).signal);
    onProgress(Math.min(1, prompts.state().progress));
  }
  return [...prompts.recordings];
}

/** The person holds a key for as long as the movement lasts. */
function recordFreely(
  scenario: Scenario,
  synthesizer: Synthesizer,
  onProgress: (share: number) => void,
): CalibrationRecording[] {
  const { intent, seed, sampleRateHz } = individual(scenario);
  const trials = new IntentScript(intent, seed, sampleRateHz, vocabularyOf(scenario)).trials();
  return trials.map(({ movement: label, repetition, holdStart, holdEnd }, t) => {
    const before = holdStart - synthesizer.index;
    if (before > 0) synthesizer.next(before);
    const { signal } = synthesizer.next(holdEnd - holdStart);
    onProgress((t + 1) / trials.length);
    return { label, repetition, signal };
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
  return {
    ...Decoder.train(scenario.decoder, recordings, {
      sampleRateHz,
      channelNames: channelNames(electrodes),
      movements: scenario.movements,
      extensions: options.extensions,
    }),
    recordings,
  };
}
