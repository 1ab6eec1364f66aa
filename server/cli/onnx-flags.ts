import { Option, type Command } from 'commander';
import { sampleKinds, type SampleKind } from '../../src/decoder/outside-model.js';
import { choiceArgument } from './options.js';
import { UsageError } from '../errors.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';

/** What an ONNX file cannot say of itself. */
export interface OnnxFlags {
  readonly input?: SampleKind;
  readonly logits?: boolean;
}

interface WithClassifier extends OnnxFlags {
  readonly classifier?: ClassifierReference | readonly ClassifierReference[];
}

/** Add the flags that say how ONNX models are read, and have `--classifier` follow them before the command runs. */
export function addOnnxOptions(command: Command): Command {
  return addOnnxFlags(command).hook('preAction', (_, running) => {
    const flags: WithClassifier = running.opts();
    const { classifier } = flags;
    const read = readWith(classifier ? [classifier].flat() : [], flags);
    // Others ask whether it was given: where it comes from stays as it is.
    const source = running.getOptionValueSource('classifier');
    if (classifier && source)
      running.setOptionValueWithSource('classifier', Array.isArray(classifier) ? read : read[0], source);
  });
}

/** Add the flags alone, for a command that has {@link readWith} follow them. */
export function addOnnxFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--input <kind>',
        'what an ONNX model takes: features (standardised; the default), raw-features, or window: ' +
          'filtered samples in µV, channels × samples',
      ).argParser(choiceArgument(sampleKinds)),
    )
    .option('--logits', 'the ONNX model gives scores before softmax; take it here');
}

/**
 * Classifiers as the flags of ONNX models say, where any is given.
 * @throws UsageError where one is, and no ONNX model is among the classifiers
 */
export function readWith(
  references: readonly ClassifierReference[],
  { input, logits }: OnnxFlags,
): ClassifierReference[] {
  if (input === undefined && !logits) return [...references];
  if (!references.some(({ type }) => type === 'onnx'))
    throw new UsageError(
      `${input === undefined ? '--logits' : `--input ${input}`} is for ONNX models, and the classifier is none`,
      {
        hint: 'Give --classifier mine.onnx too. A process says in its answer to hello what it takes; a module takes features.',
      },
    );
  return references.map((reference) =>
    reference.type === 'onnx'
      ? { ...reference, ...(input && { kind: input }), ...(logits && { logits }) }
      : reference,
  );
}
