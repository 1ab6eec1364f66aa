import {
  isOutside,
  type ClassifierChoice,
  type ClassifierLoader,
  type InsideChoice,
} from '../../src/study/classifier-choice.js';
import { UsageError } from '../errors.js';
import { loadClassifierModule } from '../outside/classifier-module.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';
import { inStudies, openOutside } from '../outside/open-outside.js';

/** Loads a module of classifiers for a study, here or in a worker thread. */
export const loadClassifier: ClassifierLoader = async (module) => (await loadClassifierModule(module)).create;

/** What the command line calls a classifier, as a study takes it. */
export function choiceOf(reference: ClassifierReference): ClassifierChoice {
  const { text: name } = reference;
  if (reference.type === 'own') return reference.kind;
  if (reference.type === 'module') return { name, module: reference.path };
  return {
    name,
    open: (onNotice, stop) => openOutside(reference, { ...inStudies, onNotice, ...(stop && { stop }) }),
  };
}

/**
 * As {@link choiceOf}, for studies that train many decoders in threads.
 * @param study what says so
 * @throws UsageError where it answers in its own time
 */
export function insideChoice(reference: ClassifierReference, study: string): InsideChoice {
  const choice = choiceOf(reference);
  if (!isOutside(choice)) return choice;
  throw new UsageError(`--classifier ${reference.text}: ${study} trains its decoders anew, in threads`, {
    hint: 'Give a classifier of ours, such as lda, or a module such as ./mine.js.',
  });
}
