import { createSocket, type Socket } from 'node:dgram';
import { clockOffset, parseTimeAnswer, type TimeProbe } from '../../../src/devices/lsl/clock-offset.js';
import { timeRequest } from '../../../src/devices/lsl/search.js';
import { lslNow } from '../../devices/lsl/clock.js';
import type { RemoteStream } from './remote-stream.js';

/** Questions of one estimate, milliseconds between them and for the last answer, and from one estimate to the next. */
const [PROBES, APART_MS, PATIENCE_MS, AGAIN_MS] = [8, 64, 128, 5000];

/** The clock of whoever sends a stream, against this machine's: asked again and again, since clocks drift. */
export class RemoteClock {
  /** Seconds to add to its times to get ours; undefined where it does not answer. */
  offset: number | undefined;
  private readonly socket: Socket;
  private readonly timers = new Set<NodeJS.Timeout>();
  private probes: TimeProbe[] = [];
  private wave = 0;
  private closed = false;

  constructor(private readonly stream: RemoteStream) {
    this.socket = createSocket('udp4');
    this.socket.on('message', (data, from) => {
      if (from.address !== stream.address) return;
      const probe = parseTimeAnswer(data.toString('latin1'), this.wave, lslNow());
      if (probe) this.probes.push(probe);
    });
    // Where nobody answers, the offset stays unknown, and that is told.
    this.socket.on('error', () => undefined);
  }

  /** Ask once, and from then on every few seconds. */
  async start(): Promise<void> {
    await this.estimate();
    const again = (): void => {
      if (!this.closed) void this.estimate().then(() => this.after(AGAIN_MS).then(again));
    };
    void this.after(AGAIN_MS).then(again);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.socket.close();
  }

  private async estimate(): Promise<void> {
    this.wave++;
    this.probes = [];
    for (let n = 0; n < PROBES && !this.closed; n++) {
      this.socket.send(
        timeRequest(this.wave, lslNow()),
        this.stream.servicePort,
        this.stream.address,
        () => undefined,
      );
      await this.after(APART_MS);
    }
    await this.after(PATIENCE_MS);
    this.offset = clockOffset(this.probes)?.offset ?? this.offset;
  }

  private after(ms: number): Promise<void> {
    if (this.closed) return new Promise(() => undefined);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        resolve();
      }, ms);
      this.timers.add(timer);
    });
  }
}
