import { NEVER, of } from 'rxjs';
import { StreamError } from '../../src/ground/signal/errors.js';
import type { Audience, Session } from '../../src/patient/session.js';
import { SHARED_ID, type HostedSession, type SessionRegistry } from './session-registry.js';

/** A session of this thread as the only one of a service: there is no second real person to make. */
export function onlySession(session: Session): SessionRegistry {
  const about = { id: SHARED_ID, shared: true, clock: 'real' } as const;
  const watchedBy = session.watchedBy.bind(session);
  let audience: Audience | undefined;
  const shared: HostedSession = Object.assign(session, {
    about,
    dismissed$: NEVER,
    watchedBy(watching: Audience) {
      audience = watching;
      watchedBy(watching);
    },
    clients: () => audience?.clients ?? 0,
    idleSeconds: () => 0,
  });
  return {
    shared,
    opened$: of(shared),
    list: () => [shared],
    get: (id) => (id === SHARED_ID ? shared : undefined),
    create: () => Promise.reject(onlyOne('a signal comes in once, so everybody shares it')),
    end: () => Promise.reject(onlyOne('stop the service to end it')),
    close: () => session.close(),
  };
}

function onlyOne(why: string): StreamError {
  return new StreamError(`sessions: there is one only, and ${why}`, {
    hint: 'Start "myodesis serve" for patients of one’s own.',
  });
}
