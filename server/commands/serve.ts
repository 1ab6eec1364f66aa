import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { CommandContext } from '../cli/context.js';
import { addScenarioOptions, integerArgument, type ScenarioFlags } from '../cli/options.js';
import { resolveScenario } from '../cli/resolve-scenario.js';
import { classifierHelp } from '../cli/study-flags.js';
import { atFirstStage } from '../../src/scenario/journey.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { Decoder } from '../../src/decoder/decoder.js';
import { UsageError } from '../errors.js';
import { parseClassifier, type ClassifierReference } from '../outside/classifier-reference.js';
import { addOnnxOptions } from '../cli/onnx-flags.js';
import { taskOf } from '../../src/decoder/outside/sample-of.js';
import type { LiveModel } from '../../src/patient/ports.js';
import { packageVersion } from '../package-info.js';
import { WorkerThreads } from '../workers/worker-threads.js';
import { addServiceOptions, type ServiceFlags } from './service-flags.js';

interface Flags extends ScenarioFlags, ServiceFlags {
  readonly classifier?: ClassifierReference;
  readonly classifierTimeout: number;
  readonly decoder?: string;
}

/** Default for how long an outside classifier may take to answer in the live stream, in milliseconds. */
const TIMEOUT_MS = 100;

/** `myodesis serve`: a living patient at an address. */
export function serveCommand(context: CommandContext): Command {
  const command = new Command('serve').description(
    'A living simulated patient, calibrated and moving a prosthesis, as a page and a stream.',
  );
  command
    .addOption(new Option('--classifier <name>', classifierHelp).argParser(parseClassifier))
    .option(
      '--classifier-timeout <ms>',
      'how long a process may take to answer; beyond it the prosthesis rests',
      integerArgument(1, 10_000),
      TIMEOUT_MS,
    )
    .option('--decoder <file>', 'decide by this decoder, as train wrote it, instead of calibrating');
  return addServiceOptions(addScenarioOptions(addOnnxOptions(command)))
    .addHelpText(
      'after',
      `
Examples:
  myodesis serve
  myodesis serve --preset transfemoral-surface --port 9000 --open
  myodesis serve --set limb.fatThicknessMm=12 --seed 7
  myodesis serve --classifier ./mine.js
  myodesis serve --classifier mine.onnx --input window
  myodesis serve --classifier ws:8091
  myodesis serve --decoder decoder.json`,
    )
    .action(async (flags: Flags) => {
      const asked = await resolveScenario(flags);
      const decoder = await givenDecoder(flags, asked);
      const scenario = withDecoder(asked, flags, decoder);
      const workshop = new WorkerThreads();
      let outside: LiveModel | undefined;
      try {
        // While this thread loads the session, the worker derives its templates.
        if (!decoder) workshop.prepare(atFirstStage(scenario));
        outside = await givenModel(flags, scenario, decoder, context);
        const [{ Patient }, { recordingsFolder }, { runService }] = await Promise.all([
          import('../../src/patient/patient.js'),
          import('../recordings/recordings-folder.js'),
          import('./run-service.js'),
        ]);
        const recordings = recordingsFolder(resolve(flags.recordings));
        const options = { scenario, workshop, recordings, version: packageVersion(), decoder, outside };
        await runService(() => new Patient(options), flags, context);
      } finally {
        await outside?.model.close();
        await workshop.close();
      }
    });
}

async function givenDecoder(
  { decoder: path, classifier }: Flags,
  { sampleRateHz, electrodes }: Scenario,
): Promise<Decoder | undefined> {
  if (path === undefined) return undefined;
  const { loadDecoder } = await import('../outside/load-decoder.js');
  const channelNames = electrodes.positions.map(({ name }, c) => name || `CH${c + 1}`);
  return loadDecoder(path, { sampleRateHz, channelNames }, classifier);
}

/** The scenario as it will run: its decoder is the one that was given, or uses the classifier asked for. */
function withDecoder(scenario: Scenario, { classifier }: Flags, decoder: Decoder | undefined): Scenario {
  if (decoder) return { ...scenario, decoder: decoder.spec };
  if (classifier?.type !== 'own') return scenario;
  return { ...scenario, decoder: { ...scenario.decoder, classifier: classifier.kind } };
}

/**
 * The model that decides in place of the decoder's own. A saved decoder brings the model of its module.
 * @throws UsageError where no model is asked; ModelError for an ONNX model that does not fit the person
 */
async function givenModel(
  { classifier, classifierTimeout, decoder: path }: Flags,
  scenario: Scenario,
  decoder: Decoder | undefined,
  { terminal }: CommandContext,
): Promise<LiveModel | undefined> {
  if (!classifier || classifier.type === 'own') return undefined;
  const { control } = scenario.decoder;
  if (control !== 'classification')
    throw new UsageError(`--classifier ${classifier.text}: control by ${control} asks no classifier`, {
      hint: 'Leave one of the two away, or give --set decoder.control=classification.',
    });
  if (classifier.type === 'module' && path !== undefined) return undefined;
  const { openLiveModel } = await import('../outside/live-model.js');
  const live = await openLiveModel(classifier, classifierTimeout, (text) => terminal.err(`note: ${text}\n`));
  if (classifier.type !== 'onnx') return live;
  const { expectedTask } = await import('../outside/expected-task.js');
  // A process comes when it comes; a model that is there already is tried before anybody relies on it.
  await live.model.prepare(decoder ? taskOf(decoder) : expectedTask(scenario));
  return live;
}
