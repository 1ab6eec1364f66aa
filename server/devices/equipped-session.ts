import { map, merge, type Observable } from 'rxjs';
import type {
  Audience,
  ServerInfo,
  Session,
  SessionRequest,
  StatusMessage,
  StreamFrame,
} from '../../src/patient/session.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import type { DeviceRoom } from './device-room.js';

/** A session as it is watched where it can appear as devices: it says so, and tells how they do. */
export class EquippedSession implements Session {
  constructor(
    private readonly session: Session,
    private readonly room: DeviceRoom,
  ) {}

  get messages$(): Observable<ServerMessage> {
    const told = this.session.messages$.pipe(
      map((message) => (message.op === 'serverInfo' ? this.equipped(message) : message)),
    );
    return merge(told, this.room.messages$);
  }

  frames(stream: StreamName): Observable<StreamFrame> {
    return this.session.frames(stream);
  }

  info(): ServerInfo {
    return this.equipped(this.session.info());
  }

  greeting(): readonly ServerMessage[] {
    const { message } = this.room;
    return [...this.session.greeting(), ...(message.devices.length > 0 ? [message] : [])];
  }

  scenario(): unknown {
    return this.session.scenario();
  }

  status(): StatusMessage {
    return this.session.status();
  }

  request(request: SessionRequest, from?: object): ServerMessage | Promise<ServerMessage> {
    return this.session.request(request, from);
  }

  left(from: object): void {
    this.session.left(from);
  }

  watchedBy(audience: Audience): void {
    this.session.watchedBy(audience);
  }

  close(): Promise<void> {
    return this.session.close();
  }

  private equipped(info: ServerInfo): ServerInfo {
    return { ...info, capabilities: [...info.capabilities, 'devices'], devices: this.room.infos };
  }
}
