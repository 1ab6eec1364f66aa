import { Command } from 'commander';
import { StreamError } from '../../src/ground/signal/errors.js';
import { samplesOf } from '../../src/ground/signal/units.js';
import { csvCell } from '../../src/recording/csv-cells.js';
import { windowFeatures } from '../../src/study/window-features.js';
import type { CommandContext } from '../cli/context.js';
import { thresholdsOption, type ConventionFlags } from '../cli/convention-flags.js';
import { countingOptions } from '../cli/counting-thresholds.js';
import { addReadingOptions, readOptions, type ReadingFlags } from '../cli/data-flags.js';
import { nameListArgument, positiveArgument } from '../cli/options.js';
import { writeWhole } from '../cli/write-whole.js';
import { readNumbers, type NumberRecording } from '../recordings/read-numbers.js';

interface Flags extends ReadingFlags, Pick<ConventionFlags, 'thresholds'> {
  readonly set: string[];
  readonly window: number;
  readonly step: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** `myodesis features`: features of every window of a recording. */
export function featuresCommand({ terminal }: CommandContext): Command {
  const command = new Command('features')
    .description('Features of every window of a recording of EMG, one row per window.')
    .argument('<file>', 'recording: a CSV with one column per channel, or another format that is read')
    .option('--set <names>', 'a set such as HTD, TDAR, LS4, or features such as MAV,WL', nameListArgument, [
      'HTD',
    ])
    .option('--window <ms>', 'length of a window', positiveArgument, 200)
    .option('--step <ms>', 'time from one window to the next', positiveArgument, 50)
    .addOption(thresholdsOption())
    .option('--out <file>', 'CSV to write; to the terminal where not given');
  return addReadingOptions(command)
    .addHelpText(
      'after',
      `
The header of the output is channel.feature; numbers are in the unit of a CSV, in full precision, else in µV.
No window spans a gap or holds a missing sample. Where nothing else is said, ZC and SSC count every crossing and turn,
as LibEMG does, and WAMP counts steps above 3 × the noise of rest; CARD tells values apart that differ by 1 µV.

Examples:
  myodesis features emg.csv --rate 1000 --set HTD --window 200 --step 50 --out features.csv
  myodesis features emg.csv --set MAV,WL,AR4 --json
  myodesis features emg.csv --set LS4 --thresholds 10`,
    )
    .action(async (file: string, flags: Flags) => {
      const { names, rows, starts, notes } = await featuresOf(file, flags);
      for (const note of notes) terminal.err(`note: ${note}\n`);
      if (flags.json) {
        const json = `${JSON.stringify({ names, rows: rows.map((row) => [...row]), starts, notes })}\n`;
        if (flags.out === undefined) terminal.out(json);
        else await writeWhole(flags.out, json);
        return;
      }
      const csv = `${[names.map((name) => csvCell(name)), ...rows].map((row) => row.join(',')).join('\n')}\n`;
      if (flags.out === undefined) terminal.out(csv);
      else {
        await writeWhole(flags.out, csv);
        terminal.err(`${flags.out}: ${rows.length} windows × ${names.length} features\n`);
      }
    });
}

interface Table {
  readonly names: readonly string[];
  readonly rows: readonly Float64Array[];
  /** Sample index at which each window starts. */
  readonly starts: readonly number[];
  readonly notes: readonly string[];
}

async function featuresOf(path: string, flags: Flags): Promise<Table> {
  const recording = await readNumbers(path, readOptions(flags));
  const { sampleRateHz, channelNames, stretches } = recording;
  const length = samplesOf(flags.window, sampleRateHz);
  const request = { features: flags.set, windowMs: flags.window, stepMs: flags.step, sampleRateHz };
  const { names } = windowFeatures([], channelNames, request);
  const asked = names.map((name) => name.slice(name.lastIndexOf('.') + 1));
  const { options, notes: counting } = countingOptions(recording, flags.thresholds, asked, length);
  const notes = [...recording.notes, ...counting];
  const rows: Float64Array[] = [];
  const starts: number[] = [];
  let incomplete = 0;
  let short = 0;
  for (const { index, channels } of stretches) {
    const taken = windowFeatures(channels, channelNames, { ...request, options });
    rows.push(...taken.rows);
    starts.push(...taken.starts.map((start) => index + start));
    incomplete += taken.incomplete;
    if (taken.starts.length + taken.incomplete === 0) short++;
  }
  if (rows.length === 0) throw noWindow(path, recording, length, incomplete);
  if (incomplete > 0)
    notes.push(
      incomplete === 1
        ? '1 window holds missing samples and was left out.'
        : `${incomplete} windows hold missing samples and were left out.`,
    );
  if (short > 0) notes.push(`${short} stretches between gaps are shorter than a window and give none.`);
  return { names, rows, starts, notes };
}

function noWindow(
  path: string,
  { stretches, sampleRateHz }: NumberRecording,
  length: number,
  incomplete: number,
): StreamError {
  const longest = Math.max(0, ...stretches.map(({ channels }) => channels[0]?.length ?? 0));
  if (incomplete > 0)
    return new StreamError(`${path}: every window holds a missing sample`, {
      hint: 'Choose channels that are whole with --channels, or give shorter windows with --window.',
    });
  return new StreamError(
    `${path}: has ${longest} samples without a gap, expected at least one window of ${length}`,
    {
      hint: `Give a longer recording or a --window of at most ${Math.floor((1000 * longest) / sampleRateHz)} ms.`,
    },
  );
}
