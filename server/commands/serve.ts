import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { Access } from '../access/access.js';
import type { CommandContext } from '../cli/context.js';
import { addScenarioOptions, integerArgument, type ScenarioFlags } from '../cli/options.js';
import { requireStartable } from '../../src/scenario/whole-scenario.js';
import { resolveScenario } from '../cli/resolve-scenario.js';
import { classifierHelp } from '../cli/study-flags.js';
import { parseClassifier, type ClassifierReference } from '../outside/classifier-reference.js';
import { addOnnxOptions } from '../cli/onnx-flags.js';
import type { SessionPlan } from '../sessions/session-plan.js';
import {
  addServiceOptions,
  addSessionOptions,
  type ServiceFlags,
  type SessionFlags,
} from './service-flags.js';
import { serveSessions } from './serve-sessions.js';

interface Flags extends ScenarioFlags, ServiceFlags, SessionFlags {
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
  return addSessionOptions(addServiceOptions(addScenarioOptions(addOnnxOptions(command))))
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
      const scenario = await resolveScenario(flags);
      const { classifier: reference, classifierTimeout: timeoutMs, decoder } = flags;
      if (decoder === undefined) requireStartable(scenario);
      const planOf = ({ tokens }: Access): SessionPlan => ({
        kind: 'patient',
        clock: 'real',
        recordingsFolder: resolve(flags.recordings),
        scenario,
        ...(decoder !== undefined && { decoderFile: resolve(decoder) }),
        ...(reference && { classifier: { reference, timeoutMs, ...(tokens && { tokens }) } }),
      });
      await serveSessions(planOf, flags, context);
    });
}
