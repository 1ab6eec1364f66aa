import type { Server } from 'node:http';

/**
 * Let a server listen. What goes wrong later, such as a connection for which there is no file descriptor left, is told
 * and ends neither the server nor the process.
 * @param refused the error of a port that cannot be had, from that of the system
 * @throws what `refused` makes
 */
export async function listening(
  server: Server,
  port: number,
  host: string,
  refused: (error: Error) => Error,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error): void => reject(refused(error));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
  server.on('error', ({ message }) => console.error(`note: a connection was not taken: ${message}`));
}
