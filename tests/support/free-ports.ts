import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * From here to where Linux takes the ports that it gives away by itself: one of those may be given to another test
 * between being found free and being used.
 */
const FIRST = 20_000;
const LAST = 32_000;

let next = FIRST + ((process.pid * 64) % (LAST - FIRST));

/** The first of so many ports in a row that nobody has, of TCP and of UDP. Another call gives others. */
export async function freePorts(count = 1): Promise<number> {
  for (;;) {
    if (next + count > LAST) next = FIRST;
    const first = next;
    next += count;
    const free = await Promise.all(Array.from({ length: count }, (_, k) => isFree(first + k)));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const socket = createSocket('udp4');
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    socket.bind(port, '127.0.0.1');
    await once(socket, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
    socket.close();
  }
}
