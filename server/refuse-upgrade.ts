import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** How long who was refused may take to hang up, in milliseconds; by then the answer has long arrived. */
const PATIENCE_MS = 1000;

/**
 * Answer an upgrade request with an error, and be rid of its socket. From the upgrade on the HTTP server no longer minds
 * the socket, and to end our half of it does not close it: a client that keeps its own half open would hold it for ever.
 * @param text what was wrong and what to do instead
 */
export function refuseUpgrade(socket: Duplex, status: number, text: string): void {
  const body = `${text}\n`;
  const hungUp = setTimeout(() => socket.destroy(), PATIENCE_MS).unref();
  socket
    .on('error', () => socket.destroy())
    .on('end', () => socket.destroy())
    .on('close', () => clearTimeout(hungUp))
    // What still comes is thrown away: closing over unread bytes would reset the connection before the answer is read.
    .resume()
    .end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n` +
        `Content-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
}
