import type { LiveStatistics } from '../../src/protocol/server-messages.js';
import type { HostedSession, SessionRegistry } from '../sessions/session-registry.js';

/** What each session said last of its stream. */
export class LastStatistics {
  private readonly last = new WeakMap<HostedSession, LiveStatistics>();

  constructor(sessions: SessionRegistry) {
    sessions.opened$.subscribe((session) => {
      session.messages$.subscribe((message) => {
        if (message.op === 'statistics') this.last.set(session, message.statistics);
      });
    });
  }

  of(session: HostedSession): LiveStatistics | undefined {
    return this.last.get(session);
  }
}
