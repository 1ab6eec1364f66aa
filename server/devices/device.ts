import type { Observable } from 'rxjs';
import type { FieldGroup, GroupValue } from '../../src/ground/signal/field.js';
import { parseFields } from '../../src/ground/signal/parse-fields.js';
import type { ServerInfo, StreamFrame } from '../../src/patient/session.js';
import type { DeviceState, ServerMessage } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';

/** What a device may see of a session: a patient, a recording that is played, a real person. */
export interface DeviceFeed {
  /** How to read the streams now. */
  info(): ServerInfo;
  /** How to read the streams, now and whenever it changes (another person, other electrodes, other classes). */
  readonly infos$: Observable<ServerInfo>;
  readonly messages$: Observable<ServerMessage>;
  /** Frames of one stream, hot. */
  frames(stream: StreamName): Observable<StreamFrame>;
}

/** What a device has of the machine that it runs on. */
export interface DeviceHost {
  /** Address that servers are bound to and multicast is joined on; loopback unless the user said otherwise. */
  readonly address: string;
  /** Seconds by a clock that is never set. */
  now(): number;
  /** Seconds since 1970, by that same clock. */
  epoch(): number;
  /** Told of defects, with their stack. */
  log(error: unknown): void;
}

/** Values of a device's options, by name. */
export type DeviceOptions = Readonly<Record<string, unknown>>;

/** How an open device does: all that the room around it does not know itself. */
export type DeviceReport = Omit<DeviceState, 'device' | 'open' | 'options'>;

/** A device that is open. */
export interface OpenDevice<Options = unknown> {
  report(): DeviceReport;
  /** Take other values of those options that cost nothing (`live: 'block'`); absent where there is none. */
  set?(options: Options): void;
  /** Say goodbye to clients and give ports back. */
  close(): Promise<void>;
}

/** A device that the service can appear as. */
export interface DeviceKind {
  /** What requests and flags call it. */
  readonly device: string;
  readonly title: string;
  /** Which programs connect with it, and what they have to be told, in one or two sentences. */
  readonly explain: string;
  /** Its dials. Those that say `live: 'block'` turn while it is open; for the others it is closed and opened again. */
  readonly options: FieldGroup;
  /**
   * Options as they came, checked and made whole.
   * @throws ConfigError where one is wrong
   */
  parse(options: unknown): DeviceOptions;
  /**
   * @param options as they came; parsed by the description
   * @throws ConfigError where an option is wrong; InputOutputError where a port cannot be had
   */
  open(feed: DeviceFeed, options: unknown, host: DeviceHost): Promise<OpenDevice>;
}

/** A kind as it is written: what it opens gets its options parsed, with their types. */
interface DeviceSpec<G extends FieldGroup> extends Omit<DeviceKind, 'options' | 'parse' | 'open'> {
  readonly options: G;
  open(
    feed: DeviceFeed,
    options: GroupValue<G>,
    host: DeviceHost,
  ): OpenDevice<GroupValue<G>> | Promise<OpenDevice<GroupValue<G>>>;
}

/** Describe a kind of device. */
export function deviceKind<const G extends FieldGroup>(spec: DeviceSpec<G>): DeviceKind {
  const parse = (options: unknown): GroupValue<G> =>
    parseFields(spec.options, options, `devices.${spec.device}`);
  return {
    ...spec,
    parse,
    async open(feed, options, host) {
      const open = await spec.open(feed, parse(options), host);
      return {
        report: () => open.report(),
        ...(open.set && { set: (changed) => open.set?.(parse(changed)) }),
        close: () => open.close(),
      };
    },
  };
}
