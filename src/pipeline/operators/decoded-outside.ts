import { pipe, type OperatorFunction } from 'rxjs';
import type { Classification } from '../../decoder/classification.js';
import type { Decision } from '../../decoder/decision.js';
import type { Decoder } from '../../decoder/decoder.js';
import type { FeatureVector } from '../../decoder/feature-vector.js';
import type { OutsideModel } from '../../decoder/outside-model.js';
import { OutsideQuestions, type OutsideQuestionsOptions } from '../../decoder/outside/outside-questions.js';
import type { Window } from '../../decoder/window.js';
import { settingsOf, type Live } from '../live.js';
import { stateful, type Step } from '../stateful.js';
import { readDecoder } from './decoded.js';
import { featured } from './featured.js';
import { smoothed } from './smoothed.js';

/** Which model answers: the decoder's own, or one outside in its place. */
export interface Answering {
  readonly decoder: Decoder;
  readonly outside?: OutsideModel | undefined;
}

/**
 * Decide on every filtered window by an outside model in place of the decoder's own. Decisions come when it has
 * answered, in the order of the windows; where it does not answer in time the window counts as rest.
 * @param options `overflow`: what happens to windows while 32 questions are open. `rest`, the default, for a stream
 * in real time; `wait` for a recording, where nothing is lost by it
 * @example windows$.pipe(decodedOutside(decoder, model))
 */
export function decodedOutside(
  decoder: Live<Decoder>,
  model: OutsideModel,
  options?: OutsideQuestionsOptions,
): OperatorFunction<Window, Decision> {
  const decoder$ = settingsOf(decoder, readDecoder);
  const answering$ = settingsOf(
    decoder,
    (given) => ({ decoder: readDecoder(given), outside: model }),
    sameAnswering,
  );
  return pipe(featured(decoder$), answered(answering$, options), smoothed(decoder$));
}

/** Ask whichever model answers about every feature vector. When another one is to, open questions are dropped. */
export function answered(
  by: Live<Answering>,
  options?: OutsideQuestionsOptions,
): OperatorFunction<FeatureVector, Classification> {
  return stateful(
    settingsOf(by, (given) => given, sameAnswering),
    ({ decoder, outside }): Step<FeatureVector, Classification> =>
      outside
        ? new OutsideQuestions(decoder, outside, options)
        : { push: (vector, emit) => emit(decoder.classify(vector)) },
  );
}

function sameAnswering(a: Answering, b: Answering): boolean {
  return a.decoder === b.decoder && a.outside === b.outside;
}
