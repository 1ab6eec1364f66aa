import { Command, CommanderError } from 'commander';
import type { CommandContext } from './cli/context.js';
import { exitCodes, UsageError } from './errors.js';
import { processTerminal, type Terminal } from './cli/output.js';
import { reportError } from './cli/report-error.js';
import { packageVersion } from './package-info.js';

/** Commands by name, in the order of the help. Loaded when needed: each brings what the others do not use. */
const commands: Readonly<Record<string, () => Promise<(context: CommandContext) => Command>>> = {
  serve: async () => (await import('./commands/serve.js')).serveCommand,
  replay: async () => (await import('./commands/replay.js')).replayCommand,
  listen: async () => (await import('./commands/listen.js')).listenCommand,
  devices: async () => (await import('./commands/devices.js')).devicesCommand,
  simulate: async () => (await import('./commands/simulate.js')).simulateCommand,
  train: async () => (await import('./commands/train.js')).trainCommand,
  export: async () => (await import('./commands/export.js')).exportCommand,
  evaluate: async () => (await import('./commands/evaluate.js')).evaluateCommand,
  compare: async () => (await import('./commands/compare.js')).compareCommand,
  fit: async () => (await import('./commands/fit.js')).fitCommand,
  stress: async () => (await import('./commands/stress.js')).stressCommand,
  study: async () => (await import('./commands/study.js')).studyCommand,
  worker: async () => (await import('./commands/worker.js')).workerCommand,
  benchmark: async () => (await import('./commands/benchmark.js')).benchmarkCommand,
  features: async () => (await import('./commands/features.js')).featuresCommand,
  finish: async () => (await import('./commands/finish.js')).finishCommand,
  person: async () => (await import('./commands/person.js')).personCommand,
  presets: async () => (await import('./commands/presets.js')).presetsCommand,
  sources: async () => (await import('./commands/sources.js')).sourcesCommand,
  conformance: async () => (await import('./commands/conformance.js')).conformanceCommand,
  doctor: async () => (await import('./commands/doctor.js')).doctorCommand,
};

/**
 * Run the `myodesis` command.
 * @param argv arguments after the program's name
 * @returns exit code: 0 done, 2 usage, 3 configuration, 4 input or output, 5 internal
 */
export async function run(
  argv: readonly string[],
  terminal: Terminal = processTerminal,
  stop: AbortSignal = new AbortController().signal,
): Promise<number> {
  const told = { json: argv.includes('--json'), debug: argv.includes('--debug') };
  try {
    const program = await createProgram({ terminal, stop }, argv[0]);
    await program.parseAsync([...argv], { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(error, terminal.err, told);
    if (error.exitCode === 0 || error.code === 'commander.help') return exitCodes.ok;
    return reportError(usageError(error), terminal.err, told);
  }
}

/** @param asked the command that will run; all of them are loaded for help and suggestions where it is none */
async function createProgram(context: CommandContext, asked = ''): Promise<Command> {
  const { terminal } = context;
  const program = new Command('myodesis')
    .description('Simulates, in real time, the muscle signals that drive a bone-anchored prosthesis.')
    .version(packageVersion(), '-V, --version')
    // A command that has commands of its own needs to be asked in order.
    .enablePositionalOptions()
    .addHelpText(
      'after',
      `
Examples:
  myodesis serve                                  a living patient at http://127.0.0.1:8080
  myodesis simulate --seconds 60 --out recording  EMG and its truth as files
  myodesis evaluate --data FOLDER --features HTD  how well a decoder does on a recording

Exit codes: 0 done, 2 usage, 3 configuration, 4 input or output, 5 internal.`,
    );
  const only = Object.hasOwn(commands, asked) ? commands[asked] : undefined;
  const creators = await Promise.all((only ? [only] : Object.values(commands)).map((load) => load()));
  for (const create of creators) program.addCommand(create(context));
  const below = program.commands.flatMap((command) => [command, ...command.commands]);
  for (const command of [program, ...below])
    command
      .exitOverride()
      .showSuggestionAfterError(true)
      .configureOutput({
        writeOut: terminal.out,
        writeErr: terminal.out,
        outputError: () => undefined, // told by run(), as every other error
      });
  for (const command of below)
    command.option('--debug', 'print the stack of an error').option('--json', 'write JSON, for machines');
  return program;
}

/** Commander's `error: text\n(Did you mean x?)` as message and hint. */
function usageError(error: CommanderError): UsageError {
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = rest
    .join(' ')
    .trim()
    .replace(/^\((.*)\)$/, '$1');
  return new UsageError(first, {
    hint: suggestion || 'See "myodesis --help" or "myodesis COMMAND --help".',
    cause: error,
  });
}
