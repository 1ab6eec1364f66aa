import { ModelError, MyodesisError } from '../ground/signal/errors.js';
import { parseFields } from '../ground/signal/parse-fields.js';
import { classifierFromJSON } from './classifiers/create-classifier.js';
import { FlatClassifier } from './classifiers/classifier.js';
import { ModelReader } from './classifiers/model-reader.js';
import { ClassificationControl } from './control/classification-control.js';
import type { Control } from './control/control.js';
import { RegressionControl } from './control/regression-control.js';
import { decoderFields, untrainedPaths, type DecoderSpec } from './decoder-fields.js';
import type { DecoderParts } from './decoder-parts.js';
import { DirectControl } from './direct-control/direct-control.js';
import { namedExtensions, namesOf, restorer, type ExtensionNames } from './extension-names.js';
import type { Extensions } from './extensions.js';
import type { FeatureOptions } from './features/feature-options.js';
import { readFeatureOptions } from './saved-feature-options.js';
import { regressorFromJSON } from './regressors/create-regressor.js';
import { amplitudeKinds, type AmplitudeKind } from './training/window-amplitudes.js';
import { FlatRegressor } from './regressors/regressor.js';
import { Standardizer } from './training/standardizer.js';
import type { SignalContext } from './signal-context.js';

/** A trained decoder as plain JSON. */
export interface SavedDecoder extends SignalContext {
  readonly format: 'myodesis-decoder';
  readonly version: 1;
  /** Filters, window, features and model it was trained with. */
  readonly spec: DecoderSpec;
  readonly featureNames: readonly string[];
  readonly featureOptions: FeatureOptions;
  /** How the amplitude of each channel is taken; absent where all are mean absolute values. */
  readonly amplitudeKinds?: readonly AmplitudeKind[];
  readonly classes: readonly string[];
  /** Windows learned from, by class. */
  readonly counts: Readonly<Record<string, number>>;
  /** Marks by which recordings that it learned from are known again. */
  readonly marks: readonly number[];
  readonly standardizer: unknown;
  readonly control: unknown;
  /** Names of the parts of one's own that it was trained with; absent where there are none. */
  readonly extensions?: ExtensionNames;
}

/** What a saved decoder is to be used on, and the parts of one's own that it was trained with. */
export interface DecoderExpectation extends Partial<SignalContext> {
  readonly spec?: DecoderSpec;
  readonly extensions?: Extensions;
}

/** The JSON of a decoder. */
export function decoderJSON(
  parts: DecoderParts,
  featureNames: readonly string[],
  classes: readonly string[],
): SavedDecoder {
  const { spec, signal, featureOptions, amplitudeKinds, counts, marks, standardizer, control } = parts;
  const extensions = namesOf(parts);
  return {
    format: 'myodesis-decoder',
    version: 1,
    spec,
    ...signal,
    featureNames,
    featureOptions,
    ...(amplitudeKinds.some((kind) => kind !== 'absolute') && { amplitudeKinds }),
    classes,
    counts,
    marks,
    standardizer: standardizer.toJSON(),
    control: control.toJSON(),
    ...(extensions && { extensions }),
  };
}

/**
 * Check and take apart the JSON of a decoder.
 * @throws ModelError on damaged content, or listing what differs from what is expected
 */
