import { Option, type Command } from 'commander';
import { decoderFields, type DecoderSpec } from '../../src/decoder/decoder-fields.js';
import { classifierKinds } from '../../src/decoder/model-fields.js';
import { defaultsOf } from '../../src/ground/signal/parse-fields.js';
import { parseClassifier, type ClassifierReference } from '../outside/classifier-reference.js';
import { UsageError } from '../errors.js';
import { addConventionOptions, conventionOf, type ConventionFlags } from './convention-flags.js';
import { choiceArgument, nameListArgument, positiveArgument } from './options.js';

/** The flags by which a command is told its decoder; what is not given stays as it was. */
export interface DecoderFlags extends ConventionFlags {
  readonly features?: string[];
  readonly classifier?: ClassifierReference;
  readonly window?: number;
  readonly step?: number;
  readonly filter?: 'none' | 'standard';
}

/** Add the flags that describe a decoder. */
export function addDecoderOptions(command: Command): Command {
  const described = command
    .option(
      '--features <names>',
      'a set such as HTD, TDAR, LS4, or features such as MAV,WL',
      nameListArgument,
    )
    .addOption(
      new Option('--classifier <kind>', `one of ${classifierKinds.join(', ')}`).argParser(parseClassifier),
    )
    .option('--window <ms>', 'length of a window', positiveArgument)
    .option('--step <ms>', 'time from one window to the next', positiveArgument)
    .addOption(
      new Option('--filter <name>', 'none, or the standard 20–450 Hz with notch').argParser(
        choiceArgument(['none', 'standard'] as const),
      ),
    );
  return addConventionOptions(described);
}

/**
/**
 * What the flags change of a decoder.
 * @param unitVolts volts per number of the file, where the signal comes from one
 * @throws UsageError for a classifier that is not one of ours
 */
export function decoderPatch(flags: DecoderFlags, unitVolts?: number): Partial<DecoderSpec> {
  const { features, classifier, window, step, filter } = flags;
  if (classifier && classifier.type !== 'own')
    throw new UsageError(
      `--classifier ${classifier.text}: expected one of ${classifierKinds.join(', ')} here`,
      {
        hint: 'Classifiers of your own are taken by evaluate and stress, modules by train too.',
      },
    );
  return {
    ...conventionOf(flags, unitVolts),
    ...(features && { features }),
    ...(classifier && { classifier: classifier.kind }),
    ...(window !== undefined && { windowMs: window }),
    ...(step !== undefined && { stepMs: step }),
    ...(filter && { filters: filter === 'none' ? [] : [...defaultsOf(decoderFields).filters] }),
  };
}
