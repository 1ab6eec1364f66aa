import { Subject } from 'rxjs';
import type { DeviceHost } from '../../../server/devices/device.js';
import { feedOf } from '../../../server/devices/feed.js';
import type { ServerInfo, StreamFrame } from '../../../src/patient/session.js';
import type { StreamName } from '../../../src/protocol/stream-kind.js';
import { FakeSession } from '../fake-session.js';

/** Machine of a test: loopback, a clock that stands still. */
export const fakeHost: DeviceHost = {
  address: '127.0.0.1',
  now: () => 100,
  epoch: () => 1_700_000_000.5,
  log: (error) => {
    throw error;
  },
};

/** A session whose description and frames a test makes. */
export class FakeFeed extends FakeSession {
  private readonly pushed = new Map<StreamName, Subject<StreamFrame>>();
  private told: ServerInfo;

  constructor(info: Partial<ServerInfo>) {
    super();
    this.told = { ...super.info(), ...info };
  }

  readonly feed = feedOf(this);

  override info(): ServerInfo {
    return this.told;
  }

  override frames(stream: StreamName): Subject<StreamFrame> {
    const known = this.pushed.get(stream) ?? new Subject<StreamFrame>();
    this.pushed.set(stream, known);
    return known;
  }

  /** Another person: what streams mean has changed. */
  become(info: Partial<ServerInfo>): void {
    this.told = { ...this.told, ...info };
    this.messages$.next(this.told);
  }

  /** Send one frame of rows. */
  push(stream: StreamName, index: number, rows: readonly (readonly number[])[]): void {
    const length = rows[0]?.length ?? 0;
    this.frames(stream).next({ index, channels: rows.length, length, data: Float32Array.from(rows.flat()) });
  }
}
