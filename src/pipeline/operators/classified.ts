import type { OperatorFunction } from 'rxjs';
import type { Classification } from '../../decoder/classification.js';
import { argmax, type Classifier } from '../../decoder/classifiers/classifier.js';
import { posteriorOf } from '../../decoder/control/classification-control.js';
import { Decoder } from '../../decoder/decoder.js';
import type { FeatureVector } from '../../decoder/feature-vector.js';
import { settingsOf, type Live } from '../live.js';
import { unusable } from '../read-setting.js';
import { stateful } from '../stateful.js';

/**
 * Ask a trained model about every feature vector: a decoder's, or any classifier, ours or one's own.
 * @throws ModelError where the features are not those it learned
 * @example features$.pipe(classified(new Lda().fit(rows, labels)))
 */
export function classified(
  model: Live<Classifier | Decoder>,
): OperatorFunction<FeatureVector, Classification> {
  return stateful(settingsOf(model, read), (chosen) => ({
    push: (vector: FeatureVector, emit: (classification: Classification) => void) =>
      emit(chosen instanceof Decoder ? chosen.classify(vector) : classify(chosen, vector)),
  }));
}

function classify(classifier: Classifier, vector: FeatureVector): Classification {
  const { index, windowIndex, label, amplitudes, values } = vector;
  const posterior = posteriorOf(classifier, values);
  return { index, windowIndex, label, amplitudes, posterior, predicted: argmax(posterior) };
}

function read(given: Classifier | Decoder): Classifier | Decoder {
  if (given instanceof Decoder) return given;
  if (typeof given === 'object' && given !== null && 'posterior' in given) return given;
  throw unusable(
    'classified',
    given,
    'a decoder or a trained classifier',
    'classified(new Lda().fit(rows, labels))',
  );
}
