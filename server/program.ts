import { Command, CommanderError } from 'commander';
import { doctorCommand } from './commands/doctor.js';
import { evaluateCommand } from './commands/evaluate.js';
import { featuresCommand } from './commands/features.js';
import { presetsCommand } from './commands/presets.js';
import { replayCommand } from './commands/replay.js';
import { serveCommand } from './commands/serve.js';
import { simulateCommand } from './commands/simulate.js';
import { trainCommand } from './commands/train.js';
import type { CommandContext } from './cli/context.js';
import { exitCodes, UsageError } from './cli/errors.js';
import { processTerminal, type Terminal } from './cli/output.js';
import { reportError } from './cli/report-error.js';
import { packageVersion } from './package-info.js';

const commands = [
  serveCommand,
  replayCommand,
  simulateCommand,
  trainCommand,
  evaluateCommand,
  featuresCommand,
  presetsCommand,
  doctorCommand,
];

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
    await createProgram({ terminal, stop }).parseAsync([...argv], { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(error, terminal.err, told);
    if (error.exitCode === 0 || error.code === 'commander.help') return exitCodes.ok;
    return reportError(usageError(error), terminal.err, told);
  }
}

function createProgram(context: CommandContext): Command {
  const { terminal } = context;
  const program = new Command('myodesis')
    .description('Simulates, in real time, the muscle signals that drive a bone-anchored prosthesis.')
    .version(packageVersion(), '-V, --version')
    .addHelpText(
      'after',
      `
Examples:
  myodesis serve                                  a living patient at http://127.0.0.1:8080
  myodesis simulate --seconds 60 --out recording  EMG and its truth as files
  myodesis evaluate --data FOLDER --features HTD  how well a decoder does on a recording

Exit codes: 0 done, 2 usage, 3 configuration, 4 input or output, 5 internal.`,
    );
  for (const create of commands) program.addCommand(create(context));
  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .showSuggestionAfterError(true)
      .configureOutput({
        writeOut: terminal.out,
        writeErr: terminal.out,
        outputError: () => undefined, // told by run(), as every other error
      });
  for (const command of program.commands)
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
