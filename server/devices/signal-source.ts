import { switchMap, tap, type Subscription } from 'rxjs';
import { SignalLine, type SignalFormat } from '../../src/devices/signal-line.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import type { DeviceFeed } from './device.js';
import { signalInfos } from './feed.js';

/** The signal of a session as a device samples it, whoever the session is of. */
export class SignalSource {
  private line: SignalLine;
  private readonly subscription: Subscription;

  /**
   * @param push gets the instants that came, all channels of one after the other; it must not keep them
   * @param stream another signal than the raw one
   */
  constructor(
    feed: DeviceFeed,
    private readonly format: SignalFormat,
    private driftPpm: number,
    push: (instants: Float32Array) => void,
    stream: Extract<StreamName, 'raw' | 'filtered'> = 'raw',
  ) {
    this.line = this.lineOf(feed);
    this.subscription = signalInfos(feed)
      .pipe(
        tap(() => (this.line = this.lineOf(feed))),
        switchMap(() => feed.frames(stream)),
      )
      .subscribe((frame) => push(this.line.process(frame)));
  }

  /** What was left out, filled in or resampled. */
  get notes(): string[] {
    return this.line.notes;
  }

  /** Let the device's crystal run at another speed. */
  drift(ppm: number): void {
    this.driftPpm = ppm;
    this.line.drift(ppm);
  }

  close(): void {
    this.subscription.unsubscribe();
  }

  private lineOf(feed: DeviceFeed): SignalLine {
    const { channels, sampleRateHz } = feed.info();
    return new SignalLine(channels, sampleRateHz, this.format, this.driftPpm);
  }
}
