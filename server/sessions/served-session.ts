import type { MessagePort } from 'node:worker_threads';
import type { Subscription } from 'rxjs';
import { outcomeOf } from '../../src/patient/outcome.js';
import type { StreamFrame } from '../../src/patient/session.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import type { MadeSession } from './make-session.js';
import type { FromThread, SessionFacts, ToThread } from './thread-messages.js';

/** How often the other side is told where the stream is, in milliseconds. */
const INDEX_MS = 100;
/** How often it is told that this thread still lives, in milliseconds. */
const BEAT_MS = 5000;

/** Messages that go by without changing what a newcomer is told. */
const passing: readonly ServerMessage['op'][] = ['statistics', 'event', 'gap', 'error', 'test'];
/** Messages after which the first message to a newcomer is another. */
const telling: readonly ServerMessage['op'][] = ['serverInfo', 'scenario', 'calibration', 'stage'];

/** A session at the end of a port, where it lives; at the other end is a `RemoteSession`. */
export class ServedSession {
  private readonly streams = new Map<StreamName, Subscription>();
  /** Who asks: as identities here, as numbers on the port. */
  private readonly people = new Map<number, object>();
  private readonly messages: Subscription;
  private readonly timers: readonly NodeJS.Timeout[];
  /** Follows where the stream is; raw blocks are there anyway. */
  private readonly position: Subscription;
  private index = 0;
  private toldIndex = 0;
  private toldScenario: unknown;

  constructor(
    private readonly made: MadeSession,
    private readonly port: MessagePort,
  ) {
    const { session } = made;
    this.messages = session.messages$.subscribe((message) => this.tell(message));
    const scenario = (this.toldScenario = session.scenario());
    const [info, greeting, status] = [session.info(), session.greeting(), session.status()];
    this.say({ say: 'begun', facts: { info, greeting, scenario, status } });
    this.position = session.frames('raw').subscribe(({ index, length }) => (this.index = index + length));
    this.timers = [
      setInterval(() => this.tellIndex(), INDEX_MS),
      setInterval(() => this.say({ say: 'beat' }), BEAT_MS),
    ];
    port.on('message', (asked: ToThread) => this.hear(asked));
  }

  private hear(asked: ToThread): void {
    switch (asked.do) {
      case 'request':
        return void this.answer(asked);
      case 'subscribe':
        return this.subscribe(asked.stream);
      case 'unsubscribe':
        this.streams.get(asked.stream)?.unsubscribe();
        this.streams.delete(asked.stream);
        return;
      case 'left':
        this.made.session.left(this.person(asked.from));
        this.people.delete(asked.from);
        return;
      case 'close':
        return void this.close();
    }
  }

  private async answer({ id, request, from }: Extract<ToThread, { do: 'request' }>): Promise<void> {
    const outcome = await outcomeOf(() => this.made.session.request(request, this.person(from)));
    this.say({ say: 'facts', facts: this.changing() });
    this.say({ say: 'answer', id, outcome });
  }

  private subscribe(stream: StreamName): void {
    if (this.streams.has(stream)) return;
    const frames = this.made.session.frames(stream).subscribe((frame) => this.send(stream, frame));
    this.streams.set(stream, frames);
  }

  private send(stream: StreamName, { index, channels, length, data }: StreamFrame): void {
    // A copy changes hands: others in this thread still read the original.
    const copy = data.slice();
    this.say({ say: 'frame', stream, frame: { index, channels, length, data: copy } }, [copy.buffer]);
  }

  private tell(message: ServerMessage): void {
    const { session } = this.made;
    if (message.op === 'serverInfo') this.say({ say: 'facts', facts: { info: message, ...this.changing() } });
    else if (telling.includes(message.op))
      this.say({ say: 'facts', facts: { info: session.info(), ...this.changing() } });
    else if (!passing.includes(message.op)) this.say({ say: 'facts', facts: this.changing() });
    this.say({ say: 'message', message });
  }

  /** What changes often; the scenario, which is large, only where it is another. */
  private changing(): Partial<SessionFacts> {
    const { session } = this.made;
    const scenario = session.scenario();
    const facts = { greeting: session.greeting(), status: session.status() };
    if (scenario === this.toldScenario) return facts;
    this.toldScenario = scenario;
    return { ...facts, scenario };
  }

  private tellIndex(): void {
    const { index } = this;
    if (index === this.toldIndex) return;
    this.toldIndex = index;
    this.say({ say: 'index', index });
  }

  private person(number: number): object {
    const known = this.people.get(number);
    if (known) return known;
    const person = {};
    this.people.set(number, person);
    return person;
  }

  private async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    const outcome = await outcomeOf(async () => {
      await this.made.close();
      return null;
    });
    this.messages.unsubscribe();
    this.position.unsubscribe();
    this.say({ say: 'closed', outcome });
    this.port.close();
  }

  private say(said: FromThread, transfer: ArrayBuffer[] = []): void {
    this.port.postMessage(said, transfer);
  }
}
