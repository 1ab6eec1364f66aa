import { limbOfLevel } from '../body/anatomy/limb.js';
import type { Decoder } from '../decoder/decoder.js';
import type { OutsideModel } from '../decoder/outside-model.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import type { LineSettings } from '../pipeline/decoding-line.js';
import type { Scenario } from '../scenario/scenario.js';
import { jointsOf } from './joints.js';

/** What the line of a patient works by: the prosthesis has the joints that the decoder's classes can move. */
export function settingsOf(
  scenario: Scenario,
  decoder: Decoder,
  outside: OutsideModel | undefined,
): LineSettings {
  const { prosthesis, limb } = scenario;
  const vocabulary = vocabularyOf(scenario);
  const own = limbOfLevel(limb.level);
  const joints = jointsOf(decoder.classes, { ...prosthesis, vocabulary }, own);
  return { decoder, prosthesis, vocabulary, joints, outside };
}
