import { SUBPROTOCOL } from '../../src/protocol/stream-kind.js';

/** The way to a patient: text and binary messages in, text out. `Connection` sets what is called back. */
export interface Transport {
  onmessage: (data: string | ArrayBuffer) => void;
  /** The way is lost; `open` may be called again. The reason is for people, where there is one. */
  onclose: (reason?: string) => void;
  /** Begin, or begin anew after a loss. */
  open(): void;
  /** False where nobody can hear: nothing is queued. */
  send(text: string): boolean;
  /** End it; `onclose` is not called. */
  close(): void;
}

/** Over a WebSocket of the service. */
export function webSocketTransport(url: string | URL): Transport {
  let socket: WebSocket | undefined;
  const transport: Transport = {
    onmessage: () => undefined,
    onclose: () => undefined,
    open() {
      const opened = new WebSocket(url, SUBPROTOCOL);
      socket = opened;
      opened.binaryType = 'arraybuffer';
      opened.onmessage = ({ data }: MessageEvent<unknown>) => deliver(data, transport);
      opened.onclose = ({ reason }: CloseEvent) => {
        if (socket === opened) transport.onclose(reason || undefined);
      };
    },
    send(text) {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(text);
      return true;
    },
    close() {
      const closed = socket;
      socket = undefined;
      closed?.close();
    },
  };
  return transport;
}

/**
 * Over a port whose other end is a patient in this browser: it posts texts and ArrayBuffers, and is posted texts.
 * @param connect gives a port to a patient; asked once for every `open`
 */
export function portTransport(connect: () => MessagePort): Transport {
  let port: MessagePort | undefined;
  const transport: Transport = {
    onmessage: () => undefined,
    onclose: () => undefined,
    open() {
      const opened = connect();
      port = opened;
      opened.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (port === opened) deliver(data, transport);
      };
      // Once: the browser tells it too where a worker was ended and its owner has told it.
      opened.addEventListener('close', () => port === opened && transport.onclose(), { once: true });
    },
    send(text) {
      port?.postMessage(text);
      return port !== undefined;
    },
    close() {
      const closed = port;
      port = undefined;
      closed?.close();
    },
  };
  return transport;
}

function deliver(data: unknown, transport: Transport): void {
  if (typeof data === 'string' || data instanceof ArrayBuffer) transport.onmessage(data);
}
