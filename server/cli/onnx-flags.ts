import { Option, type Command } from 'commander';
import { sampleKinds, type SampleKind } from '../../src/decoder/outside-model.js';
import { choiceArgument } from './options.js';
import { UsageError } from '../errors.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';

/** What an ONNX file cannot say of itself. */
interface OnnxFlags {
  readonly classifier?: ClassifierReference | readonly ClassifierReference[];
  readonly input?: SampleKind;
  readonly logits?: boolean;
}

/** Add the flags that say how ONNX models are read, and have `--classifier` follow them before the command runs. */
export function addOnnxOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--input <kind>',
        'what an ONNX model takes: features (standardised; the default), raw-features, or window: ' +
          'filtered samples in µV, channels × samples',
      ).argParser(choiceArgument(sampleKinds)),
    )
    .option('--logits', 'the ONNX model gives scores before softmax; take it here')
    .hook('preAction', (_, running) => {
      const flags: OnnxFlags = running.opts();
      if (flags.input === undefined && !flags.logits) return;
      const { classifier = [] } = flags;
      const read = readWith([classifier].flat(), flags);
      running.setOptionValue('classifier', Array.isArray(classifier) ? read : read[0]);
    });
}

/** @throws UsageError where flags of ONNX models are given and none is among the classifiers */
function readWith(
  references: readonly ClassifierReference[],
  { input, logits }: OnnxFlags,
): ClassifierReference[] {
  if (!references.some(({ type }) => type === 'onnx'))
    throw new UsageError(
      `${input === undefined ? '--logits' : `--input ${input}`} is for ONNX models, and --classifier names none`,
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
