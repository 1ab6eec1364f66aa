import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A reader of Lab Streaming Layer that was written from the description of the protocol, not from the product. */

/**
 * Send datagrams from a port of its own, and keep what comes to that port until something that was waited for has.
 * @param messages made with the number of the port
 */
export async function ask(
  messages: (returnPort: number) => readonly string[],
  to: { readonly port: number; readonly address: string },
  isLast: (answer: string) => boolean = () => true,
): Promise<string[]> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  if (/^(?:224|239)\./.test(to.address)) socket.setMulticastInterface('127.0.0.1');
  const answers: string[] = [];
  const last = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const answer = data.toString('utf8');
      answers.push(answer);
      if (isLast(answer)) resolve();
    });
  });
  for (const message of messages(socket.address().port)) socket.send(message, to.port, to.address);
  await last;
  socket.close();
  return answers;
}

/** Search for streams; the descriptions that come. A search that all streams answer follows, and ends the waiting. */
export async function search(query: string, port: number, address = '127.0.0.1'): Promise<string[]> {
  const searched = (text: string, id: string, at: number): string =>
    `LSL:shortinfo\r\n${text}\r\n${at} ${id}\r\n`;
  const answers = await ask(
    (at) => [searched(query, '8675309', at), searched('', '42', at)],
    { port, address },
    (answer) => answer.startsWith('42\r\n'),
  );
  return answers.slice(0, -1).map((answer) => {
    if (!answer.startsWith('8675309\r\n<?xml')) throw new Error(`not an answer: ${answer}`);
    return answer.slice('8675309\r\n'.length);
  });
}

/** Text of an element. */
export function field(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
}

/** A TCP connection that keeps all it gets. */
export class LslConnection {
  bytes = Buffer.alloc(0);
  ended = false;
  private readonly waiting = new Set<() => void>();

  private constructor(readonly socket: Socket) {
    const check = (): void => this.waiting.forEach((one) => one());
    socket.on('data', (data) => {
      this.bytes = Buffer.concat([this.bytes, data]);
      check();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.ended = true;
      check();
    });
  }

  static async open(port: number, request: string): Promise<LslConnection> {
    const socket = connect(port, '127.0.0.1');
    const connection = new LslConnection(socket);
    await once(socket, 'connect');
    socket.write(request);
    return connection;
  }

  /** Ask for a feed, as a reader on a little-endian machine does. */
  static feed(port: number, uid: string, headers: Readonly<Record<string, string>> = {}) {
    const all = {
      'Native-Byte-Order': '1234',
      'Endian-Performance': '0',
      'Has-IEEE754-Floats': '1',
      'Supports-Subnormals': '1',
      'Value-Size': '4',
      'Data-Protocol-Version': '110',
      'Max-Buffer-Length': '720000',
      'Max-Chunk-Length': '0',
      Hostname: 'tester',
      'Source-Id': '',
      'Session-Id': 'default',
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return LslConnection.open(port, `LSL:streamfeed/110 ${uid}\r\n${lines.join('')}\r\n`);
  }

  /** Wait until a condition holds; the connection's end settles it, too. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!holds() && !this.ended) return;
        this.waiting.delete(check);
        resolve();
      };
      this.waiting.add(check);
      check();
    });
  }

  async take(count: number): Promise<Buffer> {
    await this.until(() => this.bytes.length >= count);
    const taken = this.bytes.subarray(0, count);
    this.bytes = this.bytes.subarray(count);
    return taken;
  }

  /** Lines until an empty one. */
  async head(): Promise<string> {
    await this.until(() => this.bytes.includes('\r\n\r\n'));
    return (await this.take(this.bytes.indexOf('\r\n\r\n') + 4)).toString('utf8');
  }

  /** A sample of float32. */
  async sample(channels: number): Promise<{ stamp: number | undefined; values: number[] }> {
    const [tag] = await this.take(1);
    if (tag !== 1 && tag !== 2) throw new Error(`tag ${tag}`);
    const stamp = tag === 2 ? (await this.take(8)).readDoubleLE() : undefined;
    const body = await this.take(4 * channels);
    return { stamp, values: Array.from({ length: channels }, (_, c) => body.readFloatLE(4 * c)) };
  }

  /** A sample of one short text. */
  async text(): Promise<{ stamp: number; text: string }> {
    const head = await this.take(11);
    if (head[0] !== 2 || head[9] !== 1) throw new Error(`sample ${head.toString('hex')}`);
    return { stamp: head.readDoubleLE(1), text: (await this.take(head[10] ?? 0)).toString('utf8') };
  }

  close(): void {
    this.socket.destroy();
  }
}
