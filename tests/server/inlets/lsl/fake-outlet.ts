import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Names of formats, bytes of a number and what the first test sample has on its first channel. */
const formats = {
  float32: [4, 0],
  double64: [8, 16_777_217],
  int8: [1, 1],
  int16: [2, 257],
  int32: [4, 65_537],
  int64: [8, 2_147_483_649],
} as const;
export type Format = keyof typeof formats;

export interface Made {
  readonly name?: string;
  readonly type?: string;
  readonly format?: Format | 'string';
  readonly rateHz?: number;
  readonly channels?: readonly { readonly label: string; readonly unit: string; readonly type?: string }[];
  readonly littleEndian?: boolean;
  /** Seconds that its clock is ahead of ours. */
  readonly ahead?: number;
  readonly uid?: string;
  /** Text in place of the answer to a request for a feed. */
  readonly answer?: string;
  /** Added to the numbers of the test samples. */
  readonly wrong?: number;
  readonly deafClock?: boolean;
  /** Outlets that are found by the same search. */
  readonly beside?: readonly FakeOutlet[];
}

/** An outlet of Lab Streaming Layer that was written from the description of the protocol, not from the product. */
export class FakeOutlet {
  readonly readers = new Set<Socket>();
  /** Port that searches may be sent to. */
  readonly port: number;
  requests = 0;
  private readonly dataPort: number;

  private constructor(
    private readonly made: Required<Omit<Made, 'answer'>> & Made,
    private readonly tcp: Server,
    private readonly service: DatagramSocket,
  ) {
    // Kept: a connection that comes while the outlet closes may still ask, and a closed socket has no address.
    this.port = service.address().port;
    this.dataPort = (tcp.address() as AddressInfo).port;
    tcp.on('connection', (socket) => this.welcome(socket));
    service.on('message', (data, from) => {
      const [method = '', first = '', second = ''] = data.toString().split('\r\n');
      const [port = 0, id = ''] = second.split(' ');
      if (method === 'LSL:shortinfo')
        for (const one of [this, ...made.beside])
          if (one.isAsked(first)) service.send(`${id}\r\n${one.info(false)}`, Number(port), from.address);
      if (method === 'LSL:timedata' && !made.deafClock) {
        const now = Number(process.hrtime.bigint()) / 1e9 + made.ahead;
        service.send(` ${first} ${now} ${now}`, from.port, from.address);
      }
    });
  }

  static async open(made: Made = {}, port = 0): Promise<FakeOutlet> {
    const tcp = createServer();
    tcp.listen(0, '127.0.0.1');
    const service = createSocket('udp4');
    service.bind(port, '127.0.0.1');
    await Promise.all([once(tcp, 'listening'), once(service, 'listening')]);
    const whole = {
      ...({
        name: 'Amp',
        type: 'EMG',
        format: 'float32',
        rateHz: 1000,
        littleEndian: true,
        ahead: 0,
      } as const),
      ...{ uid: 'uid-1', wrong: 0, deafClock: false, beside: [] },
      channels: [
        { label: 'a', unit: 'microvolts' },
        { label: 'b', unit: 'mV' },
      ],
      ...made,
    };
    return new FakeOutlet(whole, tcp, service);
  }

  /** Send samples: the first with its time by our clock, the others without. */
  send(stamp: number, samples: readonly (readonly number[])[], cut = Infinity): void {
    const bytes = Buffer.concat(samples.map((values, n) => this.sample(n === 0 ? stamp : undefined, values)));
    for (let at = 0; at < bytes.length; at += cut)
      for (const reader of this.readers) reader.write(bytes.subarray(at, Math.min(bytes.length, at + cut)));
  }

  sendText(stamp: number, text: string): void {
    for (const reader of this.readers) reader.write(this.text(stamp, text));
  }

