import type { Subscription } from 'rxjs';
import { PacketLoss } from '../../../src/devices/dials.js';
import { InstantBuffer } from '../../../src/devices/instant-buffer.js';
import { CommandReader } from '../../../src/devices/trigno/command-reader.js';
import { END, GREETING, TrignoBase } from '../../../src/devices/trigno/trigno-base.js';
import { AUX_VALUES, encodeFloats, restingAux, SENSORS } from '../../../src/devices/trigno/trigno-frame.js';
import type { GroupValue } from '../../../src/ground/signal/field.js';
import type { DeviceFeed, DeviceHost, DeviceReport, OpenDevice } from '../device.js';
import { signalInfos } from '../feed.js';
import { SignalSource } from '../signal-source.js';
import type { TcpClient } from '../sockets/tcp-client.js';
import { TcpPort, type PortEvents } from '../sockets/tcp-port.js';
import type { trignoOptions } from './trigno-options.js';

type Options = GroupValue<typeof trignoOptions>;

/** What is sent at each of the ports, in their order from the command port on. */
const roles = ['commands', 'EMG (legacy)', 'ACC (legacy)', 'EMG', 'AUX'] as const;

/** The five ports of a Trigno base station. Data flows from `START` to `STOP`, or until nobody commands any more. */
export class TrignoServer implements OpenDevice<Options> {
  private readonly base: TrignoBase;
  private readonly ports: TcpPort[] = [];
  private readonly readers = new Map<TcpClient, CommandReader>();
  private readonly loss: PacketLoss;
  private readonly pairing: Subscription;
  private source: SignalSource;
  private frame: InstantBuffer;

  private constructor(
    private readonly feed: DeviceFeed,
    private options: Options,
  ) {
    this.base = new TrignoBase(options.rateHz);
    this.pairing = signalInfos(feed).subscribe(() => this.pair());
    this.loss = new PacketLoss(options.seed, 'trigno');
    this.frame = this.newFrame();
    this.source = this.newSource();
  }

  /** @throws ResourceError where one of the five ports cannot be had; then none is kept */
  static async open(feed: DeviceFeed, options: Options, host: DeviceHost): Promise<TrignoServer> {
    const server = new TrignoServer(feed, options);
    try {
      for (const [k, role] of roles.entries()) {
        const port = options.port === 0 ? 0 : options.port + k;
        server.ports.push(await TcpPort.open(host.address, port, role, k === 0 ? server.commands : {}));
      }
      return server;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  report(): DeviceReport {
    const sum = (of: (port: TcpPort) => number): number =>
      this.ports.slice(1).reduce((total, port) => total + of(port), 0);
    const unpaired = this.options.unpaired.filter((sensor) => !this.base.paired.has(sensor));
    return {
      addresses: this.ports.map(({ address }) => address),
      rateHz: this.base.rateHz,
      clients: this.ports.flatMap(({ clients }) => [...clients].map(({ state }) => state)),
      sent: sum(({ sent }) => sent),
      dropped: sum(({ dropped }) => dropped),
      lost: this.loss.lost,
      notes: [
        ...this.source.notes,
        ...(unpaired.length > 0 ? [`not paired, so sent as 0: sensors ${unpaired.join(', ')}`] : []),
        ...(this.options.connected ? [] : ['out of reach: nothing is sent']),
        'sensors lie still: acceleration is 1 g along z, rotation and magnetic field are 0',
      ],
    };
  }

  set(options: Options): void {
    this.options = options;
    this.source.drift(options.driftPpm);
    this.pair();
  }

  async close(): Promise<void> {
    this.pairing.unsubscribe();
    this.source.close();
    await Promise.all(this.ports.map((port) => port.close()));
  }

  private readonly commands: PortEvents = {
    connected: (client) => {
      this.readers.set(client, new CommandReader());
      client.send(GREETING);
    },
    said: (client, bytes) => {
      for (const command of this.readers.get(client)?.push(bytes.toString('latin1')) ?? [])
        this.obey(client, command);
    },
    left: (client) => {
      this.readers.delete(client);
      if (this.readers.size === 0) this.base.streaming = false;
    },
  };

  private obey(client: TcpClient, command: string): void {
    const { perFrame, streaming } = this.base;
    client.send(`${this.base.answer(command)}${END}`);
    if (/^\s*quit\s*$/i.test(command)) client.end();
    // Another rate, or a new start: what waits belongs to the old one.
    if (perFrame !== this.base.perFrame || streaming !== this.base.streaming) this.frame = this.newFrame();
    if (perFrame === this.base.perFrame) return;
    this.source.close();
    this.source = this.newSource();
  }

  /** There is a sensor for every channel, unless it is said to be unpaired. */
  private pair(): void {
    this.base.paired.clear();
    const sensors = Math.min(SENSORS, this.feed.info().channels.length);
    for (let sensor = 1; sensor <= sensors; sensor++)
      if (!this.options.unpaired.includes(sensor)) this.base.paired.add(sensor);
  }

  private newFrame(): InstantBuffer {
    return new InstantBuffer(SENSORS, this.base.perFrame, (emg) => this.sendFrame(emg));
  }

  private newSource(): SignalSource {
    const format = { rateHz: this.base.rateHz, channels: SENSORS };
    return new SignalSource(this.feed, format, this.options.driftPpm, (instants) => {
      if (this.base.streaming) this.frame.push(instants);
    });
  }

  /** Each sensor sends its part of a frame by itself; what does not arrive, the base fills with 0. */
  private sendFrame(emg: Float32Array): void {
    const { paired, littleEndian } = this.base;
    const { connected, lossPercent } = this.options;
    if (!connected) return;
    for (let sensor = 1; sensor <= SENSORS; sensor++) {
      const silent = !paired.has(sensor) || this.loss.next(lossPercent);
      if (silent) for (let k = sensor - 1; k < emg.length; k += SENSORS) emg[k] = 0;
    }
    const bytes = encodeFloats(emg, littleEndian);
    const [, legacyEmg, legacyAcc, current, aux] = this.ports;
    legacyEmg?.send(bytes);
    current?.send(bytes);
    legacyAcc?.send(encodeFloats(restingAux(paired, 3), littleEndian));
    aux?.send(encodeFloats(restingAux(paired, AUX_VALUES), littleEndian));
  }
}
