import { Subscription } from 'rxjs';
import { PacketLoss } from '../../../src/devices/dials.js';
import type { ServerInfo, StreamFrame } from '../../../src/patient/session.js';
import { tellable } from '../../../src/ground/signal/tellable.js';
import type { DeviceFeed, DeviceHost, DeviceReport, OpenDevice } from '../device.js';
import { numberChunk, textChunk, type Chunk } from './chunk.js';
import { Chunker } from './chunker.js';
import { lslNow } from './clock.js';
import { DriftingSignal } from './drifting-signal.js';
import type { Discovery } from './discovery.js';
import { markersOf } from './markers.js';
import { Outlet } from './outlet.js';
import { lslStreams, planOf, shownStream, type LslStream } from './plans.js';
import { SampleTimes } from './sample-times.js';

/** The dials of Lab Streaming Layer, as the description makes them whole. */
export interface LslOptions {
  readonly name: string;
  readonly markers: boolean;
  readonly decisions: boolean;
  readonly commands: boolean;
  readonly chunkSamples: number;
  readonly clockOffsetS: number;
  readonly driftPpm: number;
  readonly lossPercent: number;
  readonly connected: boolean;
  readonly seed: number;
}

/** Sentences that are kept to be told; more are repetitions of what is wrong. */
const MOST_NOTES = 8;
const MICROVOLTS = 1e6;

/** A session as Lab Streaming Layer shows it: an outlet for each of its streams, anew when what a stream is changes. */
export class LslDevice implements OpenDevice<LslOptions> {
  private readonly outlets = new Map<LslStream, { readonly outlet: Outlet; readonly plan: string }>();
  private readonly gone = { sent: 0, dropped: 0 };
  private readonly notes: string[];
  private readonly subscription = new Subscription();
  private readonly loss: PacketLoss;
  private readonly chunker: Chunker;
  private times: SampleTimes;
  /** The signal as a crystal that drifts samples it; undefined where it does not. */
  private drifting: DriftingSignal | undefined;
  /** Outlets are made one after the other; never rejects. */
  private making: Promise<void> = Promise.resolve();

  private constructor(
    private readonly feed: DeviceFeed,
    private readonly discovery: Discovery,
    private options: LslOptions,
    private readonly host: DeviceHost,
  ) {
    this.notes = [...discovery.notes];
    this.loss = new PacketLoss(options.seed, 'lsl');
    this.chunker = new Chunker(options.chunkSamples);
    this.times = new SampleTimes(feed.info().sampleRateHz);
  }

  /** @throws ResourceError where a port cannot be had */
  static async open(
    feed: DeviceFeed,
    discovery: Discovery,
    options: LslOptions,
    host: DeviceHost,
  ): Promise<LslDevice> {
    const device = new LslDevice(feed, discovery, options, host);
    try {
      await device.show(feed.info());
    } catch (error) {
      await device.close();
      throw error;
    }
    device.listen();
    return device;
  }

  report(): DeviceReport {
    const outlets = [...this.outlets.values()].map(({ outlet }) => outlet);
    let { sent, dropped } = this.gone;
    for (const { totals } of outlets) {
      sent += totals.sent;
      dropped += totals.dropped;
    }
    const { address, port } = this.discovery;
    return {
      addresses: [`udp ${address}:${port} (searches)`, ...outlets.map((outlet) => outlet.address)],
      rateHz: this.feed.info().sampleRateHz,
      clients: outlets.flatMap(({ clients }) => clients),
      sent,
      dropped,
      lost: this.loss.lost,
      notes: this.notes,
    };
  }

  set(options: LslOptions): void {
    this.options = options;
  }

  async close(): Promise<void> {
    this.subscription.unsubscribe();
    await this.making;
    await Promise.all([...this.outlets.values()].map(({ outlet }) => outlet.close()));
    this.outlets.clear();
    await this.discovery.release();
  }

  private readonly clock = (): number => lslNow() + this.options.clockOffsetS;

  private listen(): void {
    const { feed, subscription } = this;
    subscription.add(feed.infos$.subscribe((info) => this.change(info)));
    subscription.add(feed.frames('raw').subscribe((frame) => this.emg(frame)));
    subscription.add(
      feed.messages$.subscribe((message) => {
        if (message.op === 'status' && message.phase === 'paused') this.pause();
      }),
    );
    subscription.add(
      markersOf(feed).subscribe(({ index, text }) => {
        this.send('markers', textChunk(text, this.times.of(index) ?? this.clock()));
      }),
    );
    for (const stream of ['decisions', 'commands'] as const)
      if (this.options[stream])
        subscription.add(
          feed.frames(shownStream[stream]).subscribe((frame) => this.sendNumbers(stream, frame, 1)),
        );
  }

  private pause(): void {
    this.times.pause();
    this.drifting?.pause();
  }

  private emg(frame: StreamFrame): void {
    const now = this.clock();
    this.times.follow(frame.index + frame.length, now);
    const drifting = this.driftingFor(frame);
    const sampled = drifting ? drifting.process(frame, now) : frame;
    if (sampled.length === 0) return;
    for (const chunk of this.chunker.push(sampled))
      if (!this.loss.next(this.options.lossPercent))
        this.sendNumbers('emg', chunk, MICROVOLTS, drifting?.timeOf(chunk.index));
  }

  private driftingFor({ channels }: StreamFrame): DriftingSignal | undefined {
    const { driftPpm } = this.options;
    const { drifting, times } = this;
    if (driftPpm === 0) this.drifting = undefined;
    else if (drifting?.driftPpm !== driftPpm || drifting.channels !== channels)
      this.drifting = new DriftingSignal(channels, times.sampleRateHz, driftPpm);
    return this.drifting;
  }

  private sendNumbers(
    stream: LslStream,
    { index, channels, data }: Pick<StreamFrame, 'index' | 'channels' | 'data'>,
    scale: number,
    time = this.times.of(index),
  ): void {
    // Where the streams have changed, the outlet that fits may still be on its way.
    if (this.outlets.get(stream)?.outlet.info.channels.length !== channels) return;
    this.send(stream, numberChunk(channels, data, time ?? this.clock(), scale));
  }

  private send(stream: LslStream, chunk: Chunk): void {
    if (this.options.connected) this.outlets.get(stream)?.outlet.push(chunk);
  }

  /** What streams are has changed: those that are another now get another outlet. */
  private change(info: ServerInfo): void {
    this.making = this.making
      .then(() => this.show(info))
      .catch((error: unknown) => {
        this.host.log(error);
        this.note(`${tellable(error).message}.`);
      });
  }

  private async show(info: ServerInfo): Promise<void> {
    if (this.times.sampleRateHz !== info.sampleRateHz) {
      this.times = new SampleTimes(info.sampleRateHz);
      this.drifting = undefined;
    }
    for (const stream of lslStreams) {
      const isWanted = stream === 'emg' || this.options[stream];
      const plan = isWanted ? planOf(stream, info, this.options.name) : undefined;
      const text = JSON.stringify(plan);
      const shown = this.outlets.get(stream);
      if (shown?.plan === text) continue;
      if (shown) {
        this.outlets.delete(stream);
        await shown.outlet.close();
        this.gone.sent += shown.outlet.totals.sent;
        this.gone.dropped += shown.outlet.totals.dropped;
      }
      if (!plan) continue;
      const outlet = await Outlet.open(plan, this.discovery, this.clock, (note) => this.note(note));
      this.outlets.set(stream, { outlet, plan: text });
    }
  }

  private note(text: string): void {
    if (!this.notes.includes(text) && this.notes.length < MOST_NOTES) this.notes.push(text);
  }
}
