import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Synthesizer } from '../../src/body/synthesis/synthesizer.js';
import { InputOutputError } from '../../src/ground/signal/errors.js';
import { samplesOf } from '../../src/ground/signal/units.js';
import { recordCalibration } from '../../src/patient/calibrate.js';
import { recordingInfo } from '../../src/patient/recording-info.js';
import { CsvWriter } from '../../src/recording/csv-writer.js';
import { TruthFiles } from '../../src/recording/truth-files.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { RunOptions } from '../../src/study/job.js';
import { writeWhole } from '../cli/write-whole.js';
import { createRecordingWriter } from '../recordings/create-writer.js';
import { LibEmgWriter } from '../recordings/libemg/libemg-writer.js';
import { disk } from '../recordings/output-file.js';
import type { RecordingWriter } from '../recordings/recording.js';
import { writtenFormats, type RecordingFormat } from '../recordings/registry.js';
import { bidsOfScenario } from './bids-of-scenario.js';

/** What is asked for. */
export interface SimulatedFiles {
  readonly out: string;
  readonly format: RecordingFormat;
  readonly seconds: number;
  /** Label of the person in a BIDS dataset, letters and digits; default `01`. */
  readonly subject?: string;
}

/** What was written, for people and machines. */
export interface Written {
  readonly files: string[];
  readonly seconds: number;
}

/** Write what a scenario gives, with the scenario beside it. */
export async function writeWithScenario(
  scenario: Scenario,
  request: SimulatedFiles,
  options: RunOptions = {},
): Promise<Written> {
  const written = await writeSimulated(scenario, request, options);
  // BIDS keeps what a dataset was made from apart.
  const beside =
    request.format === 'bids' ? `sourcedata/sub-${request.subject ?? '01'}/scenario.json` : 'scenario.json';
  const path = join(request.out, beside);
  await writeWhole(path, `${JSON.stringify(scenario, null, 2)}\n`);
  return { ...written, files: [...written.files, path] };
}

/** Write what a scenario gives, for some seconds, or its calibration as LibEMG has it; only what is whole gets its name. */
async function writeSimulated(
  scenario: Scenario,
  request: SimulatedFiles,
  { onProgress = () => undefined, stop }: RunOptions = {},
): Promise<Written> {
  try {
    await mkdir(request.out, { recursive: true });
  } catch (error) {
    throw InputOutputError.from(error, request.out);
  }
  if (request.format === 'libemg') return writeLibEmg(scenario, request.out, onProgress);
  const synthesizer = new Synthesizer(scenario);
  if (request.format === 'csv') return writeCsv(synthesizer, request, onProgress, stop);
  const extension = writtenFormats.find(({ name }) => name === request.format)?.extensions[0];
  const path = extension === undefined ? request.out : join(request.out, `emg.${extension}`);
  const { format, subject } = request;
  const writer = await createRecordingWriter(path, recordingInfo(synthesizer), {
    format,
    truth: true,
    ...(format === 'bids' && { bids: bidsOfScenario(scenario, subject) }),
  });
  await copy(synthesizer, writer, request, onProgress, stop);
  return { files: [path], seconds: request.seconds };
}

async function writeCsv(
  synthesizer: Synthesizer,
  request: SimulatedFiles,
  onProgress: (share: number) => void,
  stop: AbortSignal | undefined,
): Promise<Written> {
  const info = recordingInfo(synthesizer);
  const base = join(request.out, 'emg');
  const emg = `${base}.csv`;
  const signal = await CsvWriter.create(disk, `${emg}.part`, info);
  const truth = await TruthFiles.create(disk, base, info, { rowsPerSecond: info.sampleRateHz });
  const parts = [`${emg}.part`, `${base}.truth.csv`, `${base}.discharges.csv`];
  const files = [emg, join(request.out, 'truth.csv'), join(request.out, 'discharges.csv')];
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
    await copy(synthesizer, writer, request, onProgress, stop);
    // Only what is whole gets its name.
    for (const [i, part] of parts.entries()) await rename(part, files[i] ?? part);
  } catch (error) {
    for (const part of parts) await rm(part, { force: true });
    throw error;
  }
  return { files, seconds: request.seconds };
}

/** Synthesize second by second, and write as fast as the disk takes it. */
async function copy(
  synthesizer: Synthesizer,
  writer: RecordingWriter,
  { seconds }: SimulatedFiles,
  onProgress: (share: number) => void,
  stop: AbortSignal | undefined,
): Promise<void> {
  const total = Math.round(seconds * synthesizer.sampleRateHz);
  const length = samplesOf(1000, synthesizer.sampleRateHz);
  try {
    while (synthesizer.index < total) {
      const { signal, truth } = synthesizer.next(Math.min(length, total - synthesizer.index));
      await writer.write(signal, truth);
      onProgress(synthesizer.index / total);
      await new Promise(setImmediate); // lets SIGINT through
      if (stop?.aborted) throw new InputOutputError('simulate: interrupted', { hint: 'Run it again.' });
    }
  } finally {
    await writer.close();
  }
}

async function writeLibEmg(
  scenario: Scenario,
  folder: string,
  onProgress: (share: number) => void,
): Promise<Written> {
  const recordings = recordCalibration(scenario, { onProgress });
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
