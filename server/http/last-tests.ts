import { filter, firstValueFrom, race, timer } from 'rxjs';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { HostedSession, SessionRegistry } from '../sessions/session-registry.js';

type TestMessage = Extract<ServerMessage, { op: 'test' }>;

/** Where the last online test of each session stands: a session tells of it only while it runs. */
export class LastTests {
  private readonly last = new WeakMap<HostedSession, TestMessage>();

  constructor(sessions: SessionRegistry) {
    sessions.opened$.subscribe((session) => {
      session.messages$.subscribe((message) => {
        if (message.op === 'test') this.last.set(session, message);
      });
    });
  }

  of(session: HostedSession): TestMessage | undefined {
    return this.last.get(session);
  }

  /** Settles when a session tells of a test, or after a second: one that is paused tells nothing. */
  async told(session: HostedSession): Promise<void> {
    const test$ = session.messages$.pipe(filter(({ op }) => op === 'test'));
    await firstValueFrom(race(test$, timer(1000)), { defaultValue: undefined });
  }
}
