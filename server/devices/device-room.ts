import { Subject, type Observable } from 'rxjs';
import type { DeviceDesk } from '../../src/patient/conversation.js';
import type { DeviceRequest, Session } from '../../src/patient/session.js';
import { liveAt } from '../../src/ground/signal/field.js';
import { closest } from '../../src/ground/signal/parse-fields.js';
import { ConfigError, StreamError } from '../../src/ground/signal/errors.js';
import { tellable } from '../../src/ground/signal/tellable.js';
import type { DeviceInfo, DeviceState, ServerMessage } from '../../src/protocol/server-messages.js';
import type { DeviceFeed, DeviceHost, DeviceKind, DeviceOptions, OpenDevice } from './device.js';
import { feedOf } from './feed.js';

type DevicesMessage = Extract<ServerMessage, { op: 'devices' }>;

interface Opened {
  readonly kind: DeviceKind;
  readonly open: OpenDevice;
  options: DeviceOptions;
}

/** How often it is told how open devices do, in milliseconds. */
const TELL_MS = 1000;

/**
 * The devices that one session appears as. Opens and closes them, turns their dials and tells how they do. What is
 * asked is done in turn: two that open the same device at once do not meet.
 */
export class DeviceRoom implements DeviceDesk {
  private readonly told$ = new Subject<DevicesMessage>();
  private readonly opened = new Map<string, Opened>();
  private readonly feed: DeviceFeed;
  private readonly timer: NodeJS.Timeout;
  /** The last of what was asked; never rejects. */
  private before: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    session: Session,
    private readonly kinds: readonly DeviceKind[],
    private readonly host: DeviceHost,
  ) {
    this.feed = feedOf(session);
    this.timer = setInterval(() => {
      if (this.opened.size > 0) this.tell();
    }, TELL_MS);
    this.timer.unref();
  }

  /** How open devices do: on every change, and once a second while any is open. */
  get messages$(): Observable<DevicesMessage> {
    return this.told$;
  }

  /** The devices that there are. */
  get infos(): DeviceInfo[] {
    return this.kinds.map(({ device, title, explain, options }) => ({
      device,
      title,
      explain,
      options: Object.fromEntries(Object.entries(options).map(([name, field]) => [name, { ...field }])),
    }));
  }

  /** How the devices that are open do. */
  get states(): DeviceState[] {
    return [...this.opened].map(([device, { open, options }]) => ({
      device,
      open: true,
      ...open.report(),
      options,
    }));
  }

  /** How open devices do, as everybody is told. */
  get message(): DevicesMessage {
    return { op: 'devices', devices: this.states };
  }

  /**
   * @throws ConfigError for a device or an option that there is not; StreamError where it is open already, or not;
   *   ResourceError where a port cannot be had
   */
  request(request: DeviceRequest): Promise<ServerMessage> {
    const done = this.before.then(() => this.do(request));
    this.before = done.catch(() => undefined);
    return done;
  }

  /** Close every device. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    this.closed = true;
    await this.before;
    const closing = [...this.opened.values()].map(({ open }) => open.close());
    this.opened.clear();
    await Promise.all(closing);
    this.told$.complete();
  }

  private async do(request: DeviceRequest): Promise<ServerMessage> {
    if (this.closed)
      throw new StreamError(`${request.op}: the session has ended`, { hint: 'Connect with another one.' });
    const kind = this.kindOf(request.device);
    switch (request.op) {
      case 'openDevice':
        await this.openOne(kind, request.options ?? {});
        break;
      case 'setDevice':
        await this.set(this.openedOf(kind), request.options);
        break;
      case 'closeDevice':
        await this.closeOne(this.openedOf(kind));
        break;
    }
    this.tell();
    const text = this.opened.get(kind.device)?.open.report().addresses.join(', ');
    return { op: 'ok', of: request.op, ...(text !== undefined && { text }) };
  }

  private async openOne(kind: DeviceKind, given: DeviceOptions): Promise<void> {
    if (this.opened.has(kind.device))
      throw new StreamError(`openDevice: ${kind.device} is open already`, {
        hint: 'Turn its dials by setDevice, or close it first.',
      });
    const options = kind.parse(given);
    const open = await kind.open(this.feed, options, this.host);
    this.opened.set(kind.device, { kind, open, options });
  }

  /** Dials are turned; for anything else the device is opened anew, and as it was where that fails. */
  private async set(opened: Opened, given: DeviceOptions): Promise<void> {
    const { kind, open } = opened;
    const options = kind.parse({ ...opened.options, ...given });
    const changed = Object.keys(options).filter(
      (name) => JSON.stringify(options[name]) !== JSON.stringify(opened.options[name]),
    );
    if (open.set && changed.every((name) => liveAt(kind.options, [name]) === 'block')) {
      open.set(options);
      opened.options = options;
      return;
    }
    await this.closeOne(opened);
    try {
      await this.openOne(kind, options);
    } catch (error) {
      await this.openOne(kind, opened.options).catch((lost: unknown) => this.lostFor(kind, lost));
      throw error;
    }
  }

  private lostFor(kind: DeviceKind, error: unknown): void {
    const { message, hint } = tellable(error);
    this.host.log(new StreamError(`${kind.device} could not be opened again: ${message}`, { hint }));
  }

  private async closeOne({ kind, open }: Opened): Promise<void> {
    this.opened.delete(kind.device);
    await open.close();
  }

  private kindOf(device: string): DeviceKind {
    const kind = this.kinds.find((one) => one.device === device);
    if (kind) return kind;
    const names = this.kinds.map((one) => one.device);
    const guess = closest(device, names);
    throw new ConfigError(`device: got ${JSON.stringify(device)}, expected one of ${names.join(', ')}`, {
      field: 'device',
      hint: guess ? `Did you mean ${guess}?` : 'serverInfo.devices lists them.',
    });
  }

  private openedOf(kind: DeviceKind): Opened {
    const opened = this.opened.get(kind.device);
    if (opened) return opened;
    throw new StreamError(`${kind.device} is not open`, { hint: 'Open it first, by openDevice.' });
  }

  private tell(): void {
    this.told$.next(this.message);
  }
}
