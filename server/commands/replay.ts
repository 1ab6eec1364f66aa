import { Command, Option } from 'commander';
import type { CommandContext } from '../cli/context.js';
import { addDataOptions, addPartOptions } from '../cli/data-flags.js';
import { addDecoderOptions } from '../cli/decoder-flags.js';
import { addDescriptionOptions, trialListArgument } from '../cli/options.js';
import { replayPlan, type ReplayFlags } from './replay-plan.js';
import {
  addServiceOptions,
  addSessionOptions,
  type ServiceFlags,
  type SessionFlags,
} from './service-flags.js';
import { serveSessions } from './serve-sessions.js';

interface Flags extends ServiceFlags, SessionFlags, ReplayFlags {}

/** `myodesis replay`: a recording through the pipeline that a patient goes through. */
export function replayCommand(context: CommandContext): Command {
  const command = new Command('replay')
    .description('A labelled recording through the same live pipeline and page as a patient.')
    .argument('<path>', 'folder with a file per repetition (LibEMG), or a labelled recording')
    .option('--test-trials <list>', 'trials to play; the others train (default: the last)', trialListArgument)
    .addOption(
      new Option('--decoder <file>', 'play everything through this decoder, as train wrote it').conflicts([
        ...['features', 'classifier', 'window', 'step', 'filter', 'testTrials'],
        ...['preset', 'scenario', 'set', 'thresholds', 'standardize'],
      ]),
    );
  return addSessionOptions(
    addServiceOptions(addDecoderOptions(addDescriptionOptions(addPartOptions(addDataOptions(command))))),
  )
    .addHelpText(
      'after',
      `
The whole recording is held in memory: about 4 bytes per sample and channel, twice while it trains.

Examples:
  myodesis replay one-subject-myo
  myodesis replay one-subject-myo --test-trials 5-6 --features TDAR --port 9000
  myodesis replay session.edf --decoder decoder.json`,
    )
    .action(async (path: string, flags: Flags) => {
      const plan = await replayPlan(path, flags, 'replay', context);
      await serveSessions(() => plan, flags, context);
    });
}
