import type { RemoteInfo, Socket } from 'node:dgram';
import { parseDatagram, shortInfoAnswer, timeAnswer } from '../../../src/devices/lsl/datagram.js';
import { matchesQuery } from '../../../src/devices/lsl/query/match-query.js';
import { describeStream, shortInfo, type LslStreamInfo } from '../../../src/devices/lsl/stream-info.js';
import { MyodesisError } from '../../../src/ground/signal/errors.js';
import { isLoopback } from '../../loopback.js';

/** Bytes of a datagram that is read: a search of 2000 characters fits well. */
const LONGEST = 4096;

/** A stream that can be found. */
export interface Searched {
  readonly info: LslStreamInfo;
  /** Told of a search that was not understood. */
  note(text: string): void;
}

/** Whether a search asks for a stream; one that is not understood asks for none. */
export function isAsked(query: string, { info, note }: Searched): boolean {
  try {
    return matchesQuery(query, describeStream(info));
  } catch (error) {
    if (!(error instanceof MyodesisError)) throw error;
    note(`A search was not understood: ${error.message}.`);
    return false;
  }
}

/**
 * Answer the datagrams that come to a socket.
 * @param streams that can be found there
 * @param near whether only programs of this machine are answered
 * @param clock answers for the time, where that is asked for here
 */
export function answerDatagrams(
  socket: Socket,
  streams: () => Iterable<Searched>,
  near: boolean,
  clock?: () => number,
): void {
  // What cannot be delivered is nobody's loss: who searches asks again.
  const sent = (): void => undefined;
  const answer = (data: Buffer, from: RemoteInfo): void => {
    if (data.length > LONGEST || (near && !isLoopback(from.address))) return;
    const came = clock?.();
    const asked = parseDatagram(data.toString('utf8'));
    if (asked?.kind === 'timedata' && clock && came !== undefined)
      socket.send(timeAnswer(asked, came, clock()), from.port, from.address, sent);
    if (asked?.kind !== 'shortinfo') return;
    for (const stream of streams())
      if (isAsked(asked.query, stream))
        socket.send(
          shortInfoAnswer(asked.queryId, shortInfo(stream.info)),
          asked.returnPort,
          from.address,
          sent,
        );
  };
  socket.on('message', answer);
  socket.on('error', sent);
}
