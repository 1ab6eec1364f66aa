import { channelNames } from '../../src/body/anatomy/channel-names.js';
import { Command } from 'commander';
import { Decoder } from '../../src/decoder/decoder.js';
import { requireTakingPart } from '../../src/decoder/control/train-control.js';
import { recordCalibration } from '../../src/patient/calibrate.js';
import type { CommandContext } from '../cli/context.js';
import { addDataOptions, type DataFlags } from '../cli/data-flags.js';
import { addDecoderOptions, decoderPatch, type DecoderFlags } from '../cli/decoder-flags.js';
import {
  dataFlagNames,
  decoderOfData,
  refuseBody,
  refuseFlags,
  refuseTwice,
} from '../cli/decoder-of-data.js';
import { halfOf, readLabelledData, trainingRecordings } from '../cli/labelled-data.js';
import { addScenarioOptions, type ScenarioFlags } from '../cli/options.js';
import { percent, table } from '../cli/output.js';
import { resolveScenario } from '../cli/resolve-scenario.js';
import { writeWhole } from '../cli/write-whole.js';
import { summaryText, type DataSummary } from '../recordings/data-summary.js';
import { jointsText } from '../study/joints-text.js';
import { loadClassifierModule } from '../outside/classifier-module.js';
import { conventionText } from '../../src/study/convention.js';
import { recordedDecoder } from '../../src/study/recorded-decoder.js';
import { trainedOf, type Trained, type TrainingTask } from '../../src/patient/workshop-tasks.js';

interface Flags extends ScenarioFlags, DecoderFlags, DataFlags {
  readonly data?: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `myodesis train`: a decoder as a file, from a patient's calibration or from a recording. */
export function trainCommand({ terminal }: CommandContext): Command {
  const command = new Command('train')
    .description("Train a decoder on a patient's calibration, or on a recording, and save it as JSON.")
    .requiredOption('--out <file>', 'decoder to write')
    .option('--data <path>', 'train on this labelled recording instead of a simulated patient');
  return addDecoderOptions(addScenarioOptions(addDataOptions(command)))
    .addHelpText(
      'after',
      `
Examples:
  myodesis train --preset transhumeral-tmr --out decoder.json
  myodesis train --data one-subject-myo --features TDAR --out decoder.json
  myodesis train --preset transhumeral-tmr --classifier ./mine.js --out decoder.json
then:
  myodesis replay one-subject-myo --decoder decoder.json`,
    )
    .action(async (flags: Flags, self: Command) => {
      const { decoder, summary, data } = await train(flags, self);
      const convention = conventionText(decoder.spec);
      await writeWhole(flags.out, `${JSON.stringify(decoder)}\n`);
      for (const note of summary.notes) terminal.err(`note: ${note}\n`);
      if (flags.json) {
        const found = data && { data };
        terminal.out(`${JSON.stringify({ out: flags.out, ...found, convention, ...summary })}\n`);
        return;
      }
      if (data) terminal.out(`found: ${summaryText(data)}\n`);
      terminal.out(`counts: ${convention}\n`);
      terminal.out(
        `${flags.out}: held-out accuracy ${percent(summary.accuracy ?? NaN)}, ${summary.measured}\n\n`,
      );
      if (summary.joints.length > 0) terminal.out(`${jointsText(summary.joints)}\n`);
      terminal.out(
        table([
          ['class', 'windows', 'separability', 'repeatability'],
          ...summary.quality.map(({ label, separability, repeatability }, k) => [
            label,
            summary.windows[k] ?? 0,
            separability?.toFixed(1) ?? '–',
            repeatability?.toFixed(2) ?? '–',
          ]),
        ]),
      );
      for (const { label, advice } of summary.quality)
        if (advice !== 'Good.') terminal.out(`${label}: ${advice}\n`);
    });
}

/** What is learned from; of a recording with what was found in it. */
interface Task extends TrainingTask {
  readonly notes?: readonly string[];
  readonly summary?: DataSummary;
}

async function train(flags: Flags, command: Command): Promise<Trained & { readonly data?: DataSummary }> {
  const { classifier } = flags;
  const module = classifier?.type === 'module' ? await loadClassifierModule(classifier.path) : undefined;
  const task = await taskOf(module ? { ...flags, classifier: undefined } : flags, command);
  requireTakingPart(task.spec.control, {
    classifiers: classifier && [classifier.text],
    features: flags.features,
  });
  const startMs = performance.now();
  const context = { ...task, ...(module && { extensions: { classifier: module } }) };
  const { decoder, report } = Decoder.train(task.spec, task.recordings, context);
  const { notes = [], summary: data } = task;
  const warnings = [...notes, ...report.warnings];
  const trained = trainedOf(decoder, { ...report, warnings }, task.recordings, startMs);
  return { ...trained, ...(data && { data }) };
}

async function taskOf(flags: Flags, command: Command): Promise<Task> {
  refuseTwice(flags.set, flags);
  if (flags.data === undefined) {
    refuseFlags(
      command,
      dataFlagNames,
      'got no --data',
      'It says how a recording is read: give --data PATH too.',
    );
    const scenario = await resolveScenario(flags, decoderPatch(flags));
    const { sampleRateHz, electrodes, decoder } = scenario;
    return {
      spec: decoder,
      recordings: recordCalibration(scenario),
      sampleRateHz,
      channelNames: channelNames(electrodes),
    };
  }
  refuseBody(flags, '--data');
  const { segments, ...read } = halfOf(await readLabelledData(flags.data, flags), 'train');
  const patch = decoderPatch(flags, read.unitVolts);
  const { decoder: spec, notes } = await decoderOfData(flags, recordedDecoder, patch);
  const { people } = read.summary;
  const pooled = `One decoder learns from the recordings of all ${people.length} people together (${people.join(', ')}).`;
  return {
    spec,
    recordings: trainingRecordings(segments),
    ...read,
    notes: [...notes, ...read.notes, ...(people.length > 1 ? [pooled] : [])],
  };
}
