import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ClockStatistics, DeviceState } from '../../src/protocol/server-messages.js';
import type { SessionRegistry } from '../sessions/session-registry.js';
import type { Hubs } from '../stream/hubs.js';
import { LastStatistics } from './last-statistics.js';

/** Which door somebody was refused at. */
export type Door = 'http' | 'stream';

/** An answered request of HTTP. */
export interface Answered {
  readonly method: string;
  /** As its document names it; one name for all pages, and one for what leads nowhere. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Why a status refuses; others are answers. */
const refusals: Readonly<Record<number, string>> = {
  400: 'protocol',
  401: 'token',
  403: 'role-or-origin',
  404: 'nothing-there',
  429: 'rate',
  503: 'full',
};
/** Of these, what a door refuses that can also answer. */
const refusedByHttp = [401, 403, 429];

/** Name of a session where others may read it: the name of a private one is its key. */
type Kind = 'shared' | 'private';

/** Numbers of one service, for Prometheus. */
export class ServiceMetrics {
  private readonly registry = new Registry();
  private readonly statistics: LastStatistics;
  private readonly requests: Counter<'method' | 'route' | 'status'>;
  private readonly durations: Histogram<'route'>;
  private readonly refused: Counter<'door' | 'reason'>;

  constructor(
    private readonly sessions: SessionRegistry,
    private readonly hubs: Hubs,
  ) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.statistics = new LastStatistics(sessions);
    this.requests = new Counter({
      name: 'myodesis_http_requests_total',
      help: 'Requests answered.',
      labelNames: ['method', 'route', 'status'],
      registers,
    });
    this.durations = new Histogram({
      name: 'myodesis_http_request_duration_seconds',
      help: 'Time to the end of an answer.',
      labelNames: ['route'],
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    });
    this.refused = new Counter({
      name: 'myodesis_refused_total',
      help: 'Requests and connections that were refused.',
      labelNames: ['door', 'reason'],
      registers,
    });
    this.addSessions();
    this.addTraffic();
    this.addClocks();
    this.addDevices();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** All numbers, in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  answered({ method, route, status, seconds }: Answered): void {
    this.requests.inc({ method, route, status });
    this.durations.observe({ route }, seconds);
    if (refusedByHttp.includes(status)) this.refuse('http', status);
  }

  /** @param status as HTTP would say it */
  refuse(door: Door, status: number): void {
    this.refused.inc({ door, reason: refusals[status] ?? 'other' });
  }

  private addSessions(): void {
    const { sessions } = this;
    this.gauge('myodesis_sessions', 'Sessions that there are.', ['session', 'phase'], (gauge) => {
      for (const session of sessions.list())
        gauge.inc({ session: kindOf(session.about), phase: session.status().phase });
    });
    this.gauge('myodesis_clients', 'Clients that are connected by WebSocket.', ['session'], (gauge) => {
      gauge.set({ session: 'shared' }, 0);
      for (const session of sessions.list()) gauge.inc({ session: kindOf(session.about) }, session.clients());
    });
  }

  private addTraffic(): void {
    const { hubs } = this;
    const total = (name: string, help: string, read: () => number): void =>
      this.counter(name, help, [], (counter) => counter.inc(read()));
    total('myodesis_frames_sent_total', 'Frames handed to sockets of clients.', () => hubs.traffic.frames);
    total('myodesis_frame_bytes_total', 'Bytes of these frames.', () => hubs.traffic.bytes);
    total('myodesis_frames_lost_total', 'Frames that clients were too slow for.', () => hubs.traffic.lost);
  }

  private addClocks(): void {
    const each = (take: (clock: ClockStatistics, session: Kind) => void): void => {
      for (const session of this.sessions.list()) {
        const clock = this.statistics.of(session)?.clock;
        if (clock) take(clock, kindOf(session.about));
      }
    };
    const worst = (name: string, help: string, read: (clock: ClockStatistics) => number | null): void =>
      this.gauge(name, help, ['session'], (gauge) => {
        const most = new Map<Kind, number>();
        each((clock, session) => {
          const value = read(clock);
          const before = most.get(session);
          if (value !== null && (before === undefined || Math.abs(value) > Math.abs(before)))
            most.set(session, value);
        });
        for (const [session, value] of most) gauge.set({ session }, value);
      });
    const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);
    worst(
      'myodesis_clock_lateness_p99_seconds',
      'How much later than due blocks were made, the latest in a hundred of the last minute.',
      ({ latenessMs }) => seconds(latenessMs.p99),
    );
    worst(
      'myodesis_clock_lateness_max_seconds',
      'How much later than due the latest block of the last minute was made.',
      ({ latenessMs }) => seconds(latenessMs.max),
    );
    worst(
      'myodesis_clock_skew_ppm',
      'Samples made against the monotonic clock, in parts per million.',
      ({ skewPpm }) => skewPpm,
    );
    this.gauge(
      'myodesis_skipped_samples',
      'Samples that gaps skipped since the sessions that there are began.',
      ['session'],
      (gauge) => each(({ skippedSamples }, session) => gauge.inc({ session }, skippedSamples)),
    );
  }

  private addDevices(): void {
    const add = (name: string, help: string, read: (state: DeviceState) => number): void =>
      this.gauge(name, help, ['session', 'device'], (gauge) => {
        for (const { about } of this.sessions.list())
          for (const state of this.hubs.roomOf(about.id)?.states ?? [])
            gauge.inc({ session: kindOf(about), device: state.device }, read(state));
      });
    add('myodesis_device_clients', 'Programs that read from open devices.', ({ clients }) => clients.length);
    add('myodesis_device_sent', 'Sent by devices since they were opened.', ({ sent }) => sent);
    add('myodesis_device_dropped', 'Dropped by devices for programs too slow.', ({ dropped }) => dropped);
    add('myodesis_device_lost', 'Lost by devices on purpose, by their dials.', ({ lost }) => lost);
  }

  /** A number that is read when it is asked for. */
  private gauge<L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    read: (gauge: Gauge<L>) => void,
  ): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect() {
        this.reset();
        read(this);
      },
    });
  }

  /** Likewise, of one that only grows. */
  private counter<L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    read: (counter: Counter<L>) => void,
  ): void {
    new Counter({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect() {
        this.reset();
        read(this);
      },
    });
  }
}

function kindOf({ shared }: { readonly shared: boolean }): Kind {
  return shared ? 'shared' : 'private';
}
