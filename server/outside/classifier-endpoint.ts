import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { InputOutputError } from '../../src/ground/signal/errors.js';
import { systemCode } from '../../src/ground/signal/system-code.js';
import { Access } from '../access/access.js';
import { tokenInAddress, tokenOf } from '../access/credentials.js';
import { listening } from '../listening.js';
import { refuseUpgrade } from '../refuse-upgrade.js';
import { refusal, type TrustOptions } from '../trusted-origin.js';
import { CLASSIFIER_PATH, CLASSIFIER_PROTOCOL } from './classifier-messages.js';
import type { OutsideClassifier } from './outside-classifier.js';

const MAX_MESSAGE_BYTES = 1 << 20;

/** Where a classifying process connects: hands its connection to an {@link OutsideClassifier}. */
export class ClassifierEndpoint {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => CLASSIFIER_PROTOCOL,
  });

  constructor(
    private readonly classifier: OutsideClassifier,
    private readonly trust: TrustOptions,
    private readonly access: Access,
  ) {}

  /** Whether an upgrade request is meant for this endpoint. */
  static handles({ url }: IncomingMessage): boolean {
    return (url ?? '').split('?')[0] === CLASSIFIER_PATH;
  }

  /** Take over an upgrade request for which {@link handles} is true. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const refused = refusal(request.headers, this.trust, { checkOrigin: true });
    if (refused) return refuseUpgrade(socket, 403, `${refused.message}. ${refused.hint}`);
    // A classifier moves the prosthesis: who may only look may not be one.
    if (this.access.roleOf(tokenInAddress(request.url ?? '') ?? tokenOf(request)) !== 'presenter')
      return refuseUpgrade(
        socket,
        401,
        'A classifier comes in with the token of presenters: send "Authorization: Bearer TOKEN" or ?token=TOKEN.',
      );
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!offered.includes(CLASSIFIER_PROTOCOL))
      return refuseUpgrade(socket, 400, `Offer the WebSocket subprotocol ${CLASSIFIER_PROTOCOL}.`);
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.classifier.accept(webSocket));
  }
}

/** A server that does nothing but wait for a classifying process. */
export interface ClassifierServer {
  /** Where the process connects, such as `ws://127.0.0.1:8091/classifier`. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Wait for a classifying process on a port of its own, for commands that serve nothing else.
 * @param port 0 lets the system choose
 * @param access who may connect; everybody on this machine by default
 * @throws InputOutputError where the port cannot be had
 */
export async function startClassifierServer(
  classifier: OutsideClassifier,
  port: number,
  access = new Access(),
): Promise<ClassifierServer> {
  const host = '127.0.0.1';
  const endpoint = new ClassifierEndpoint(classifier, { host }, access);
  const server = createServer((_, response) => {
    response.writeHead(426, { 'content-type': 'text/plain' });
    response.end(`A classifier connects here by WebSocket, at ${CLASSIFIER_PATH}.\n`);
  });
  server.on('upgrade', (request, socket, head) => {
    if (ClassifierEndpoint.handles(request)) endpoint.upgrade(request, socket, head);
    else refuseUpgrade(socket, 404, `Connect to ${CLASSIFIER_PATH}.`);
  });
  await listening(server, port, host, (error) => portError(error, port));
  const bound = server.address();
  const used = typeof bound === 'object' && bound ? bound.port : port;
  return {
    address: `ws://${host}:${used}${CLASSIFIER_PATH}`,
    port: used,
    async close() {
      await classifier.close();
      const closed = new Promise((resolve) => server.close(resolve));
      setTimeout(() => server.closeAllConnections(), 600).unref();
      await closed;
    },
  };
}

function portError(error: Error, port: number): InputOutputError {
  if (systemCode(error) !== 'EADDRINUSE') return InputOutputError.from(error, `port ${port}`);
  return new InputOutputError(`port ${port} is taken by another program`, {
    hint: `Stop that program, or choose another port, such as --classifier ws:${port + 1}.`,
    cause: error,
  });
}
