import type { Declared, OpenFeed } from './arrival.js';
import { TextRows } from './text/text-rows.js';
import { openSocket, type SocketAddress } from './udp-socket.js';

const decoder = new TextDecoder();

/** Datagrams of text: JSON as the OpenBCI GUI sends it, or rows of numbers. */
export function udpText(at: SocketAddress, { channels }: Declared): OpenFeed {
  return (listener, now) => {
    const rows = new TextRows(listener, typeof channels === 'number' ? channels : undefined);
    const take = (bytes: Uint8Array): void => rows.push(decoder.decode(bytes).split(/\r\n|\n|\r/), now());
    return openSocket(at, listener, take, now);
  };
}
