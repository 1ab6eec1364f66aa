import type { Subscription } from 'rxjs';
import { encodeFrame } from '../protocol/frame.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { StreamName } from '../protocol/stream-kind.js';
import { answerTo, welcome, type Listener } from './conversation.js';
import type { Session } from './session.js';
import { chosenFrames, subscribedMessage, type StreamChoice } from './stream-choice.js';

/** The part of a MessagePort that is needed, as browsers and Node have it. */
export interface Port {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  postMessage(data: string | ArrayBuffer, transfer: ArrayBuffer[]): void;
}

/**
 * Serves a session to whoever holds the other end of a port, as the service does over a WebSocket: texts go out as
 * strings, frames as ArrayBuffers that change hands. A port says nothing of what waits in it, so nothing is dropped;
 * a page that does not look unsubscribes. Session and port live as long as the worker that they are in.
 */
export class PortListener implements Listener {
  readonly streams = new Map<StreamName, StreamChoice>();
  private readonly subscriptions = new Map<StreamName, Subscription>();

  /** @param now milliseconds since the epoch */
  constructor(
    private readonly session: Session,
    private readonly port: Port,
    private readonly now: () => number,
  ) {
    session.watchedBy({ clients: 1, lostBlocks: 0 });
    port.addEventListener('message', ({ data }) => {
      void answerTo(data, session, this, now).then((message) => this.say(message));
    });
    port.start();
    for (const message of welcome(session)) this.say(message);
    session.messages$.subscribe((message) => {
      this.say(message);
      const subscribed = message.op === 'serverInfo' ? subscribedMessage(this.streams, message) : undefined;
      if (subscribed) this.say(subscribed);
    });
  }

  subscribe(stream: StreamName, choice: StreamChoice): void {
    this.unsubscribe(stream);
    this.streams.set(stream, choice);
    const subscription = chosenFrames(this.session, stream, choice).subscribe((frame) => {
      const { buffer } = encodeFrame(stream, frame, this.now());
      this.port.postMessage(buffer, [buffer]);
    });
    this.subscriptions.set(stream, subscription);
  }

  unsubscribe(stream: StreamName): void {
    this.subscriptions.get(stream)?.unsubscribe();
    this.subscriptions.delete(stream);
    this.streams.delete(stream);
  }

  private say(message: ServerMessage): void {
    this.port.postMessage(JSON.stringify(message), []);
  }
}
