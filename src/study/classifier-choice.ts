import type { FeatureLabels } from '../decoder/classifiers/constant-features.js';
import { createClassifier } from '../decoder/classifiers/create-classifier.js';
import type { Classifier } from '../decoder/classifiers/classifier.js';
import type { ClassifierKind, ModelOptions } from '../decoder/model-fields.js';
import type { OutsideModel } from '../decoder/outside-model.js';
import { ModelError, MyodesisError } from '../ground/signal/errors.js';

/** A classifier of one's own. It is asked where the study was started, never in a thread. */
export interface OwnClassifier {
  /** What results and errors call it. */
  readonly name: string;
  /** Makes an untrained one; called once for every fold. */
  readonly create: () => Classifier;
}

/** A classifier that the host loads from a module, in every thread anew. */
export interface ModuleClassifier {
  readonly name: string;
  readonly module: string;
}

/** A model that answers in its own time: another process, or a runtime. */
export interface OutsideChoice {
  readonly name: string;
  /**
   * Opens it. `onNotice` is told what a person should know: where to connect, who came and went; `stop` ends
   * whatever it waits for.
   */
  readonly open: (onNotice: (text: string) => void, stop?: AbortSignal) => Promise<OutsideModel>;
}

/** What classifies in a study: one of ours by its kind, one of one's own, a module, or a model outside. */
export type ClassifierChoice = ClassifierKind | OwnClassifier | ModuleClassifier | OutsideChoice;

/** A choice that is trained and asked by function call. */
export type InsideChoice = Exclude<ClassifierChoice, OutsideChoice>;

/** Loads the maker of a module's classifiers: the host's part. */
export type ClassifierLoader = (module: string) => Promise<() => Classifier>;

export function nameOf(choice: ClassifierChoice): string {
  return typeof choice === 'string' ? choice : choice.name;
}

export function isOutside(choice: ClassifierChoice): choice is OutsideChoice {
  return typeof choice === 'object' && 'open' in choice;
}

/** Whether a choice is data alone, so that a thread can be told of it. */
export function travels(choice: InsideChoice): choice is ClassifierKind | ModuleClassifier {
  return typeof choice === 'string' || 'module' in choice;
}

/**
 * The maker of a choice's classifiers.
 * @param featureLabels what features are called in warnings of ours
 */
export async function creatorOf(
  choice: InsideChoice,
  options: ModelOptions,
  load: ClassifierLoader = noLoader,
  featureLabels?: FeatureLabels,
): Promise<() => Classifier> {
  if (typeof choice === 'string') return () => createClassifier(choice, options, featureLabels);
  return 'module' in choice ? load(choice.module) : choice.create;
}

/** An error of a classifier, named where it does not say itself whose it is. */
export function namedError(name: string, error: unknown): MyodesisError {
  if (error instanceof MyodesisError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new ModelError(`${name}: ${why}`, {
    hint: 'The error is in the classifier; try it on its own to find out more.',
    cause: error,
  });
}

function noLoader(module: string): never {
  throw new ModelError(`${module}: there is nobody here to load a classifier module`, {
    hint: 'Give { name, create } with a function that makes a classifier, or { loadClassifier } in the options.',
  });
}
