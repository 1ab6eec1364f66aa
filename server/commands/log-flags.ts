import { Option, type Command } from 'commander';
import { logLevels, type LogLevel } from '../logs/pino-log.js';

/** How much is logged. */
export interface LogFlags {
  readonly logLevel: LogLevel;
}

/** Add the flag of {@link LogFlags}. */
export function addLogOptions(command: Command): Command {
  return command.addOption(
    new Option(
      '--log-level <level>',
      'how much is logged to stderr: on a terminal as text, otherwise as JSON lines',
    )
      .choices(logLevels)
      .env('MYODESIS_LOG_LEVEL')
      .default('warn'),
  );
}