  /** Resolve as soon as somebody reads. */
  async read(): Promise<void> {
    while (this.readers.size === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Cut every connection, as a cable that is pulled. */
  cut(): void {
    for (const reader of this.readers) reader.destroy();
    this.readers.clear();
  }

  async close(): Promise<void> {
    this.cut();
    await Promise.all([
      new Promise<void>((done) => this.service.close(() => done())),
      new Promise<void>((done) => this.tcp.close(() => done())),
    ]);
  }

  private isAsked(query: string): boolean {
    const { name, type } = this.made;
    const wanted = (field: string, value: string): boolean =>
      !query.includes(`${field}=`) || query.includes(`${field}='${value}'`);
    return wanted('name', name) && wanted('type', type);
  }

  private info(isFull: boolean): string {
    const { name, type, format, rateHz, channels, uid } = this.made;
    const described = channels
      .map(
        ({ label, unit, type: kind = 'EMG' }) =>
          `<channel><label>${label}</label><unit>${unit}</unit><type>${kind}</type></channel>`,
      )
      .join('');
    return [
      `<?xml version="1.0"?><info><name>${name}</name><type>${type}</type>`,
      `<channel_count>${channels.length}</channel_count><channel_format>${format}</channel_format>`,
      `<source_id>serial-7</source_id><nominal_srate>${rateHz}</nominal_srate><version>1.1</version>`,
      `<created_at>1</created_at><uid>${uid}</uid><session_id>default</session_id><hostname>lab</hostname>`,
      `<v4address /><v4data_port>${this.dataPort}</v4data_port>`,
      `<v4service_port>${this.port}</v4service_port><v6address /><v6data_port>0</v6data_port>`,
      '<v6service_port>0</v6service_port>',
      isFull ? `<desc><channels>${described}</channels></desc></info>` : '<desc /></info>',
    ].join('');
  }

  private welcome(socket: Socket): void {
    let head = '';
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      head += data.toString();
      if (head.startsWith('LSL:fullinfo\r\n')) socket.end(this.info(true));
      if (!head.startsWith('LSL:streamfeed/110 ') || !head.endsWith('\r\n\r\n')) return;
      this.requests++;
      const { uid, littleEndian, answer } = this.made;
      if (answer !== undefined) return void socket.end(answer);
      const order = littleEndian ? 1234 : 4321;
      socket.write(
        `LSL/110 200 OK\r\nUID: ${uid}\r\nByte-Order: ${order}\r\nSuppress-Subnormals: 0\r\nData-Protocol-Version: 110\r\n\r\n`,
      );
      for (const test of [4, 2]) socket.write(this.testSample(test));
      this.readers.add(socket);
      socket.on('close', () => this.readers.delete(socket));
    });
  }

  private testSample(test: number): Buffer {
    const { format, channels, ahead, wrong } = this.made;
    // The time of test samples is what it is, whatever the clock.
    const stamp = 123_456.789 - ahead;
    if (format === 'string') return this.text(stamp, '10');
    const values = channels.map((_, k) => (k + test + formats[format][1] + wrong) * (k % 2 === 0 ? 1 : -1));
    return this.sample(stamp, values);
  }

  private sample(stamp: number | undefined, values: readonly number[]): Buffer {
    const { format, littleEndian, ahead } = this.made;
    if (format === 'string') throw new Error('texts are sent by sendText');
    const [bytes] = formats[format];
    const view = new DataView(new ArrayBuffer((stamp === undefined ? 1 : 9) + bytes * values.length));
    view.setUint8(0, stamp === undefined ? 1 : 2);
    if (stamp !== undefined) view.setFloat64(1, stamp + ahead, littleEndian);
    values.forEach((value, k) => {
      const at = (stamp === undefined ? 1 : 9) + bytes * k;
      if (format === 'float32') view.setFloat32(at, value, littleEndian);
      else if (format === 'double64') view.setFloat64(at, value, littleEndian);
      else if (format === 'int8') view.setInt8(at, value);
      else if (format === 'int16') view.setInt16(at, value, littleEndian);
      else if (format === 'int32') view.setInt32(at, value, littleEndian);
      else view.setBigInt64(at, BigInt(value), littleEndian);
    });
    return Buffer.from(view.buffer);
  }

  private text(stamp: number, text: string): Buffer {
    const words = Buffer.from(text);
    const head = Buffer.alloc(11);
    head[0] = 2;
    head.writeDoubleLE(stamp + this.made.ahead, 1);
    head[9] = 1;
    head[10] = words.length;
    return Buffer.concat([head, words]);
  }
}
