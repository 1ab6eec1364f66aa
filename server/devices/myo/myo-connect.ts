import type { Subscription } from 'rxjs';
import { Battery } from '../../../src/devices/battery.js';
import { PacketLoss } from '../../../src/devices/dials.js';
import { InstantBuffer } from '../../../src/devices/instant-buffer.js';
import { Converter } from '../../../src/devices/integers.js';
import {
  CHANNELS,
  EMG_HZ,
  greeting,
  IMU_HZ,
  myoCommand,
  myoMessage,
  poseOf,
  stillOrientation,
  type MyoEvent,
  type Pose,
} from '../../../src/devices/myo/myo-events.js';
import type { GroupValue } from '../../../src/ground/signal/field.js';
import { classNamed } from '../../../src/protocol/stream-rows.js';
import { columnsOf } from '../columns.js';
import type { DeviceFeed, DeviceHost, DeviceReport, OpenDevice } from '../device.js';
import { SignalSource } from '../signal-source.js';
import { WebSocketPort, type WebSocketClient } from '../sockets/web-socket-port.js';
import type { myoOptions } from './myo-options.js';

type Options = GroupValue<typeof myoOptions>;

/** Signal strength of an armband on the table beside the computer, in dBm. */
const RSSI = -48;

/** The WebSocket of Myo Connect, and an armband that is worn. */
export class MyoConnect implements OpenDevice<Options> {
  private readonly converter: Converter;
  private readonly loss: PacketLoss;
  private readonly battery: Battery;
  private readonly source: SignalSource;
  private readonly poses: Subscription;
  /** Who wants EMG. */
  private readonly streaming = new Set<WebSocketClient>();
  private readonly heard = new Set<string>();
  private pose: Pose | undefined;
  private on: boolean;
  private samples = 0;

  private constructor(
    feed: DeviceFeed,
    private options: Options,
    private readonly host: DeviceHost,
    private readonly port: WebSocketPort,
  ) {
    this.converter = new Converter(8, options.stepUv);
    this.loss = new PacketLoss(options.seed, 'myo');
    this.battery = new Battery(options.batteryPercent, options.batteryHours, host.now());
    this.on = this.isOn;
    const instants = new InstantBuffer(CHANNELS, 1, (volts) => this.sample(volts));
    this.source = new SignalSource(
      feed,
      { rateHz: EMG_HZ, channels: CHANNELS },
      options.driftPpm,
      (samples) => instants.push(samples),
    );
    this.poses = columnsOf(feed, 'decisions').subscribe(({ last }) =>
      this.decide(classNamed(feed.info().classes, last('step')) ?? 'rest'),
    );
  }

  /** @throws ResourceError where the port cannot be had */
  static async open(feed: DeviceFeed, options: Options, host: DeviceHost): Promise<MyoConnect> {
    const port = await WebSocketPort.open({
      address: host.address,
      port: options.port,
      path: '/myo/3',
      origins: options.origins,
      connected: (client) => armband.welcome(client),
      said: (client, text) => armband.obey(client, text),
    });
    const armband = new MyoConnect(feed, options, host, port);
    return armband;
  }

  report(): DeviceReport {
    const level = this.battery.level(this.host.now());
    return {
      ...this.port.report,
      rateHz: EMG_HZ,
      lost: this.loss.lost,
      notes: [
        ...this.source.notes,
        ...this.converter.notes,
        `battery: ${level} %`,
        ...(this.on ? [] : [level === 0 ? 'battery empty: switched off' : 'out of reach']),
        ...[...this.heard].map((command) => `not understood: ${command}`),
        'the arm lies still: orientation is that of the table; poses come whether locked or not',
      ],
    };
  }

  set(options: Options): void {
    this.options = options;
    this.converter.step = options.stepUv;
    this.source.drift(options.driftPpm);
    this.battery.set(options.batteryPercent, options.batteryHours, this.host.now());
    this.power();
  }

  close(): Promise<void> {
    this.poses.unsubscribe();
    this.source.close();
    return this.port.close();
  }

  private get isOn(): boolean {
    return this.options.connected && this.battery.level(this.host.now()) > 0;
  }

  /** Tell it where the armband has gone, or come back. */
  private power(): void {
    const was = this.on;
    this.on = this.isOn;
    if (was === this.on) return;
    this.pose = undefined;
    for (const client of this.port.clients)
      if (this.on) this.tell(client, ...greeting.slice(1));
      else this.tell(client, { type: 'arm_unsynced' }, { type: 'disconnected' });
  }

  private welcome(client: WebSocketClient): void {
    client.socket.on('close', () => this.streaming.delete(client));
    this.tell(client, ...greeting.slice(0, this.on ? undefined : 1));
  }

  private obey(client: WebSocketClient, text: string): void {
    const asked = myoCommand(text);
    if (!asked) return this.notUnderstood(text);
    const { command, type } = asked;
    switch (command) {
      case 'set_stream_emg':
        if (type === 'enabled') this.streaming.add(client);
        else this.streaming.delete(client);
        break;
      case 'request_rssi':
        if (this.on) this.tell(client, { type: 'rssi', rssi: RSSI });
        break;
      case 'request_battery_level':
        if (this.on)
          this.tell(client, { type: 'battery_level', battery_level: this.battery.level(this.host.now()) });
        break;
      case 'lock':
      case 'unlock':
        if (this.on) this.tell(client, { type: `${command}ed` });
        break;
      // Nobody feels it, and whether poses need an unlocked armband is not imitated.
      case 'vibrate':
      case 'set_locking_policy':
      case 'notify_user_action':
        break;
      default:
        this.notUnderstood(command);
    }
  }

  /** A few are kept for people to see; a client that talks nonsense for ever costs nothing. */
  private notUnderstood(what: string): void {
    if (this.heard.size < 5) this.heard.add(JSON.stringify(what.slice(0, 40)));
  }

  private sample(volts: Float32Array): void {
    if (this.samples++ % EMG_HZ === 0) this.power();
    if (!this.on) return;
    if (this.streaming.size > 0 && !this.loss.next(this.options.lossPercent)) {
      const emg = Array.from(volts, (value) => this.converter.number(value));
      const message = myoMessage({ type: 'emg', emg }, this.host.epoch());
      for (const client of this.streaming) client.send(message);
    }
    if (this.samples % (EMG_HZ / IMU_HZ) === 0 && !this.loss.next(this.options.lossPercent))
      this.port.send(myoMessage(stillOrientation, this.host.epoch()));
  }

  private decide(decided: string): void {
    const pose = poseOf(decided);
    if (!this.on || pose === this.pose) return;
    this.pose = pose;
    this.port.send(myoMessage({ type: 'pose', pose }, this.host.epoch()));
  }

  private tell(client: WebSocketClient, ...events: readonly MyoEvent[]): void {
    for (const event of events) client.send(myoMessage(event, this.host.epoch()));
  }
}
