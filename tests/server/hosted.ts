import { NEVER, of } from 'rxjs';
import type { Session } from '../../src/patient/session.js';
import { StreamError } from '../../src/ground/signal/errors.js';
import {
  SHARED_ID,
  type HostedSession,
  type SessionRegistry,
} from '../../server/sessions/session-registry.js';

/** A session of this thread as the only one of a service. */
export function onlySession(session: Session): SessionRegistry {
  const about = { id: SHARED_ID, shared: true, clock: 'real' } as const;
  const shared: HostedSession = Object.assign(session, { about, dismissed$: NEVER });
  return {
    shared,
    opened$: of(shared),
    list: () => [shared],
    get: (id) => (id === SHARED_ID ? shared : undefined),
    create: () => Promise.reject(new StreamError('sessions: there is one only')),
    end: () => Promise.reject(new StreamError('sessions: there is one only')),
    close: () => session.close(),
  };
}
