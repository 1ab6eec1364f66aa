import { Option, type Command } from 'commander';
import type { Rankable } from '../../src/study/choosing/rank-person.js';
import { refuseFlags } from './decoder-of-data.js';
import { choiceArgument } from './options.js';

/** The flags that choose features instead of measuring decoders. */
export interface ChoosingFlags {
  /** True is features. */
  readonly rankFeatures?: Rankable | true;
}

/** Flags that say what only a decoder that is measured has. */
const ofMeasured = ['decoder', 'unseen', 'against', 'selectFeatures', 'reject'] as const;

/** Add the flags that rank what a decoder is made of. */
export function addChoosingOptions(command: Command): Command {
  return command.addOption(
    new Option(
      '--rank-features [what]',
      'rank features (or channels, or columns: each feature of each channel) by eight criteria without a classifier',
    )
      .argParser(choiceArgument(['features', 'channels', 'columns'] as const))
      .conflicts(['decoder']),
  );
}

/** Whether something is to be chosen instead of measured. */
export function asksToChoose({ rankFeatures }: ChoosingFlags): boolean {
  return rankFeatures !== undefined;
}

/**
 * No option is taken and dropped while something is chosen.
 * @throws UsageError naming the first that says nothing here
 */
export function refuseIdle(command: Command, { rankFeatures }: ChoosingFlags): void {
  if (rankFeatures === undefined) return;
  const why = 'says nothing to --rank-features, which ranks on training windows without a classifier';
  refuseFlags(command, [...ofMeasured, 'classifier'], why, 'Leave it out, or leave out --rank-features.');
}
