import type { Classifier } from './classifiers/classifier.js';
import type { DecoderSpec } from './decoder-fields.js';
import type { Feature } from './features/own-feature.js';
import type { Filter } from './filters/filter.js';
import type { Regressor } from './regressors/regressor.js';
import type { Smoothing } from './smoothing/smoothing.js';

/** Makes models of one's own, and restores saved ones. */
export interface ModelMaker<Model> {
  /** Name by which a saved decoder asks for it. */
  readonly name: string;
  /** An untrained model; called once per fold and once for the model that is kept. */
  create(): Model;
  /** A trained model from what its `toJSON` gave; without it a saved decoder cannot be loaded. */
  fromJSON?(json: unknown): Model;
}

/**
 * Parts of one's own, beside what a decoder's description says: whatever is given here takes part. A saved decoder
 * remembers their names and must be given them again.
 *
 * @example
 * const extensions: Extensions = { features: [peak], classifier: () => new NearestMean() };
 * const { decoder } = calibrate(scenario, { extensions });
 * const copy = Decoder.fromJSON(JSON.parse(JSON.stringify(decoder)), { extensions });
 */
export interface Extensions {
  /** Taken where the description names them, the others after all that it names. */
  readonly features?: readonly Feature[];
  /** Run after the filters of the description, in this order. */
  readonly filters?: readonly Filter[];
  /** In place of the description's, where control is by classification. */
  readonly classifier?: ModelMaker<Classifier> | (() => Classifier);
  /** In place of the description's, where control is by regression. */
  readonly regressor?: ModelMaker<Regressor> | (() => Regressor);
  /** Run after the smoothing of the description, in this order, where control is by classification. */
  readonly smoothing?: readonly Smoothing[];
}

/** A maker from what people write; one that is only a function goes by the name `own`. */
export function maybeMaker<Model>(
  given: ModelMaker<Model> | (() => Model) | undefined,
): ModelMaker<Model> | undefined {
  return typeof given === 'function' ? { name: 'own', create: given } : given;
}

/** Parts of one's own that take no part in a kind of control, as sentences for the training's report. */
export function unusedParts(
  control: DecoderSpec['control'],
  { classifier, regressor, smoothing = [] }: Extensions,
): string[] {
  const wrongControl = `this is control by ${control}`;
  const unused: string[] = [];
  if (control !== 'classification' && classifier)
    unused.push(`The classifier of your own is left out: ${wrongControl}.`);
  if (control !== 'classification' && smoothing.length > 0)
    unused.push(
      `The smoothing of your own (${smoothing.map(({ name }) => name).join(', ')}) is left out: ${wrongControl}.`,
    );
  if (control !== 'regression' && regressor)
    unused.push(`The regressor of your own is left out: ${wrongControl}.`);
  return unused;
}
