import type { Command } from 'commander';
import { collectArgument, integerArgument, positiveArgument } from '../cli/options.js';
import { MOST_CLIENTS } from '../access/places.js';
import { addAccessOptions, type AccessFlags } from './access-flags.js';
import { addLogOptions, type LogFlags } from './log-flags.js';
import { addDeviceOptions, type DeviceFlags } from './device-flags.js';

/** The flags of every command that serves the page. */
export interface ServiceFlags extends DeviceFlags, AccessFlags, LogFlags {
  readonly port?: number;
  readonly open?: boolean;
  readonly recordings: string;
  readonly maxClients: number;
  readonly allowHost?: string[];
  readonly allowOrigin?: string[];
  readonly json?: boolean;
}

/** The flags of commands that make private sessions beside the shared one. */
export interface SessionFlags {
  readonly maxSessions: number;
  readonly idleMinutes: number;
}

/** Port where neither flag nor environment name one. */
export const DEFAULT_PORT = 8080;

/** Add the flags of {@link ServiceFlags}. */
export function addServiceOptions(command: Command): Command {
  const served = command
    .option(
      '--port <n>',
      `port to listen on (default: PORT of the environment, else ${DEFAULT_PORT})`,
      integerArgument(0, 65535),
    )
    .option('--open', 'open the page in the browser')
    .option(
      '--max-clients <n>',
      'most that watch at a time; half of them at most from one other machine',
      integerArgument(1, 10_000),
      MOST_CLIENTS,
    )
    .option('--recordings <folder>', 'where recordings made in the page are kept', 'recordings')
    .option('--allow-host <name>', 'further name this service answers to; may be repeated', collectArgument)
    .option('--allow-origin <origin>', 'further page that may connect; may be repeated', collectArgument);
  return addDeviceOptions(addLogOptions(addAccessOptions(served)));
}

/** Add the flags of {@link SessionFlags}. */
export function addSessionOptions(command: Command): Command {
  return command
    .option(
      '--max-sessions <n>',
      'most private sessions at a time, beside the shared one',
      integerArgument(0, 64),
      8,
    )
    .option(
      '--idle-minutes <n>',
      'end a private session that nobody has watched for so long',
      positiveArgument,
      10,
    );
}
