/**
 * Myodesis as a library: a simulated residual limb that makes EMG, and a decoder that reads it.
 *
 * @example
 * import { asFastAsPossible, calibrate, presetByName, synthesize } from 'myodesis';
 * const scenario = presetByName('transhumeral-tmr');
 * const { decoder, report } = calibrate(scenario);
 * synthesize(scenario, asFastAsPossible(100)).subscribe((block) => console.log(block.index, block.data));
 *
 * @packageDocumentation
 */

// Ground floor
export * from './ground/signal/sample-block.js';
export * from './ground/signal/ring-buffer.js';
export * from './ground/signal/random.js';
export * from './ground/signal/errors.js';
export * from './ground/signal/field.js';
export {
  allowed,
  closest,
  defaultsOf,
  fieldAt,
  parseFields,
  schemaOf,
} from './ground/signal/parse-fields.js';
export * from './ground/movement/degree-of-freedom.js';
export * from './ground/movement/movement.js';

// The body: makes the signal
export * from './body/anatomy/anatomy.js';
export {
  electrodesFields,
  gridPositions,
  ringPositions,
  type ElectrodesSpec,
} from './body/anatomy/electrodes.js';
export { transferFunction, type LayerLike, type TransferQuery } from './body/conductor/transfer-function.js';
export { limbFields, type LimbSpec } from './body/anatomy/limb.js';
export { surgeryFields, type SurgerySpec } from './body/anatomy/surgery.js';
export { muscleFields, type MuscleSpec } from './body/anatomy/muscle.js';
export { deriveTemplates } from './body/conductor/derive-templates.js';
export type { TemplateBank, UnitSource } from './body/conductor/template-bank.js';
export { createPool, type MotorUnitPool, type PoolMuscle } from './body/physiology/motor-unit-pool.js';
export { motorUnitFields, type MotorUnitSpec } from './body/physiology/motor-unit-fields.js';
export type { Discharges } from './body/physiology/discharges.js';
export { PoolSimulator } from './body/physiology/pool-simulator.js';
export { intentFields, type IntentSpec } from './body/intent/intent-fields.js';
export { IntentScript, type Trial } from './body/intent/intent-script.js';
export type { Activation, IntentState } from './body/intent/intent-state.js';
export { bodyFields, type BodyScenario } from './body/synthesis/body-scenario.js';
export * from './body/synthesis/synthesizer.js';
export type { KernelKind } from './body/synthesis/kernel/add-kernel.js';

// The decoder: reads the signal
export { designFilter } from './decoder/filters/design-filter.js';
export type { FilterDesign } from './decoder/filters/design-filter.js';
export type * from './decoder/filters/filter-spec.js';
export type { Section } from './decoder/filters/frequency-response.js';
export type * from './decoder/filters/chain-spec.js';
export { FilterChain } from './decoder/filters/filter-chain.js';
export { Windower, type Window, type WindowerOptions } from './decoder/window.js';
export * from './decoder/features/extract-features.js';
export { argmax, type Classifier } from './decoder/classifiers/classifier.js';
export { filterSpecs } from './decoder/filters/filter-fields.js';
export { classifierFromJSON, createClassifier } from './decoder/classifiers/create-classifier.js';
export { Lda, type LdaOptions } from './decoder/classifiers/lda.js';
export type { Labels, Rows, TrainingSet } from './decoder/classifiers/training-set.js';
export { modelFields, type ModelOptions } from './decoder/model-fields.js';
export type { FeatureForm, FormFeature } from './decoder/features/feature-options.js';
export * from './decoder/decoder.js';
export { decoderFields, type DecoderSpec } from './decoder/decoder-fields.js';
export type { SavedDecoder } from './decoder/decoder-json.js';
export type { ClassQuality } from './decoder/training/class-quality.js';
export type { FingerName } from './decoder/prosthesis/grip.js';
export { prosthesisFields, type ProsthesisSpec } from './decoder/prosthesis/prosthesis-fields.js';
export { commandOf, type Command } from './decoder/prosthesis/command.js';
export { Prosthesis, type JointState } from './decoder/prosthesis/prosthesis.js';

// The roof: joins them
export {
  changeClass,
  mergeScenario,
  parseScenario,
  scenarioFields,
  scenarioSchema,
  type Scenario,
} from './scenario/scenario.js';
export * from './scenario/journey.js';
export * from './scenario/journey-fields.js';
export { defaultPreset, presetByName, presets, type Preset } from './scenario/presets/index.js';
export { asFastAsPossible, realTime, type Clock, type RealTimeOptions } from './pipeline/clock.js';
export { BLOCK_MS, simulated, synthesize } from './pipeline/simulated.js';
export * from './patient/calibrate.js';
export * from './pipeline/operators/actuated.js';
export * from './pipeline/operators/classified.js';
export * from './pipeline/operators/commanded.js';
export * from './pipeline/operators/decoded.js';
export * from './pipeline/operators/featured.js';
export * from './pipeline/operators/filtered.js';
export * from './pipeline/operators/smoothed.js';
export * from './pipeline/operators/windowed.js';
export * from './protocol/frame.js';
export * from './protocol/messages.js';
export type * from './protocol/server-messages.js';
export * from './protocol/stream-kind.js';
export * from './protocol/test-state.js';
export { createOnlineTest } from './patient/online-tests/create-online-test.js';
export type { OnlineTest, TestProgress, TestSetting, TestTask } from './patient/online-tests/online-test.js';
export { PromptFollower } from './body/user/prompt-follower.js';
export {
  SimulatedUser,
  type Anchor,
  type Posture,
  type Target,
  type UserIntent,
} from './body/user/simulated-user.js';
export { userFields, type UserSpec } from './body/user/user-fields.js';
