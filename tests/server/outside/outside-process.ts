import { once } from 'node:events';
import { WebSocket } from 'ws';
import { CLASSIFIER_PROTOCOL, type ToClassifier } from '../../../server/outside/classifier-messages.js';

/** A message as it comes over the wire, for tests to look into. */
export type Heard = ToClassifier & { readonly id?: number };

/** A classifying process under the test's control, over a real socket. */
export class OutsideProcess {
  readonly heard: Heard[] = [];
  private readonly waiting: { op: string; resolve: (message: Heard) => void }[] = [];
  /** What it answers of its own accord. */
  answer: (message: Heard) => unknown = () => undefined;

  private constructor(readonly socket: WebSocket) {
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Heard;
      this.heard.push(message);
      const at = this.waiting.findIndex(({ op }) => op === message.op);
      if (at >= 0) this.waiting.splice(at, 1)[0].resolve(message);
      const reply = this.answer(message);
      if (reply !== undefined) this.say(reply);
    });
  }

  static async connect(address: string, answer?: (message: Heard) => unknown): Promise<OutsideProcess> {
    const made = new OutsideProcess(new WebSocket(address, CLASSIFIER_PROTOCOL));
    if (answer) made.answer = answer;
    await once(made.socket, 'open');
    return made;
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The next message of a kind that has not come yet. */
  next(op: Heard['op']): Promise<Heard> {
    return new Promise((resolve) => this.waiting.push({ op, resolve }));
  }

  async stop(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.socket, 'close');
    this.socket.terminate();
    await closed;
  }
}
