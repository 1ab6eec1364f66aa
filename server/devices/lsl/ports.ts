import { createSocket, type Socket, type SocketType } from 'node:dgram';
import type { Server } from 'node:net';
import { ResourceError } from '../../../src/ground/signal/errors.js';
import { systemCode } from '../../../src/ground/signal/system-code.js';

/** Groups that searches are sent to: all of a network, all of a site. */
export const lslGroups = ['224.0.0.183', '239.255.172.215'] as const;
/** Where outlets listen: searches that name a machine instead of a group are sent to each of these. */
export const lslPorts: readonly number[] = Array.from({ length: 32 }, (_, n) => 16_572 + n);

/** Try the ports of outlets in turn, then any: 32 of them are soon taken where there are many streams. */
async function inRange<T>(listen: (port: number) => Promise<T>): Promise<T> {
  for (const port of lslPorts)
    try {
      return await listen(port);
    } catch (error) {
      if (systemCode(error) !== 'EADDRINUSE') throw error;
    }
  return listen(0);
}

/**
 * Let a server listen at a port of outlets.
 * @returns the port
 * @throws ResourceError where the address cannot be used
 */
export async function listenForFeeds(server: Server, address: string): Promise<number> {
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, address, () => {
        server.off('error', reject);
        const bound = server.address();
        resolve(typeof bound === 'object' && bound ? bound.port : port);
      });
    });
  return inRange(listen).catch((error: unknown) => {
    throw ResourceError.from(error, `LSL at tcp ${address}`);
  });
}

/**
 * A datagram socket at a port of outlets.
 * @throws ResourceError where the address cannot be used
 */
export async function serviceSocket(address: string): Promise<Socket> {
  return inRange((port) => datagramSocket(address, port)).catch((error: unknown) => {
    throw ResourceError.from(error, `LSL at udp ${address}`);
  });
}

/** A datagram socket that is bound; `shared` where other programs may have the port, too. */
export function datagramSocket(address: string, port: number, shared = false): Promise<Socket> {
  const type: SocketType = 'udp4';
  const socket = createSocket({ type, reuseAddr: shared });
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      socket.close();
      reject(error);
    };
    socket.once('error', failed);
    socket.bind(port, address, () => {
      // Later, one datagram that cannot be sent is asked for again; unheard, it would end the process.
      socket.off('error', failed).on('error', () => undefined);
      resolve(socket);
    });
  });
}
