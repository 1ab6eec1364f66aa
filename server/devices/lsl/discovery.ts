import type { Socket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { ResourceError } from '../../../src/ground/signal/errors.js';
import { systemCode } from '../../../src/ground/signal/system-code.js';
import { isLoopback } from '../../loopback.js';
import { datagramSocket, lslGroups } from './ports.js';
import { answerDatagrams, type Searched } from './searched.js';

const ANY = '0.0.0.0';

/**
 * Answers searches for streams at one port: those sent to its address, those sent to the groups. One for all sessions,
 * since of several sockets at one port only one gets what is sent to the address.
 */
export class Discovery {
  private static readonly opened = new Map<string, { readonly opening: Promise<Discovery>; users: number }>();

  private readonly streams = new Set<Searched>();

  private constructor(
    private readonly sockets: readonly Socket[],
    /** What does not work, as sentences. */
    readonly notes: readonly string[],
  ) {
    for (const socket of sockets) answerDatagrams(socket, () => this.streams, isLoopback(this.address));
  }

  /**
   * Whoever asks for it calls `release` when done with it.
   * @param address to listen at; the groups are joined there, on every interface for 0.0.0.0
   * @param port that searches are sent to; any free one for 0
   * @throws ResourceError where the port cannot be had
   */
  static async at(address: string, port: number): Promise<Discovery> {
    if (port === 0) return Discovery.listen(address, port);
    const key = `${address}:${port}`;
    const entry = Discovery.opened.get(key) ?? { opening: Discovery.listen(address, port), users: 0 };
    Discovery.opened.set(key, entry);
    entry.users++;
    try {
      return await entry.opening;
    } catch (error) {
      Discovery.opened.delete(key);
      throw error;
    }
  }

  private static async listen(address: string, port: number): Promise<Discovery> {
    const own = await datagramSocket(address, port, true).catch((error: unknown) => {
      throw ResourceError.from(error, `LSL at udp ${address}:${port}`);
    });
    const sockets = [own];
    const notes: string[] = [];
    for (const group of lslGroups)
      try {
        sockets.push(...(await joined(group, address, own)));
      } catch (error) {
        const { message } = ResourceError.from(error, `Searches sent to ${group} are not heard`);
        notes.push(`${message}; programs find the streams by KnownPeers = {${address}} in lsl_api.cfg.`);
      }
    return new Discovery(sockets, notes);
  }

  get address(): string {
    return this.sockets[0]?.address().address ?? '';
  }

  get port(): number {
    return this.sockets[0]?.address().port ?? 0;
  }

  add(stream: Searched): void {
    this.streams.add(stream);
  }

  remove(stream: Searched): void {
    this.streams.delete(stream);
  }

  /** Whoever asked for it needs it no more. */
  async release(): Promise<void> {
    const key = `${this.address}:${this.port}`;
    const entry = Discovery.opened.get(key);
    if (entry && --entry.users > 0) return;
    Discovery.opened.delete(key);
    await Promise.all(this.sockets.map((socket) => new Promise<void>((done) => socket.close(() => done()))));
  }
}

/**
 * Join a group on the interface of an address, by a socket of its own that is bound to the group: one bound to all
 * addresses would let other machines in, one bound to the address would not get what is sent to the group.
 * @returns sockets that were opened for it
 */
async function joined(group: string, address: string, own: Socket): Promise<Socket[]> {
  if (address === ANY) {
    const external = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
    for (const { family, address: at } of external) if (family === 'IPv4') own.addMembership(group, at);
    return [];
  }
  let socket: Socket;
  try {
    socket = await datagramSocket(group, own.address().port, true);
  } catch (error) {
    // Windows binds to no group, but hands what is sent to it to a socket that is bound to the interface.
    if (!['EADDRNOTAVAIL', 'EINVAL'].includes(systemCode(error) ?? '')) throw error;
    own.addMembership(group, address);
    return [];
  }
  try {
    socket.addMembership(group, address);
    return [socket];
  } catch (error) {
    socket.close();
    throw error;
  }
}
