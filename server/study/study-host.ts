import type { ClassifierChoice, ClassifierLoader } from '../../src/study/classifier-choice.js';
import { loadClassifierModule } from '../outside/classifier-module.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';
import { openOutside } from '../outside/open-outside.js';

/** Loads a module of classifiers for a study, here or in a worker thread. */
export const loadClassifier: ClassifierLoader = async (module) => (await loadClassifierModule(module)).create;

/** What the command line calls a classifier, as a study takes it. */
export function choiceOf(reference: ClassifierReference): ClassifierChoice {
  const { text: name } = reference;
  if (reference.type === 'own') return reference.kind;
  if (reference.type === 'module') return { name, module: reference.path };
  return { name, open: (onNotice) => openOutside(reference, { onNotice }) };
}
