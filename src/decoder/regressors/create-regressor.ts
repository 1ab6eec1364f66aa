import { ModelError } from '../../ground/signal/errors.js';
import { closest } from '../../ground/signal/parse-fields.js';
import { ModelReader } from '../classifiers/model-reader.js';
import { regressorKinds, type ModelOptions } from '../model-fields.js';
import { KernelRidge } from './kernel-ridge.js';
import { MlpRegressor } from './mlp-regressor.js';
import type { FlatRegressor } from './regressor.js';
import { Ridge } from './ridge.js';

/**
 * An untrained regressor of a kind; options that the kind does not know are ignored.
 * @throws ModelError on an unknown kind
 */
export function createRegressor(kind: string, options: Partial<ModelOptions> = {}): FlatRegressor {
  if (kind === 'ridge') return new Ridge(options);
  if (kind === 'kernel-ridge') return new KernelRidge(options);
  if (kind === 'mlp') return new MlpRegressor(options);
  throw unknownKind(kind);
}

/**
 * A trained regressor from its JSON.
 * @throws ModelError on an unknown kind or damaged content
 */
export function regressorFromJSON(json: unknown): FlatRegressor {
  const kind = new ModelReader(json, 'regressor').text('kind');
  if (kind === 'ridge') return Ridge.fromJSON(json);
  if (kind === 'kernel-ridge') return KernelRidge.fromJSON(json);
  if (kind === 'mlp') return MlpRegressor.fromJSON(json);
  throw unknownKind(kind);
}

function unknownKind(kind: string): ModelError {
  const guess = closest(kind, regressorKinds);
  return new ModelError(`got regressor ${kind}, expected one of ${regressorKinds.join(', ')}`, {
    hint: guess ? `Did you mean ${guess}?` : 'Ridge is a good start.',
  });
}
