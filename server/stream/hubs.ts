import type { Subscription } from 'rxjs';
import type { Audience, Session } from '../../src/patient/session.js';
import type { DeviceRoom } from '../devices/device-room.js';
import { SHARED_ID, type HostedSession, type SessionRegistry } from '../sessions/session-registry.js';
import { logDevices } from '../logs/device-log.js';
import { StreamHub, type HubOptions } from './stream-hub.js';
import { noTraffic, summed, type Traffic } from './traffic.js';

/** What the hubs of a service may be told. */
export interface HubsOptions extends Omit<HubOptions, 'devices'> {
  /** Makes the devices that a session can appear as. */
  readonly devices?: (session: Session) => DeviceRoom;
}

/** What a session is watched by: who is connected, and the devices that it appears as. */
interface Watching {
  readonly hub: StreamHub;
  readonly room: DeviceRoom | undefined;
}

/** The audience of each session. */
export class Hubs implements Audience {
  private readonly watching = new Map<string, Watching>();
  private readonly opened: Subscription;
  /** Of sessions that are gone. */
  private former = noTraffic;

  constructor(
    sessions: SessionRegistry,
    private readonly options: HubsOptions,
  ) {
    this.opened = sessions.opened$.subscribe((session) => this.serve(session));
  }

  /** Who is connected with a session, the shared one where none is named; undefined where there is none of that name. */
  hubOf(id: string = SHARED_ID): StreamHub | undefined {
    return this.watching.get(id)?.hub;
  }

  /** The devices of a session, likewise. */
  roomOf(id: string = SHARED_ID): DeviceRoom | undefined {
    return this.watching.get(id)?.room;
  }

  get clients(): number {
    let clients = 0;
    for (const { hub } of this.watching.values()) clients += hub.clients;
    return clients;
  }

  get traffic(): Traffic {
    let all = this.former;
    for (const { hub } of this.watching.values()) all = summed(all, hub.traffic);
    return all;
  }

  get lostBlocks(): number {
    return this.traffic.lost;
  }

  /** Say goodbye to everyone, and close all devices. */
  async close(): Promise<void> {
    this.opened.unsubscribe();
    const all = [...this.watching.values()];
    this.watching.clear();
    for (const { hub } of all) hub.close();
    await Promise.all(all.map(({ room }) => room?.close()));
  }

  private serve(session: HostedSession): void {
    const { devices, ...options } = this.options;
    const { id, shared } = session.about;
    const room = devices?.(session);
    if (room && options.log) logDevices(room.messages$, id, options.log);
    const hub = new StreamHub(session, { ...options, ...(room && { devices: room }) });
    this.watching.set(id, { hub, room });
    session.dismissed$.subscribe(({ message, hint }) => {
      hub.dismiss(`${message}. ${hint}`);
      if (shared || !this.watching.delete(id)) return;
      this.former = summed(this.former, hub.traffic);
      hub.close();
      void room?.close();
    });
  }
}
