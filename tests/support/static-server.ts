import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A plain file server, as any host has it: no headers but the type. */
export interface StaticServer {
  /** Address of the folder, ending in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serve a folder on any free port.
 * @param path where, such as `/some/sub/path/`
 */
export async function serveFolder(folder: string, path = '/'): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://host').pathname;
    const file = normalize(asked.endsWith('/') ? `${asked}index.html` : asked);
    const type = types[extname(file)] ?? 'application/octet-stream';
    const found = file.startsWith(path) ? readFile(join(folder, file.slice(path.length))) : Promise.reject();
    found.then(
      (bytes) => response.setHeader('Content-Type', type).end(bytes),
      () => response.writeHead(404).end('not found'),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
