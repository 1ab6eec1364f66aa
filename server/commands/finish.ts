import { Command } from 'commander';
import { MyodesisError, StreamError } from '../../src/ground/signal/errors.js';
import type { CommandContext } from '../cli/context.js';
import { finishRecording, interruptedIn, type FinishedRecording } from '../recordings/finish-recording.js';

/** `myodesis finish`: recordings that a crash or a power cut left open. */
export function finishCommand({ terminal }: CommandContext): Command {
  return new Command('finish')
    .description('Finish recordings that were interrupted by a crash or a power cut.')
    .argument('<path>', 'the recording, its folder that ends in .part, or a folder that holds some')
    .addHelpText(
      'after',
      `
NPZ, HDF5 and Parquet are recorded in a folder beside, emg.npz.part, until they are whole; what had reached the disk
becomes the file. All other formats can be read as they are.

Examples:
  myodesis finish recording
  myodesis finish recording/emg.npz`,
    )
    .action(async (path: string, { json = false }: { json?: boolean }) => {
      const interrupted = await interruptedIn(path);
      if (interrupted.length === 0)
        throw new StreamError(`${path}: there is no interrupted recording`, {
          hint: 'All recordings there are whole. Interrupted ones are folders that end in .part.',
        });
      const finished: FinishedRecording[] = [];
      const failures: MyodesisError[] = [];
      for (const dir of interrupted)
        try {
          finished.push(await finishRecording(dir));
        } catch (error) {
          if (!(error instanceof MyodesisError)) throw error;
          failures.push(error);
        }
      if (json) terminal.out(`${JSON.stringify({ finished, failures })}\n`);
      else
        for (const { path: file, seconds } of finished)
          terminal.out(
            seconds > 0
              ? `${file}: ${seconds.toFixed(1)} s, whole now\n`
              : `${file}: no sample had reached the disk; the empty folder was removed\n`,
          );
      const [first] = failures;
      for (const { message } of failures.slice(1)) terminal.err(`note: ${message}\n`);
      if (first) throw first;
    });
}
