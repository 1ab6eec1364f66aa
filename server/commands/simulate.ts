import { disk } from '../recordings/output-file.js';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { recordCalibration } from '../../src/patient/calibrate.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { bodyWarnings } from '../../src/body/synthesis/body-scenario.js';
import { Synthesizer } from '../../src/body/synthesis/synthesizer.js';
import { samplesOf } from '../../src/ground/signal/units.js';
import type { CommandContext } from '../cli/context.js';
import { InputOutputError } from '../../src/ground/signal/errors.js';
import { addScenarioOptions, choiceArgument, positiveArgument, type ScenarioFlags } from '../cli/options.js';
import { createProgress, type Progress } from '../cli/output.js';
import { recordingInfo } from '../../src/patient/recording-info.js';
import { resolveScenario } from '../cli/resolve-scenario.js';
import { writeWhole } from '../cli/write-whole.js';
import { createRecordingWriter } from '../recordings/create-writer.js';
import { CsvWriter } from '../../src/recording/csv-writer.js';
import { LibEmgWriter } from '../recordings/libemg/libemg-writer.js';
import type { RecordingWriter } from '../recordings/recording.js';
import { writtenFormats, type RecordingFormat } from '../recordings/registry.js';
import { TruthFiles } from '../../src/recording/truth-files.js';

const formatNames = writtenFormats.map(({ name }) => name);

interface Flags extends ScenarioFlags {
  readonly seconds: number;
  readonly out: string;
  readonly format: RecordingFormat;
  readonly json?: boolean;
}

/** What was written, for people and machines. */
interface Written {
  readonly files: string[];
  readonly seconds: number;
}

/** `myodesis simulate`: EMG and its truth as files, faster than real time. */
export function simulateCommand({ terminal, stop }: CommandContext): Command {
  const command = new Command('simulate')
    .description(
      'EMG of a patient and its truth as files, faster than real time and the same bits each time.',
    )
    .requiredOption('--out <folder>', 'folder to write to; it is made where needed')
    .option('--seconds <s>', 'length of the signal', positiveArgument, 10)
    .addOption(
      new Option('--format <name>', `one of ${formatNames.join(', ')}`)
        .argParser(choiceArgument(formatNames))
        .default('csv'),
    );
  return addScenarioOptions(command)
    .addHelpText(
      'after',
      `
Formats:
${writtenFormats.map(({ name, explain }) => `  ${name.padEnd(9)}${explain}`).join('\n')}

csv writes emg.csv (time_s, then one column per electrode in µV), truth.csv (time_s, movement, strength, cue,
artefact flags, excitation per muscle, on the same rows), discharges.csv and scenario.json. libemg writes the
patient's calibration as a folder that LibEMG loads: C_<class>_R_<repetition>_emg.csv.

Examples:
  myodesis simulate --preset transhumeral-tmr --seconds 60 --seed 7 --out recording
  myodesis simulate --set limb.fatThicknessMm=12 --format edf --out recording
  myodesis simulate --format libemg --out training`,
    )
    .action(async (flags: Flags) => {
      const scenario = await resolveScenario(flags);
      for (const warning of bodyWarnings(scenario)) terminal.err(`note: ${warning}\n`);
      const progress = createProgress(terminal, 'simulate');
      try {
        const written = await write(scenario, flags, progress, stop);
        const path = join(flags.out, 'scenario.json');
        await writeWhole(path, `${JSON.stringify(scenario, null, 2)}\n`);
        progress.done();
        const files = [...written.files, path];
        if (flags.json) terminal.out(`${JSON.stringify({ ...written, files })}\n`);
        else terminal.out(`${written.seconds.toFixed(1)} s of EMG in ${files.join(', ')}\n`);
      } finally {
        progress.done();
      }
    });
}

async function write(
  scenario: Scenario,
  flags: Flags,
  progress: Progress,
  stop: AbortSignal,
): Promise<Written> {
  try {
    await mkdir(flags.out, { recursive: true });
  } catch (error) {
    throw InputOutputError.from(error, flags.out);
  }
  if (flags.format === 'libemg') return writeLibEmg(scenario, flags.out, progress);
  const synthesizer = new Synthesizer(scenario);
  if (flags.format === 'csv') return writeCsv(synthesizer, flags, progress, stop);
  const extension = writtenFormats.find(({ name }) => name === flags.format)?.extensions[0];
  const path = extension === undefined ? flags.out : join(flags.out, `emg.${extension}`);
  const { format } = flags;
  const writer = await createRecordingWriter(path, recordingInfo(synthesizer), { format, truth: true });
  await copy(synthesizer, writer, flags, progress, stop);
  return { files: [path], seconds: flags.seconds };
}

async function writeCsv(
  synthesizer: Synthesizer,
  flags: Flags,
  progress: Progress,
  stop: AbortSignal,
): Promise<Written> {
  const info = recordingInfo(synthesizer);
  const base = join(flags.out, 'emg');
  const emg = `${base}.csv`;
  const signal = await CsvWriter.create(disk, `${emg}.part`, info);
  const truth = await TruthFiles.create(disk, base, info, { rowsPerSecond: info.sampleRateHz });
  const parts = [`${emg}.part`, `${base}.truth.csv`, `${base}.discharges.csv`];
  const files = [emg, join(flags.out, 'truth.csv'), join(flags.out, 'discharges.csv')];
  const writer: RecordingWriter = {
    async write(block, told) {
      await signal.write(block);
      if (told) await truth.write(told);
    },
    annotate: () => undefined,
    async close() {
      await signal.close();
      await truth.close();
    },
  };
  try {
    await copy(synthesizer, writer, flags, progress, stop);
    // Only what is whole gets its name.
    for (const [i, part] of parts.entries()) await rename(part, files[i] ?? part);
  } catch (error) {
    for (const part of parts) await rm(part, { force: true });
    throw error;
  }
  return { files, seconds: flags.seconds };
}

/** Synthesize second by second, and write as fast as the disk takes it. */
async function copy(
  synthesizer: Synthesizer,
  writer: RecordingWriter,
  { seconds }: Flags,
  progress: Progress,
  stop: AbortSignal,
): Promise<void> {
  const total = Math.round(seconds * synthesizer.sampleRateHz);
  const length = samplesOf(1000, synthesizer.sampleRateHz);
  try {
    while (synthesizer.index < total) {
      const { signal, truth } = synthesizer.next(Math.min(length, total - synthesizer.index));
      await writer.write(signal, truth);
      progress.update(synthesizer.index / total);
      await new Promise(setImmediate); // lets SIGINT through
      if (stop.aborted) throw new InputOutputError('simulate: interrupted', { hint: 'Run it again.' });
    }
  } finally {
    await writer.close();
  }
}

async function writeLibEmg(scenario: Scenario, folder: string, progress: Progress): Promise<Written> {
  const recordings = recordCalibration(scenario, { onProgress: (share) => progress.update(share) });
  const { sampleRateHz, electrodes, calibration } = scenario;
  const channelNames = electrodes.positions.map(({ name }, c) => name || `ch${c + 1}`);
  const info = { sampleRateHz, channelNames, unit: 'V' } as const;
  const writer = await LibEmgWriter.create(folder, info, { classes: calibration.movements });
  let index = 0;
  for (const { label, signal } of recordings) {
    await writer.begin(label);
    await writer.write({ ...signal, index });
    index += signal.length;
  }
  await writer.close();
  return { files: [folder], seconds: index / sampleRateHz };
}
