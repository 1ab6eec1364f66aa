import { connect, type Socket } from 'node:net';
import { feedRequest, parseFeedAnswer } from '../../../src/devices/lsl/feed-request.js';
import { SampleReader, type LslSample } from '../../../src/devices/lsl/sample-reader.js';
import { isTestValue, testSamples } from '../../../src/devices/lsl/test-sample.js';
import { ResourceError, ProtocolError } from '../../../src/ground/signal/errors.js';
import type { RemoteStream } from './remote-stream.js';

/** Milliseconds in which a sender must connect and answer; bytes of a description and of a head. */
const [ANSWER_MS, LONGEST_INFO, LONGEST_HEAD] = [5000, 4_194_304, 16_384];
/** Milliseconds without a byte after which a connection counts as lost; a stream at an irregular rate may be silent. */
const SILENT_MS = 15_000;
/** Seconds of signal that the sender keeps for a reader that is late, as liblsl's readers ask for. */
const BUFFER_S = 360;

/**
 * The full description of a stream.
 * @throws ResourceError where it does not come
 */
export function fullInfoOf({ address, dataPort, name }: RemoteStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(dataPort, address, () => socket.write('LSL:fullinfo\r\n'));
    const pieces: Buffer[] = [];
    let length = 0;
    const refuse = (why: string): void => {
      socket.destroy();
      reject(
        new ResourceError(`LSL: the description of "${name}" did not come: ${why}`, {
          hint: 'Start the program that sends it again.',
        }),
      );
    };
    socket.setTimeout(ANSWER_MS, () => refuse(`nothing for ${ANSWER_MS / 1000} s`));
    socket.on('error', ({ message }) => refuse(message));
    socket.on('data', (data: Buffer) => {
      pieces.push(data);
      length += data.length;
      if (length > LONGEST_INFO) refuse(`it has more than ${LONGEST_INFO} bytes`);
    });
    socket.on('end', () => {
      socket.destroy();
      resolve(Buffer.concat(pieces).toString('utf8'));
    });
  });
}

/** Told what comes over a connection. */
export interface ConnectionListener {
  samples(samples: readonly LslSample[]): void;
  /** The connection has ended; with an error where what came cannot be read, which another try will not mend. */
  lost(why: string, error?: unknown): void;
}

/** One connection to a stream, from the request on; it ends by itself once. */
export class StreamConnection {
  private readonly socket: Socket;
  private head: Buffer | undefined = Buffer.alloc(0);
  private reader: SampleReader | undefined;
  /** Test samples that are still to come. */
  private readonly tests: number[] = [...testSamples];
  private ended = false;

  constructor(
    private readonly stream: RemoteStream,
    private readonly to: ConnectionListener,
  ) {
    const { address, dataPort, nominalRateHz } = stream;
    const buffered = Math.max(1000, Math.ceil(BUFFER_S * nominalRateHz));
    this.socket = connect({ port: dataPort, host: address, noDelay: true, keepAlive: true }, () =>
      this.socket.write(feedRequest(stream, buffered)),
    );
    this.socket.setTimeout(ANSWER_MS, () => this.end('nothing came'));
    this.socket.on('data', (data: Buffer) => this.attempt(data));
    this.socket.on('error', ({ message }) => this.end(message));
    this.socket.on('close', () => this.closed());
  }

  close(): void {
    this.ended = true;
    this.socket.destroy();
  }

  private end(why: string, error?: unknown): void {
    if (this.ended) return;
    this.close();
    this.to.lost(why, error);
  }

  /** liblsl refuses by a line without an end, and closes. */
  private closed(): void {
    const refused = this.head?.toString('utf8') ?? '';
    if (/^LSL\/\d+ (?!200)/.test(refused)) this.attempt(Buffer.from('\r\n\r\n'));
    this.end('the sender closed it');
  }

  private attempt(data: Buffer): void {
    try {
      this.take(data);
    } catch (error) {
      this.end(error instanceof Error ? error.message : String(error), error);
    }
  }

  private take(data: Buffer): void {
    let body = data;
    if (this.head) {
      const head = Buffer.concat([this.head, data]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0 && head.length > LONGEST_HEAD)
        throw new ProtocolError(`LSL: got an answer of more than ${LONGEST_HEAD} bytes`);
      this.head = end < 0 ? head : undefined;
      if (end < 0) return;
      const answer = parseFeedAnswer(head.toString('utf8', 0, end));
      if (answer === 'gone') return this.end('it is there no more');
      this.reader = new SampleReader(this.stream.format, this.stream.channelCount, answer.littleEndian);
      this.socket.setTimeout(this.stream.nominalRateHz > 0 ? SILENT_MS : 0);
      body = head.subarray(end + 4);
    }
    const samples = this.reader?.read(body) ?? [];
    while (samples.length > 0 && this.tests.length > 0)
      this.checkTest(samples.shift(), this.tests.shift() ?? 0);
    if (samples.length > 0) this.to.samples(samples);
  }

  private checkTest(sample: LslSample | undefined, test: number): void {
    const wrong =
      sample?.values.findIndex((value, c) => !isTestValue(value, this.stream.format, c, test)) ?? -1;
    if (wrong >= 0)
      throw new ProtocolError(
        `LSL: the test sample of "${this.stream.name}" has ${String(sample?.values[wrong])} on channel ${wrong + 1}: its numbers are not read as they were meant`,
        { hint: 'Start the program that sends it again, or let it use another version of liblsl.' },
      );
  }
}
