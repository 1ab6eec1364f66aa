import type { Classifier } from '../../decoder/classifiers/classifier.js';
import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import { ConfigError, ModelError } from '../../ground/signal/errors.js';
import type { Scenario } from '../../scenario/scenario.js';
import {
  creatorOf,
  namedError,
  nameOf,
  travels,
  type ClassifierLoader,
  type InsideChoice,
} from '../classifier-choice.js';
import type { CellFailure } from '../evaluate-cells.js';
import type { RecordedPerson } from '../evaluate-cohort.js';
import type { FeatureTable } from '../feature-table.js';
import { onTheSpot, type JobRunner, type RunOptions } from '../job.js';
import { recordedDecoder } from '../recorded-decoder.js';
import type { PersonPoints } from './people-points.js';

/** Which decoders take part in a study of how they learn, as data. */
export interface LearningDecoders {
  /** What all share; what is not given is the simulated person's own, of recordings LibEMG's. */
  readonly decoder?: Partial<DecoderSpec>;
  /** Sets of features to compare, such as `[['HTD'], ['MAV', 'WL']]`; default the decoder's. */
  readonly features?: readonly (readonly string[])[];
  /** Default the decoder's. */
  readonly classifiers?: readonly InsideChoice[];
  /** Milliseconds; default the decoder's. */
  readonly windowsMs?: readonly number[];
}

/** Who does the work of such a study. */
export interface LearningOptions extends LearningDecoders, RunOptions {
  /** Default on the spot, one person after the other. */
  readonly runner?: JobRunner;
  /** Loads the modules among the classifiers. */
  readonly loadClassifier?: ClassifierLoader;
}

/** Decoders that share windows and features. */
export interface DecoderGroup {
  readonly spec: DecoderSpec;
  readonly classifiers: readonly InsideChoice[];
}

/**
 * The decoders that are tried in a person, by windows and features.
 * @throws ConfigError for control that has no classes
 */
export function decodersOf(
  subject: Scenario | RecordedPerson,
  { decoder, features, classifiers, windowsMs }: LearningDecoders,
): DecoderGroup[] {
  const spec: DecoderSpec = { ...('data' in subject ? recordedDecoder : subject.decoder), ...decoder };
  if (spec.control !== 'classification')
    throw new ConfigError(`decoder.control: got ${spec.control}, expected classification`, {
      field: 'decoder.control',
      hint: 'How decoders learn is measured of classifiers: write --set decoder.control=classification.',
    });
  return (windowsMs ?? [spec.windowMs]).flatMap((windowMs) =>
    (features ?? [spec.features]).map((names) => ({
      spec: { ...spec, windowMs, features: [...names] },
      classifiers: classifiers ?? [spec.classifier],
    })),
  );
}

/** Who may do the work: functions stay where they are. */
export function runnerFor({ classifiers = [], runner = onTheSpot }: LearningOptions): JobRunner {
  return classifiers.every(travels) ? runner : onTheSpot;
}

/** What a thread is told of the decoders. */
export function asData({ decoder, features, classifiers, windowsMs }: LearningDecoders): LearningDecoders {
  return {
    ...(decoder && { decoder }),
    ...(features && { features }),
    ...(classifiers && { classifiers }),
    ...(windowsMs && { windowsMs }),
  };
}

/** What a person is called in results. */
export function numberOf(subject: Scenario | RecordedPerson): number | string {
  return 'data' in subject ? subject.person : subject.person.number;
}

/**
 * Ask something of every classifier of a group; one that fails is named among the failures and ends nothing else.
 * @param ask told the maker of its models and what results call it
 */
export async function ofEach<T>(
  { spec, classifiers }: DecoderGroup,
  { featureLabels }: Pick<FeatureTable, 'featureLabels'>,
  load: ClassifierLoader | undefined,
  failures: CellFailure[],
  ask: (create: () => Classifier, name: string) => T[],
): Promise<T[]> {
  const all: T[] = [];
  for (const choice of classifiers) {
    const create = await creatorOf(choice, spec.modelOptions, load, featureLabels);
    try {
      all.push(...ask(create, nameOf(choice)));
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      const { message, hint } = namedError(nameOf(choice), error);
      failures.push({
        ...{ features: spec.features, classifier: nameOf(choice), windowMs: spec.windowMs },
        ...{ message, hint },
      });
    }
  }
  return all;
}

/** @throws ModelError where every decoder failed in everybody */
export function requirePoints(people: readonly PersonPoints[]): void {
  const [failure] = people.flatMap(({ failures }) => failures);
  if (failure && people.every(({ points }) => points.length === 0))
    throw new ModelError(failure.message, { hint: failure.hint });
}
