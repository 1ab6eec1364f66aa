import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Access } from '../access/access.js';
import type { CommandContext } from '../cli/context.js';
import { stopped } from '../cli/stopped.js';
import { DeviceRoom } from '../devices/device-room.js';
import { deviceHost } from '../devices/host.js';
import { deviceKinds } from '../devices/registry.js';
import { UsageError } from '../errors.js';
import type { Log } from '../log.js';
import { packageFolder } from '../package-info.js';
import { startService } from '../service.js';
import type { SessionRegistry } from '../sessions/session-registry.js';
import { tellLinks } from './access-flags.js';
import { askedDevices, openAskedDevices } from './device-flags.js';
import { tellOnTerminal } from './tell-on-terminal.js';
import { DEFAULT_PORT, type ServiceFlags } from './service-flags.js';

/** How sessions are served. */
export interface ServedBy {
  readonly flags: ServiceFlags;
  readonly access: Access;
  readonly log: Log;
}

/** Serve sessions until told to stop, and end them. */
export async function runService(
  sessions: SessionRegistry,
  { flags, access, log }: ServedBy,
  { terminal, stop }: CommandContext,
): Promise<void> {
  const defect = (err: unknown): void => log.error({ err }, 'unhandled rejection');
  process.on('unhandledRejection', defect);
  const told = tellOnTerminal(sessions.shared, terminal);
  try {
    const host = deviceHost(flags.deviceHost, (err) => log.error({ err }, 'a device has failed'));
    const port = flags.port ?? portOf(process.env.PORT);
    const asked = askedDevices(flags);
    const service = await startService({
      sessions,
      devices: (session) => new DeviceRoom(session, deviceKinds, host),
      host: flags.host,
      access,
      log,
      port,
      pageFolder: fileURLToPath(new URL('dist/web', packageFolder())),
      playgroundFolder: fileURLToPath(new URL('dist/playground', packageFolder())),
      exampleFolder: fileURLToPath(new URL('server/clients/browser', packageFolder())),
      recordingsFolder: resolve(flags.recordings),
      maxClients: flags.maxClients,
      note: (text) => terminal.err(`note: ${text}\n`),
      ...(flags.allowHost && { allowedHosts: flags.allowHost }),
      ...(flags.allowOrigin && { allowedOrigins: flags.allowOrigin }),
    });
    const { links } = service;
    tellLinks(links, flags, flags.json === true, terminal);
    try {
      const room = service.hubs.roomOf();
      if (room) await openAskedDevices(room, asked, flags, { terminal });
      if (flags.open) openPage(links.byRole?.presenter ?? links.addresses[0]);
      await stopped(stop);
    } finally {
      await service.close();
    }
  } finally {
    told.unsubscribe();
    await sessions.close();
    process.off('unhandledRejection', defect);
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
