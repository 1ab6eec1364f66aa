import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { Decoder } from '../../src/decoder/decoder.js';
import { counted } from '../../src/ground/signal/counted.js';
import { InletSession } from '../../src/patient/inlet-session.js';
import type { InletSource } from '../../src/patient/inlet-source.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { wholeScenario } from '../../src/scenario/whole-scenario.js';
import { conventionText } from '../../src/study/convention.js';
import type { CommandContext } from '../cli/context.js';
import { addDecoderOptions, decoderPatch, type DecoderFlags } from '../cli/decoder-flags.js';
import { refuseTwice } from '../cli/decoder-of-data.js';
import { addDescriptionOptions, type ScenarioFlags } from '../cli/options.js';
import { resolveScenario } from '../cli/resolve-scenario.js';
import { UsageError } from '../errors.js';
import { openInlet } from '../inlets/open-inlet.js';
import { hz } from '../inlets/timing/rate-finder.js';
import { packageVersion } from '../package-info.js';
import { readJson } from '../read-json.js';
import { onlySession } from '../sessions/only-session.js';
import { recordingsFolder } from '../recordings/recordings-folder.js';
import { WorkerThreads } from '../workers/worker-threads.js';
import { createLog } from '../logs/pino-log.js';
import { accessOf } from './access-flags.js';
import { addInletOptions, declaredOf, feedOf, type InletFlags } from './inlet-flags.js';
import { runService } from './run-service.js';
import { addServiceOptions, type ServiceFlags } from './service-flags.js';

interface Flags
  extends ServiceFlags, DecoderFlags, InletFlags, Pick<ScenarioFlags, 'preset' | 'scenario' | 'set'> {
  readonly decoder?: string;
}

/** Parts of a scenario that a real person has too. */
const personal = /^\s*(?:decoder|calibration|prosthesis|movements)\b/;

/** `myodesis listen`: a real person's signal through the pipeline that a patient goes through. */
export function listenCommand(context: CommandContext): Command {
  const command = addInletOptions(
    new Command('listen').description(
      "A real person's signal, from an amplifier or another program, through the same pipeline and page as a patient.",
    ),
  ).addOption(
    new Option(
      '--decoder <file>',
      'decide at once by this decoder, as train wrote it, instead of calibrating first',
    ).conflicts(['features', 'classifier', 'window', 'step', 'filter', 'thresholds', 'standardize']),
  );
  return addServiceOptions(addDecoderOptions(addDescriptionOptions(command)))
    .addHelpText(
      'after',
      `
Of a preset or scenario only decoder, calibration, prosthesis and movements are used: the body is the person's own.
Rate, channels and unit are those of the sender where it says them; else the rate is measured and µV are taken.

Examples:
  myodesis listen --udp 12345 --rate 1000 --unit uV --channels 8
  myodesis listen --udp 12345 --decoder decoder.json
  arduino-cli monitor -p /dev/ttyACM0 | myodesis listen --stdin --rate 500
  myodesis listen --serial /dev/ttyUSB0 --baud 230400 --unit 0.0223uV
  myodesis listen --brainflow-stream 225.1.1.1:6677
  myodesis listen --lsl-stream "type='EMG'" --lsl-markers "type='Markers'"`,
    )
    .action((flags: Flags) => listen(flags, context));
}

async function listen(flags: Flags, context: CommandContext): Promise<void> {
  const { terminal, stop } = context;
  const open = feedOf(flags);
  refuseTwice(flags.set, flags);
  refuseForeign(flags.set ?? []);
  const scenario = await resolveScenario(flags, decoderPatch(flags, flags.unit));
  const notes: string[] = [];
  const note = (text: string): void => {
    notes.push(text);
    terminal.err(`note: ${text}\n`);
  };
  const source = await openInlet({ open, declared: declaredOf(flags), note, stop }).catch(
    (error: unknown) => {
      // Whoever stops it while it waits wanted it to end.
      if (stop.aborted) return undefined;
      throw error;
    },
  );
  if (!source) return;
  const workshop = new WorkerThreads();
  try {
    const found = foundText(source);
    terminal.err(`found: ${source.info.name}, ${found}\n`);
    const { decoder, channelNames } = await givenDecoder(flags.decoder, source, note);
    const options = {
      source: { ...source, info: { ...source.info, channelNames } },
      scenario: fitting(scenario, source, decoder),
      decoder,
      recording: {
        name: source.info.name,
        found,
        counts: conventionText(decoder?.spec ?? scenario.decoder),
        notes,
      },
      workshop,
      recordings: recordingsFolder(resolve(flags.recordings)),
      version: packageVersion(),
    };
    const session = new InletSession(options);
    session.messages$.subscribe((message) => tell(message, terminal.err));
    const served = { flags, access: accessOf(flags), log: createLog(flags.logLevel, terminal) };
    await runService(onlySession(session), served, context);
  } finally {
    await source.close();
    await workshop.close();
  }
}

/** Who looks at the terminal alone is told of the signal as well; of holes, as in every session. */
function tell(message: ServerMessage, write: (text: string) => void): void {
  if (message.op === 'event' && message.kind === 'inlet') write(`note: ${message.text}\n`);
}

function foundText({ info: { channelNames, sampleRateHz, unit } }: InletSource): string {
  return `${counted(channelNames.length, 'channel')} at ${hz(sampleRateHz)} in ${unit}`;
}

/**
 * The decoder of a file, and the names of the channels, which are the decoder's where the sender gives none.
 * @throws ModelError where the decoder was made for another signal
 */
async function givenDecoder(
  path: string | undefined,
  { info: { sampleRateHz, channelNames } }: InletSource,
  note: (text: string) => void,
): Promise<{ readonly decoder?: Decoder; readonly channelNames: readonly string[] }> {
  if (path === undefined) return { channelNames };
  const json = await readJson(path);
  const own = Decoder.fromJSON(json).signal.channelNames;
  const nameless = channelNames.every((name) => /^(?:CH|EMG)\d+$/.test(name));
  const named = nameless && own.length === channelNames.length ? own : channelNames;
  const decoder = Decoder.fromJSON(json, { sampleRateHz, channelNames: named });
  if (named.some((name, c) => name !== channelNames[c]))
    note(
      `channels: the sender does not name them; they are taken to be the decoder's, in order: ${named.join(', ')}`,
    );
  return { decoder, channelNames: named };
}

/**
 * The scenario as this person will use it.
 * @throws ConfigError where its decoder cannot be built at the rate of the signal
 */
function fitting(scenario: Scenario, source: InletSource, decoder: Decoder | undefined): Scenario {
  const { sampleRateHz } = source.info;
  const own = { ...scenario, sampleRateHz, ...(decoder && { decoder: decoder.spec }) };
  wholeScenario(own);
  return own;
}

/** @throws UsageError for a field of the body, which is the person's own */
function refuseForeign(set: readonly string[]): void {
  const foreign = set.find((assignment) => !personal.test(assignment));
  if (foreign === undefined) return;
  throw new UsageError(`--set ${foreign} cannot be used with listen: the body is that of a real person`, {
    hint: 'Decoder, calibration, prosthesis and movements can be set, such as --set calibration.repetitions=2.',
  });
}
