import { once } from 'node:events';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { decodeFrame, type Frame } from '../../src/protocol/frame.js';
import { parseServerMessage, type ServerMessage } from '../../src/protocol/server-messages.js';
import { SUBPROTOCOL } from '../../src/protocol/stream-kind.js';

/** A test's WebSocket client: keeps all it gets, and waits for what it wants. */
export class StreamClient {
  readonly messages: ServerMessage[] = [];
  readonly frames: Frame[] = [];
  closed: { code: number; reason: string } | undefined;
  private readonly waiting = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data, isBinary) => {
      if (isBinary && data instanceof Buffer) this.frames.push(decodeFrame(new Uint8Array(data)));
      else this.messages.push(understood(String(data)));
      for (const check of this.waiting) check();
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) };
      for (const check of this.waiting) check();
    });
  }

  static async connect(
    port: number,
    options: { origin?: string; protocol?: string; token?: string; session?: string } = {},
  ): Promise<StreamClient> {
    const query = options.session === undefined ? '' : `?session=${options.session}`;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/stream${query}`, options.protocol ?? SUBPROTOCOL, {
      ...(options.origin !== undefined && { origin: options.origin }),
      ...(options.token !== undefined && { headers: { Authorization: `Bearer ${options.token}` } }),
    });
    const client = new StreamClient(socket);
    await once(socket, 'open');
    return client;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Resolve as soon as `wanted` gives something. */
  until<T>(wanted: () => T | undefined | false): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = wanted();
        if (found === undefined || found === false) return;
        this.waiting.delete(check);
        resolve(found);
      };
      this.waiting.add(check);
      check();
    });
  }

  /** First message of a kind (that passes a test). */
  message<Op extends ServerMessage['op']>(
    op: Op,
    test: (message: Extract<ServerMessage, { op: Op }>) => boolean = () => true,
  ): Promise<Extract<ServerMessage, { op: Op }>> {
    const matches = (message: ServerMessage): message is Extract<ServerMessage, { op: Op }> =>
      message.op === op;
    return this.until(() => this.messages.filter(matches).find(test));
  }

  /** Send a request with an id and wait for its answer. */
  async ask(request: Record<string, unknown>): Promise<ServerMessage> {
    const id = `ask-${nextId++}`;
    this.send({ ...request, id });
    return this.until(() => this.messages.find((message) => 'id' in message && message.id === id));
  }

  close(): void {
    this.socket.terminate();
  }
}

/** What a server says must be what the protocol describes, down to the last field. */
function understood(text: string): ServerMessage {
  const message = parseServerMessage(text);
  expect(message).toEqual(JSON.parse(text));
  return message;
}

let nextId = 0;
