import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { CommandContext } from '../cli/context.js';
import { UsageError } from '../cli/errors.js';
import { collectArgument, integerArgument } from '../cli/options.js';
import { packageFolder } from '../package-info.js';
import { startService } from '../service.js';
import type { Session } from '../session/session.js';

/** The flags of every command that serves the page. */
export interface ServiceFlags {
  readonly port?: number;
  readonly host: string;
  readonly open?: boolean;
  readonly recordings: string;
  readonly allowHost?: string[];
  readonly allowOrigin?: string[];
  readonly json?: boolean;
}

const DEFAULT_PORT = 8080;

/** Add the flags of {@link ServiceFlags}. */
export function addServiceOptions(command: Command): Command {
  return command
    .option(
      '--port <n>',
      `port to listen on (default: PORT of the environment, else ${DEFAULT_PORT})`,
      integerArgument(0, 65535),
    )
    .option('--host <address>', 'address to listen on; 0.0.0.0 lets other machines in', '127.0.0.1')
    .option('--open', 'open the page in the browser')
    .option('--recordings <folder>', 'where recordings made in the page are kept', 'recordings')
    .option('--allow-host <name>', 'further name this service answers to; may be repeated', collectArgument)
    .option('--allow-origin <origin>', 'further page that may connect; may be repeated', collectArgument);
}

/** Serve a session until told to stop. */
export async function runService(
  createSession: () => Session,
  flags: ServiceFlags,
  { terminal, stop }: CommandContext,
): Promise<void> {
  const log = (reason: unknown): void => console.error('unhandled rejection:', reason);
  process.on('unhandledRejection', log);
  const port = flags.port ?? portOf(process.env.PORT);
  const session = createSession();
  try {
    const service = await startService({
      session,
      host: flags.host,
      port,
      pageFolder: fileURLToPath(new URL('dist/web', packageFolder())),
      recordingsFolder: resolve(flags.recordings),
      ...(flags.allowHost && { allowedHosts: flags.allowHost }),
      ...(flags.allowOrigin && { allowedOrigins: flags.allowOrigin }),
    });
    const { address } = service;
    terminal.out(flags.json ? `${JSON.stringify({ address })}\n` : `Myodesis is at ${address}\n`);
    if (flags.open) openPage(address);
    await stopped(stop);
    await service.close();
  } finally {
    await session.close();
    process.off('unhandledRejection', log);
  }
}

/** @throws UsageError where the environment's PORT is no port */
function portOf(text: string | undefined): number {
  if (text === undefined || text.trim() === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`PORT: got ${JSON.stringify(text)}, expected a whole number within [0, 65535]`, {
      hint: 'Unset PORT or write, for example, PORT=8080.',
    });
  return port;
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Open an address with what the system has for it; a machine without a browser is no error. */
function openPage(address: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  if (!program) return;
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
