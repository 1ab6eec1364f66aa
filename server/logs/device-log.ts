import type { Observable } from 'rxjs';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { Log } from '../log.js';

/** Logs which devices a session begins and ends to appear as. */
export function logDevices(
  messages$: Observable<Extract<ServerMessage, { op: 'devices' }>>,
  session: string,
  log: Log,
): void {
  let open: ReadonlyMap<string, readonly string[]> = new Map();
  const follow = (now: ReadonlyMap<string, readonly string[]>): void => {
    for (const [device, addresses] of now)
      if (!open.has(device)) log.info({ session, device, addresses }, 'device opened');
    for (const device of open.keys()) if (!now.has(device)) log.info({ session, device }, 'device closed');
    open = now;
  };
  messages$.subscribe({
    next: ({ devices }) => follow(new Map(devices.map(({ device, addresses }) => [device, addresses]))),
    complete: () => follow(new Map()),
  });
}
