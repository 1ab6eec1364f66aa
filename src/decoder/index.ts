/**
 * `myodesis/decoder`: what reads the signal – filters, windows, features, classifiers, regressors, smoothing,
 * training – and the prosthesis that obeys. It knows nothing of the body.
 *
 * @module myodesis/decoder
 */
export * from '../ground/index.js';

// Filters and windows
export { designFilter, type FilterDesign } from './filters/design-filter.js';
export type * from './filters/filter-spec.js';
export type { Section } from './filters/frequency-response.js';
export type * from './filters/chain-spec.js';
export type { Filter } from './filters/filter.js';
export { FilterChain, type FilteredBlock } from './filters/filter-chain.js';
export { filterSpecs } from './filters/filter-fields.js';
export type { Stage } from './filters/stage.js';
export { whiteningMatrix } from './filters/whitening.js';
export { Windower, type Window, type WindowerOptions } from './window.js';

// Features
export * from './features/extract-features.js';
export type { FeatureUnit } from './features/feature.js';
export type { FeatureCounts, FeatureForm, FormFeature } from './features/feature-options.js';

// Classifiers and regressors
export { argmax, type Classifier, type FlatClassifier } from './classifiers/classifier.js';
export type * from './classifiers/compiled-model.js';
export type { FeatureLabels } from './classifiers/constant-features.js';
export { classifierFromJSON, createClassifier } from './classifiers/create-classifier.js';
export { GaussianNaiveBayes } from './classifiers/gaussian-naive-bayes.js';
export { Knn, type KnnOptions } from './classifiers/knn.js';
export type { ClassStatistics } from './classifiers/class-statistics.js';
export { Lda, type LdaOptions } from './classifiers/lda.js';
export { LinearSvm, type LinearSvmOptions } from './classifiers/linear-svm.js';
export { Mahalanobis } from './classifiers/mahalanobis.js';
export { Mlp } from './classifiers/mlp.js';
export { type MlpOptions } from './classifiers/mlp-network.js';
export { NearestCentroid } from './classifiers/nearest-centroid.js';
export { Qda } from './classifiers/qda.js';
export { RandomForest, type RandomForestOptions } from './classifiers/random-forest.js';
export type { Labels, Rows, TrainingSet } from './classifiers/training-set.js';
export { createRegressor, regressorFromJSON } from './regressors/create-regressor.js';
export { KernelRidge, type KernelRidgeOptions } from './regressors/kernel-ridge.js';
export { MlpRegressor } from './regressors/mlp-regressor.js';
export type { FlatRegressor, Regressor, RegressionSet } from './regressors/regressor.js';
export { Ridge, type RidgeOptions } from './regressors/ridge.js';
export { classifierKinds, modelFields, type ClassifierKind, type ModelOptions } from './model-fields.js';
export type * from './outside-model.js';

// From posterior to decision
export { BayesianFusion } from './smoothing/bayesian-fusion.js';
export { ConfidenceRejection } from './smoothing/confidence-rejection.js';
export { deadband } from './smoothing/deadband.js';
export { Debounce } from './smoothing/debounce.js';
export {
  DecisionSmoother,
  smoothingSteps,
  type Smoothed,
  type SmootherSettings,
} from './smoothing/decision-smoother.js';
export { MajorityVote } from './smoothing/majority-vote.js';
export { OneEuroFilter } from './smoothing/one-euro-filter.js';
export { OnsetThreshold, type RestAmplitude } from './smoothing/onset-threshold.js';
export type { Smoothing, SmoothingStep } from './smoothing/smoothing.js';
export { smoothingFields, type SmoothingSpec } from './smoothing/smoothing-fields.js';
export { VelocityRamp } from './smoothing/velocity-ramp.js';
export { proportionalFields, type ProportionalSpec } from './proportional/proportional-fields.js';
export { ProportionalSpeed } from './proportional/proportional-speed.js';
export { directControlFields, type DirectControlSpec } from './direct-control/direct-control-fields.js';
export { TwoSiteControl, type DirectAction } from './direct-control/two-site-control.js';

// Training and the whole decoder
export type { Classification, Estimate } from './classification.js';
export * from './decoder.js';
export type { Decoding } from './decoding.js';
export type { Extensions, ModelMaker } from './extensions.js';
export type { FeatureReading } from './feature-reading.js';
export type { FeatureVector } from './feature-vector.js';
export type { Stamp } from './stamp.js';
export { decoderFields, type DecoderSpec } from './decoder-fields.js';
export type { DecoderExpectation, SavedDecoder } from './decoder-json.js';
export type { AmplitudeKind } from './training/window-amplitudes.js';
export type { ExtensionNames } from './extension-names.js';
export type { OutsideQuestionsOptions } from './outside/outside-questions.js';
export type { ClassQuality } from './training/class-quality.js';
export type { LearnedPattern } from './training/learned-patterns.js';
export type { CalibrationRecording } from './calibration/calibration.js';
export { calibrationFields, type CalibrationSpec } from './calibration/calibration-fields.js';

// The prosthesis
export { type ActuatedState, type ActuatorSettings } from './prosthesis/actuator.js';
export { commandOf, type Command } from './prosthesis/command.js';
export { fingerNames, type FingerName } from './prosthesis/grip.js';
export type { CommandSpec } from './prosthesis/command.js';
export { Prosthesis, type JointState } from './prosthesis/prosthesis.js';
export { prosthesisFields, type ProsthesisSpec } from './prosthesis/prosthesis-fields.js';

// Metrics and online tests
export * from './evaluation/classification-metrics.js';
export * from './evaluation/cross-validate.js';
export * from './evaluation/disturbance-metrics.js';
export * from './evaluation/event-metrics.js';
export type { JointMetrics } from './evaluation/joint-metrics.js';
export * from './evaluation/regression-metrics.js';
export * from './evaluation/fitts-test.js';
export * from './evaluation/motion-test.js';
export * from './evaluation/tac-test.js';
export type { Acquisition } from './evaluation/target-acquisition.js';
export type { TargetTestState } from './evaluation/target-test.js';
export { leaveGroupsOut, type TrainTest } from './evaluation/tested-decisions.js';

// Decoders that travel
export { exportC, type ExportOptions } from './export/export-c.js';
export { exportOnnx } from './export/export-onnx.js';
