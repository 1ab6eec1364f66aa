import { Command } from 'commander';
import { StreamError } from '../../src/ground/signal/errors.js';
import type { CommandContext } from '../cli/context.js';
import { channelsOf, readNumberTable } from '../cli/number-table.js';
import { nameListArgument, positiveArgument } from '../cli/options.js';
import { UsageError } from '../errors.js';
import { windowFeatures, type WindowFeatures } from '../../src/study/window-features.js';
import { writeWhole } from '../cli/write-whole.js';

interface Flags {
  readonly rate?: number;
  readonly set: string[];
  readonly window: number;
  readonly step: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** `myodesis features`: features of every window of a CSV file. */
export function featuresCommand({ terminal }: CommandContext): Command {
  return new Command('features')
    .description('Features of every window of a CSV file of EMG, one row per window.')
    .argument('<file>', 'CSV with one column per channel; a header and a column of times are understood')
    .option(
      '--rate <hz>',
      'samples per second; needed unless the file has a column of times',
      positiveArgument,
    )
    .option('--set <names>', 'a set such as HTD, TDAR, LS4, or features such as MAV,WL', nameListArgument, [
      'HTD',
    ])
    .option('--window <ms>', 'length of a window', positiveArgument, 200)
    .option('--step <ms>', 'time from one window to the next', positiveArgument, 50)
    .option('--out <file>', 'CSV to write; to the terminal where not given')
    .addHelpText(
      'after',
      `
The header of the output is channel.feature; numbers are in the units of the input, in full precision.

Examples:
  myodesis features emg.csv --rate 1000 --set HTD --window 200 --step 50 --out features.csv
  myodesis features emg.csv --set MAV,WL,AR4 --json`,
    )
    .action(async (file: string, flags: Flags) => {
      const { names, rows } = await featuresOf(file, flags);
      if (flags.json) {
        const json = `${JSON.stringify({ names, rows: rows.map((row) => [...row]) })}\n`;
        if (flags.out === undefined) terminal.out(json);
        else await writeWhole(flags.out, json);
        return;
      }
      const csv = `${[names.map(quoted), ...rows].map((row) => row.join(',')).join('\n')}\n`;
      if (flags.out === undefined) terminal.out(csv);
      else {
        await writeWhole(flags.out, csv);
        terminal.err(`${flags.out}: ${rows.length} windows × ${names.length} features\n`);
      }
    });
}

async function featuresOf(path: string, flags: Flags): Promise<Pick<WindowFeatures, 'names' | 'rows'>> {
  const { channels, names: channelNames, sampleRateHz } = channelsOf(await readNumberTable(path), flags.rate);
  const rateHz = flags.rate ?? sampleRateHz;
  if (rateHz === undefined)
    throw new UsageError(`${path}: the sampling rate is not known`, {
      hint: 'Give it, such as --rate 1000, or a first column named time_s.',
    });
  const request = { features: flags.set, windowMs: flags.window, stepMs: flags.step, sampleRateHz: rateHz };
  const { names, rows, length } = windowFeatures(channels, channelNames, request);
  if (rows.length > 0) return { names, rows };
  const available = channels[0]?.length ?? 0;
  throw new StreamError(`${path}: has ${available} samples, expected at least one window of ${length}`, {
    hint: `Give a longer recording or a --window of at most ${Math.floor((1000 * available) / rateHz)} ms.`,
  });
}

function quoted(name: string): string {
  return /[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
