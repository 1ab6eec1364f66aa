import { randomUUID } from 'node:crypto';
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { parseShortInfoAnswer, shortInfoRequest } from '../../../src/devices/lsl/search.js';
import { ResourceError, MyodesisError } from '../../../src/ground/signal/errors.js';
import { lslGroups, lslPorts } from '../../devices/lsl/ports.js';
import { isLoopback } from '../../loopback.js';
import { parseRemoteStream, type RemoteStream } from './remote-stream.js';

/** How often a search is sent again, and how long after the first answer others are waited for, in milliseconds. */
const [AGAIN_MS, OTHERS_MS] = [500, 200];

/** Searches for streams on one machine; on this one also among those who listen to the groups on its loopback. */
export class StreamSearch {
  private constructor(
    private readonly socket: Socket,
    private readonly peer: string,
    private readonly port: number,
    /** Told of answers that cannot be read. */
    private readonly note: (text: string) => void,
  ) {
    // What is not heard is asked again.
    socket.on('error', () => undefined);
  }

  /**
   * @param peer address of the machine that sends the stream
   * @param port that searches go to
   * @throws ResourceError where no port can be had
   */
  static async open(peer: string, port: number, note: (text: string) => void): Promise<StreamSearch> {
    const socket = createSocket('udp4');
    try {
      const near = isLoopback(peer);
      socket.bind(0, near ? '127.0.0.1' : undefined);
      await once(socket, 'listening');
      if (near) socket.setMulticastInterface('127.0.0.1');
      return new StreamSearch(socket, peer, port, note);
    } catch (error) {
      socket.close();
      throw ResourceError.from(error, 'LSL: a port to search from');
    }
  }

  /**
   * The streams that a query finds, as soon as there is one.
   * @param stop ends the search, with none found
   */
  find(query: string, stop: AbortSignal): Promise<RemoteStream[]> {
    const { socket } = this;
    // Another number for each search: answers to one are not taken for answers to another.
    const queryId = randomUUID();
    const found = new Map<string, RemoteStream>();
    return new Promise((resolve) => {
      let settle: NodeJS.Timeout | undefined;
      const done = (): void => {
        clearInterval(again);
        clearTimeout(settle);
        socket.off('message', take);
        stop.removeEventListener('abort', done);
        resolve([...found.values()]);
      };
      const take = (data: Buffer, from: RemoteInfo): void => {
        if (from.address !== this.peer && !(isLoopback(this.peer) && isLoopback(from.address))) return;
        const xml = parseShortInfoAnswer(data.toString('utf8'), queryId);
        const stream = xml === undefined ? undefined : this.parse(xml, from.address);
        if (!stream) return;
        found.set(stream.uid, stream);
        settle ??= setTimeout(done, OTHERS_MS);
      };
      const again = setInterval(() => this.send(query, queryId), AGAIN_MS);
      socket.on('message', take);
      stop.addEventListener('abort', done);
      this.send(query, queryId);
      if (stop.aborted) done();
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.socket.close(() => resolve()));
  }

  private send(query: string, queryId: string): void {
    const returnPort = this.socket.address().port;
    const message = shortInfoRequest({ query, returnPort, queryId });
    const sent = (): void => undefined;
    this.socket.send(message, this.port, this.peer, sent);
    for (const port of lslPorts) this.socket.send(message, port, this.peer, sent);
    if (isLoopback(this.peer))
      for (const group of lslGroups) this.socket.send(message, this.port, group, sent);
  }

  private parse(xml: string, address: string): RemoteStream | undefined {
    try {
      return parseRemoteStream(xml, address);
    } catch (error) {
      if (!(error instanceof MyodesisError)) throw error;
      this.note(`an answer was passed over: ${error.message}`);
      return undefined;
    }
  }
}
