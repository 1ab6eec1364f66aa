import { channelNames } from '../body/anatomy/channel-names.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { Decoder } from '../decoder/decoder.js';
import type { TrainingRecording } from '../decoder/training/training-windows.js';
import { individual } from '../body/person/individual.js';
import { IntentScript } from '../body/intent/intent-script.js';
import type { IntentSpec } from '../body/intent/intent-fields.js';
import { calibrationScenario } from '../patient/calibrate.js';
import type { Scenario } from '../scenario/scenario.js';
import { decideRecordings } from '../study/decide-recordings.js';
import { Synthesizer } from '../body/synthesis/synthesizer.js';
import { TemplateShop } from '../body/synthesis/template-shop.js';

/** Session number of the trials a decoder is tested on: the same person on another occasion. */
const TEST_SESSION = 2;
/** Rest between prompts, ms: enough for the slowest reaction, so that no contraction reaches into the next prompt. */
const REST_MS = 600;

/** The same person is asked again and again. */
const shop = new TemplateShop();

/**
 * Recordings of a person who follows the prompts of the scenario's calibration.
 * @param changes to how the prompts run, such as other strengths
 * @param from where in the prompt a recording starts: at the hold, or at the prompt itself, ramp included
 */
export function promptedRecordings(
  scenario: Scenario,
  changes: Partial<IntentSpec> = {},
  from: 'hold' | 'ramp' = 'hold',
): TrainingRecording[] {
  const prompts = calibrationScenario(scenario);
  const body = { ...prompts, intent: { ...prompts.intent, restMs: REST_MS, ...changes } };
  const synthesizer = new Synthesizer(body, { templates: shop.fresh(body) });
  const { intent, seed, sampleRateHz } = individual(body);
  return new IntentScript(intent, seed, sampleRateHz, vocabularyOf(body)).trials().map((trial) => {
    const start = from === 'hold' ? trial.holdStart : trial.start;
    if (start > synthesizer.index) synthesizer.next(start - synthesizer.index);
    const { signal } = synthesizer.next(trial.holdEnd - synthesizer.index);
    return { label: trial.movement, repetition: trial.repetition, signal };
  });
}

/** As {@link promptedRecordings}, on another occasion than the calibration. */
export function testRecordings(scenario: Scenario, changes: Partial<IntentSpec> = {}): TrainingRecording[] {
  return promptedRecordings(scenario, { session: TEST_SESSION, ...changes });
}

/** Train the scenario's decoder; accuracy is that of leaving one repetition out. */
export function trained(
  scenario: Scenario,
  recordings: readonly TrainingRecording[],
): { decoder: Decoder; accuracy: number } {
  const { decoder, report } = Decoder.train(scenario.decoder, recordings, contextOf(scenario));
  return { decoder, accuracy: report.accuracy };
}

/** Share of the windows of some recordings that a decoder decides rightly, without smoothing. */
export function accuracyOn(decoder: Decoder, recordings: readonly TrainingRecording[]): number {
  const decisions = decideRecordings(decoder, recordings, 'learned');
  const right = decisions.filter(({ predicted, label }) => decoder.classes[predicted] === label);
  return right.length / decisions.length;
}

function contextOf({ electrodes, sampleRateHz }: Scenario): { sampleRateHz: number; channelNames: string[] } {
  return { sampleRateHz, channelNames: channelNames(electrodes) };
}