export function readDecoder(
  json: unknown,
  expected: DecoderExpectation,
): DecoderParts & { readonly featureNames: readonly string[] } {
  const reader = new ModelReader(json, 'decoder');
  if (reader.raw('format') !== 'myodesis-decoder' || reader.raw('version') !== 1)
    throw new ModelError(
      `saved decoder: got format ${String(reader.raw('format'))} version ${String(reader.raw('version'))}, ` +
        'expected myodesis-decoder version 1',
      { hint: 'Choose a file saved by the decoder, or train again.' },
    );
  const spec = readSpec(reader.raw('spec'));
  const channelNames = reader.texts('channelNames');
  if (channelNames.length === 0)
    throw reader.wrong('channelNames', 'an empty list', 'a name for each channel');
  const signal = {
    sampleRateHz: reader.number('sampleRateHz', 1, 1e6),
    channelNames,
    ...(reader.has('unitVolts') && { unitVolts: reader.number('unitVolts', 1e-15, 1e6) }),
  };
  const differences = decoderDifferences({ spec, ...signal }, expected);
  if (differences.length > 0)
    throw new ModelError(`the saved decoder does not fit: ${differences.join('; ')}`, {
      hint: 'Use the settings it was trained with, or train it again with these.',
    });
  const featureNames = reader.texts('featureNames');
  const classes = reader.texts('classes');
  const counts = reader.child('counts');
  const extensions = namedExtensions(reader, expected.extensions);
  const control = readControl(spec, reader.child('control'), signal.channelNames.length, extensions);
  checkFeatures(control, featureNames.length);
  if (control.classes.join() !== classes.join())
    throw new ModelError(
      `saved decoder: got classes ${classes.join(', ')}, expected ${control.classes.join(', ')}`,
      {
        hint: 'The file is damaged; train and save the decoder again.',
      },
    );
  return {
    spec,
    signal,
    extensions,
    featureNames,
    featureOptions: readFeatureOptions(reader.child('featureOptions'), signal.channelNames.length),
    amplitudeKinds: readAmplitudeKinds(reader, signal.channelNames.length),
    counts: Object.fromEntries(
      Object.keys(Object(reader.raw('counts'))).map((label) => [label, counts.count(label)]),
    ),
    marks: Array.from(reader.numbers('marks')),
    standardizer: Standardizer.fromJSON(reader.child('standardizer'), featureNames.length),
    control,
  };
}

/** What differs between a decoder and what it is to be used on, as phrases; empty where it fits. */
export function decoderDifferences(
  saved: SignalContext & { readonly spec: DecoderSpec },
  expected: Partial<SignalContext> & { readonly spec?: DecoderSpec },
): string[] {
  const differences: string[] = [];
  const compare = (what: string, was: unknown, is: unknown): void => {
    const [a, b] = [JSON.stringify(was), JSON.stringify(is)];
    if (is !== undefined && a !== b) differences.push(`${what} was ${a} in training and is ${b}`);
  };
  compare('the sampling rate in Hz', saved.sampleRateHz, expected.sampleRateHz);
  compare('the list of channels', saved.channelNames, expected.channelNames);
  const { spec } = expected;
  if (spec)
    // Lists as wholes: one filter or feature does not say what it stands among.
    for (const path of new Set(untrainedPaths(saved.spec, spec).map((one) => one.replace(/\.\d.*$/, ''))))
      compare(path, valueAt(saved.spec, path), valueAt(spec, path));
  return differences;
}

function valueAt(spec: DecoderSpec, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => Object(value)[key], spec);
}

function readSpec(value: unknown): DecoderSpec {
  try {
    return parseFields(decoderFields, value, 'decoder');
  } catch (cause) {
    if (!(cause instanceof MyodesisError)) throw cause;
    throw new ModelError(`saved decoder: ${cause.message}`, {
      hint: cause.hint || 'Choose a file saved by the decoder, or train again.',
      cause,
    });
  }
}

/** A model asks for as many features as the decoder takes. */
function checkFeatures(control: Control, expected: number): void {
  const model =
    control instanceof ClassificationControl
      ? control.classifier
      : control instanceof RegressionControl
        ? control.regressor
        : undefined;
  const flat = model instanceof FlatClassifier || model instanceof FlatRegressor;
  if (!flat || model.features === expected) return;
  throw new ModelError(
    `saved decoder: got a ${model.kind} of ${model.features} features, expected ${expected}`,
    {
      hint: 'The file is damaged; train and save the decoder again.',
    },
  );
}

function readAmplitudeKinds(reader: ModelReader, channels: number): readonly AmplitudeKind[] {
  if (!reader.has('amplitudeKinds')) return new Array<AmplitudeKind>(channels).fill('absolute');
  return reader.choices('amplitudeKinds', amplitudeKinds, channels);
}

function readControl(
  spec: DecoderSpec,
  reader: ModelReader,
  channels: number,
  { classifier, regressor, smoothing }: Extensions,
): Control {
  const kind = reader.text('kind');
  if (kind !== spec.control)
    throw reader.wrong('kind', kind, `${spec.control}, as decoder.spec.control says`);
  if (kind === 'regression')
    return RegressionControl.fromJSON(spec, reader, restorer('regressor', regressor) ?? regressorFromJSON);
  if (kind === 'direct') return DirectControl.fromJSON(spec, reader, channels);
  const restore = restorer('classifier', classifier) ?? classifierFromJSON;
  return ClassificationControl.fromJSON(spec, reader, restore, smoothing);
}
