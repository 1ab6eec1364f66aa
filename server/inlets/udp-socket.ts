import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { isIP, isIPv6 } from 'node:net';
import { ResourceError } from '../../src/ground/signal/errors.js';
import { systemCode } from '../../src/ground/signal/system-code.js';
import type { Feed, FeedListener } from './arrival.js';
import { isLoopback } from '../loopback.js';

/** An address with a port, as people write it: `12345`, `127.0.0.1:12345`, `[::1]:12345`, `225.1.1.1:6677`. */
export interface SocketAddress {
  readonly address: string;
  readonly port: number;
}

/** A sender that is silent for so long may be followed by another one, in milliseconds. */
const SUCCEEDED_MS = 2000;
/** Bytes that may wait while this process is busy; the system keeps less by default. */
const BUFFER_BYTES = 1 << 20;

/**
 * Take datagrams of one sender at a time.
 * @param group told the datagrams, and when they came
 * @throws ResourceError where the port or the group cannot be had
 */
export async function openSocket(
  { address, port }: SocketAddress,
  listener: FeedListener,
  datagram: (bytes: Uint8Array) => void,
  now: () => number,
): Promise<Feed> {
  const socket = createSocket({ type: isIPv6(address) ? 'udp6' : 'udp4', reuseAddr: isMulticast(address) });
  const name = `UDP ${isIPv6(address) ? `[${address}]` : address}:${port}`;
  const sender = new OneSender(listener, now);
  await bound(socket, { address, port }, name);
  socket.on('message', (bytes, from) => {
    if (sender.accepts(from)) datagram(bytes);
  });
  socket.on('error', (error) => listener.failed(ResourceError.from(error, name)));
  if (!isLoopback(address) && !isMulticast(address))
    listener.note(`${name}: whoever reaches this address can send a signal`);
  return { name, close: () => new Promise((resolve) => socket.close(() => resolve())) };
}

/** Samples of two senders would mix: the first is taken, and the next one where it has fallen silent. */
class OneSender {
  private taken: string | undefined;
  private lastMs = -Infinity;

  constructor(
    private readonly listener: Pick<FeedListener, 'note'>,
    private readonly now: () => number,
  ) {}

  accepts({ address, port }: RemoteInfo): boolean {
    const from = `${address}:${port}`;
    const nowMs = this.now();
    if (from !== this.taken && nowMs - this.lastMs < SUCCEEDED_MS) {
      this.listener.note(`datagrams of ${address} were passed over: another sender has begun before it`);
      return false;
    }
    if (this.taken !== undefined && from !== this.taken)
      this.listener.note(`another sender goes on: ${address}`);
    this.taken = from;
    this.lastMs = nowMs;
    return true;
  }
}

function bound(socket: Socket, { address, port }: SocketAddress, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      socket.close();
      reject(unusable(error, name));
    };
    socket.once('error', fail);
    socket.bind({ address: boundTo(address), port }, () => {
      socket.off('error', fail);
      try {
        socket.setRecvBufferSize(BUFFER_BYTES);
        // On the loopback interface only: nothing that is sent to the group from elsewhere comes in.
        if (isMulticast(address)) socket.addMembership(address, isIPv6(address) ? '::1' : '127.0.0.1');
        resolve();
      } catch (error) {
        fail(error);
      }
    });
  });
}

function unusable(error: unknown, name: string): ResourceError {
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return new ResourceError(`${name}: another program listens there`, {
        hint: 'Stop that program, or let the sender use another port.',
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return new ResourceError(`${name}: this is no address of this machine, nor a multicast group`, {
        hint: 'Give the port alone, such as --udp 12345, which listens at 127.0.0.1.',
        cause: error,
      });
    default:
      return ResourceError.from(error, name, {
        hint: 'Use a port above 1023 of an address of this machine.',
      });
  }
}

/** Windows knows no binding to a group; there, the membership alone decides. */
function boundTo(address: string): string {
  if (!isMulticast(address) || process.platform !== 'win32') return address;
  return isIPv6(address) ? '::' : '0.0.0.0';
}

function isMulticast(address: string): boolean {
  const first = Number(address.split('.')[0]);
  return isIPv6(address) ? /^ff/i.test(address) : first >= 224 && first <= 239;
}

/** An address with a port; loopback where only a port is written. Undefined for what is none. */
export function socketAddress(text: string): SocketAddress | undefined {
  const [, bracketed, plain, digits = ''] = /^(?:\[([^\]]+)\]:|([^:]+):)?(\d{1,5})$/.exec(text.trim()) ?? [];
  const address = bracketed ?? (plain === 'localhost' ? '127.0.0.1' : plain) ?? '127.0.0.1';
  const port = Number(digits);
  return digits !== '' && port >= 1 && port <= 65535 && isIP(address) !== 0 ? { address, port } : undefined;
}
