/**
 * A stand-in for the service, to develop and test the page without a body behind it: serves `dist/web`, speaks
 * `myodesis.v1`, and makes shaped noise that follows the intent. Nothing here claims physiology.
 *
 * `npx tsx tests/web/mock-server.ts [port]`
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import { encodeFrame } from '../../src/protocol/frame.js';
import { parseRequest } from '../../src/protocol/requests.js';
import { SUBPROTOCOL } from '../../src/protocol/stream-kind.js';
import { MyodesisError } from '../../src/ground/signal/errors.js';
import { MockPatient } from './mock-patient.js';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const root = new URL('../../dist/web/', import.meta.url).pathname;

/** Start a mock on a port; 0 picks a free one. */
export async function startMock(
  port = 0,
): Promise<{ port: number; patient: MockPatient; close(): Promise<void> }> {
  const patient = new MockPatient();
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://mock').pathname);
    const preset = /^\/api\/presets\/([\w-]+)$/u.exec(path);
    if (preset) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(patient.presetScenario(preset[1] ?? '')));
      return;
    }
    const file = path.endsWith('/') ? `${path}index.html` : path;
    readFile(join(root, file)).then(
      (bytes) =>
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(bytes),
      () => response.writeHead(404).end('not found'),
    );
  });
  const sockets = new WebSocketServer({
    server,
    path: '/stream',
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });
  sockets.on('connection', (socket) => attend(socket, patient));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    patient,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function attend(socket: WebSocket, patient: MockPatient): void {
  const wanted = new Set<string>();
  const tell = (message: unknown): void => socket.send(JSON.stringify(message));
  tell(patient.info());
  for (const message of patient.greeting()) tell(message);
  const timer = setInterval(() => {
    for (const { stream, frame } of patient.advance())
      if (wanted.has(stream)) socket.send(encodeFrame(stream, frame, Date.now()));
    for (const message of patient.news()) tell(message);
  }, 20);
  socket.on('close', () => clearInterval(timer));
  socket.on('message', (data) => {
    try {
      const request = parseRequest(String(data));
      if (request.op === 'subscribe') request.streams.forEach((stream) => wanted.add(stream));
      else if (request.op === 'unsubscribe') request.streams.forEach((stream) => wanted.delete(stream));
      else for (const message of patient.obey(request)) tell(message);
    } catch (error) {
      tell({
        op: 'error',
        ...(error instanceof MyodesisError
          ? error.toJSON()
          : { code: 'internal', message: String(error), hint: '' }),
      });
    }
  });
}

if (process.argv[1]?.endsWith('mock-server.ts'))
  void startMock(Number(process.argv[2] ?? 8099)).then(({ port }) =>
    console.log(`http://127.0.0.1:${port}/`),
  );
