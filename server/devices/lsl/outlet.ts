import { randomUUID } from 'node:crypto';
import type { Socket as DatagramSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { answerFeed, parseFeedRequest } from '../../../src/devices/lsl/feed.js';
import { encodeNumbers, encodeTexts } from '../../../src/devices/lsl/sample-writer.js';
import { fullInfo, shortInfo, type LslStreamInfo } from '../../../src/devices/lsl/stream-info.js';
import { TEST_STAMP, testNumber, testSamples, testText } from '../../../src/devices/lsl/test-sample.js';
import type { DeviceClient } from '../../../src/protocol/server-messages.js';
import { isLoopback } from '../../loopback.js';
import type { Chunk } from './chunk.js';
import type { Discovery } from './discovery.js';
import { listenForFeeds, serviceSocket } from './ports.js';
import { Reader } from './reader.js';
import { answerDatagrams, isAsked, type Searched } from './searched.js';

/** What a stream is, before it has a place of its own. */
export type StreamPlan = Omit<LslStreamInfo, 'uid' | 'createdAt' | 'hostname' | 'dataPort' | 'servicePort'>;

/** Connections to one stream, and milliseconds and bytes that one has to say what it wants. */
const [MOST_CONNECTIONS, REQUEST_MS, REQUEST_BYTES] = [64, 10_000, 16_384];

/** One stream that other programs find and read. */
export class Outlet implements Searched {
  /** Samples sent to readers that have gone, and dropped for them. */
  private readonly gone = { sent: 0, dropped: 0 };
  private readonly readers = new Map<Socket, Reader>();
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly info: LslStreamInfo,
    private readonly server: Server,
    private readonly service: DatagramSocket,
    private readonly discovery: Discovery,
    clock: () => number,
    readonly note: (text: string) => void,
  ) {
    const near = isLoopback(discovery.address);
    answerDatagrams(service, () => [this], near, clock);
    server.on('connection', (socket) => this.welcome(socket));
    server.on('error', (error) => note(`${info.name}: ${error.message}.`));
    server.on('drop', () =>
      note(`${info.name}: more than ${MOST_CONNECTIONS} connections; others were refused.`),
    );
    discovery.add(this);
  }

  /**
   * @param clock seconds, by which samples are stamped and questions for the time are answered
   * @param note told of what passes, as sentences
   * @throws ResourceError where no port can be had
   */
  static async open(
    plan: StreamPlan,
    discovery: Discovery,
    clock: () => number,
    note: (text: string) => void,
  ): Promise<Outlet> {
    const server = createServer({ noDelay: true, keepAlive: true });
    server.maxConnections = MOST_CONNECTIONS;
    const dataPort = await listenForFeeds(server, discovery.address);
    try {
      const service = await serviceSocket(discovery.address);
      const place = { uid: randomUUID(), createdAt: clock(), hostname: hostname(), dataPort };
      const info = { ...plan, ...place, servicePort: service.address().port };
      return new Outlet(info, server, service, discovery, clock, note);
    } catch (error) {
      server.close();
      throw error;
    }
  }

  /** Send samples to all who read. */
  push(chunk: Chunk): void {
    for (const reader of this.readers.values()) reader.push(chunk);
  }

  get address(): string {
    const { name, dataPort } = this.info;
    return `tcp ${this.discovery.address}:${dataPort} (${name})`;
  }

  get clients(): DeviceClient[] {
    return [...this.readers.values()].map(({ address, sent, dropped }) => ({ address, sent, dropped }));
  }

  /** Samples sent and dropped, of those who read and those who have gone. */
  get totals(): { readonly sent: number; readonly dropped: number } {
    let { sent, dropped } = this.gone;
    for (const reader of this.readers.values()) {
      sent += reader.sent;
      dropped += reader.dropped;
    }
    return { sent, dropped };
  }

  /** Give the ports back; readers see the end of the stream. */
  async close(): Promise<void> {
    this.discovery.remove(this);
    for (const socket of this.sockets) socket.destroySoon();
    await Promise.all([
      new Promise<void>((done) => this.service.close(done)),
      new Promise<void>((done) => this.server.close(() => done())),
    ]);
  }

  /** Somebody has connected: wait for what they want. */
  private welcome(socket: Socket): void {
    this.sockets.add(socket);
    let head = '';
    const read = (data: Buffer): void => {
      head += data.toString('latin1');
      if (!isWhole(head)) {
        if (head.length > REQUEST_BYTES) socket.destroy();
        return;
      }
      socket.off('data', read);
      socket.resume();
      this.answer(socket, Buffer.from(head, 'latin1').toString('utf8'));
    };
    socket.on('data', read);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.left(socket));
    // Who says nothing, or does not take the answer, is not kept.
    socket.setTimeout(REQUEST_MS, () => socket.destroy());
  }

  private answer(socket: Socket, head: string): void {
    const [method = '', query = ''] = head.split('\n').map((line) => line.trim());
    if (method === 'LSL:fullinfo') return void socket.end(fullInfo(this.info));
    if (method === 'LSL:shortinfo') return void socket.end(isAsked(query, this) ? shortInfo(this.info) : '');
    const request = parseFeedRequest(head);
    if (!request) return void socket.destroy();
    const { text, feed, refused } = answerFeed(request, this.info);
    if (!feed) {
      this.note(`${this.info.name}: a program was refused: ${refused ?? 'no feed'}.`);
      return void socket.end(text);
    }
    socket.write(text);
    for (const sample of testSamples) socket.write(this.testSample(sample, feed.littleEndian));
    if (feed.maxBuffered === 0) return void socket.end();
    socket.setTimeout(0);
    const from = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}`;
    this.readers.set(socket, new Reader(socket, feed, `${from} (${this.info.name})`));
  }

  private testSample(sample: number, littleEndian: boolean): Uint8Array {
    const { format, channels } = this.info;
    if (format === 'string')
      return encodeTexts(
        channels.map((_, channel) => testText(channel)),
        TEST_STAMP,
        littleEndian,
      );
    const numbers = channels.map((_, channel) => testNumber(format, channel, sample));
    return encodeNumbers(format, channels.length, numbers, TEST_STAMP, { littleEndian });
  }

  private left(socket: Socket): void {
    this.sockets.delete(socket);
    const reader = this.readers.get(socket);
    this.readers.delete(socket);
    this.gone.sent += reader?.sent ?? 0;
    this.gone.dropped += reader?.dropped ?? 0;
  }
}

/** Whether a request has come to its end: a line or two, and for a feed of protocol 1.10 an empty one. */
function isWhole(head: string): boolean {
  if (/^LSL:streamfeed\//.test(head)) return /\n\r?\n/.test(head);
  if (/^LSL:(?:shortinfo|streamfeed)\s*\n/.test(head)) return head.split('\n').length > 2;
  return head.includes('\n');
}
