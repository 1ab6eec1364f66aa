import type { Subscription } from 'rxjs';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { Log } from '../log.js';
import type { HostedSession, SessionRegistry } from '../sessions/session-registry.js';

/** Blocks that come later than this are told, in milliseconds. */
const LATE_MS = 100;

/** Logs which sessions are made, fail and end, what they lose and how late they are. */
export function logSessions({ opened$ }: SessionRegistry, log: Log): Subscription {
  return opened$.subscribe((session) => follow(session, log));
}

function follow(session: HostedSession, log: Log): void {
  const { id, clock } = session.about;
  log.info({ session: id, clock }, 'session made');
  let late = false;
  session.dismissed$.subscribe((error) =>
    log.warn({ session: id, reason: error.message }, 'session dismissed'),
  );
  session.messages$.subscribe({
    next(message) {
      tell(message, id, log);
      if (message.op !== 'statistics') return;
      const lateness = message.statistics.clock?.latenessMs;
      const isLate = (lateness?.max ?? 0) > LATE_MS;
      if (isLate && !late) log.warn({ session: id, ...lateness }, 'blocks are late');
      late = isLate;
    },
    complete: () => log.info({ session: id }, 'session ended'),
  });
}

function tell(message: ServerMessage, session: string, log: Log): void {
  if (message.op === 'gap') log.warn({ session, index: message.index, samples: message.samples }, 'gap');
  if (message.op === 'error')
    log.warn({ session, code: message.code, reason: message.message }, 'told of an error');
  if (message.op === 'status' && message.phase === 'failed')
    log.error({ session, reason: message.text }, 'session failed');
}
