import express, { type Router } from 'express';
import { entryOf } from '../sessions/session-entry.js';
import type { HostedSession, SessionRegistry } from '../sessions/session-registry.js';
import { roleOf } from './entry.js';
import { HttpError } from './http-error.js';
import { jsonText, objectBody } from './json-body.js';

/** `/api/sessions`: which there are, a new one of one's own, and its end. */
export function sessionRoutes(sessions: SessionRegistry): Router {
  const router = express.Router();
  router.get('/', (request, response) => {
    // The name of a private session is its key: viewers get none but those that they are given.
    const seen = roleOf(request) === 'presenter' ? sessions.list() : [sessions.shared];
    response.json(seen.map(entryOf));
  });
  router.post('/', jsonText(), async (request, response) => {
    const session = await sessions.create(objectBody(request, '{"preset":"transhumeral-tmr"}'));
    response
      .status(201)
      .location(`/api/sessions/${encodeURIComponent(session.about.id)}`)
      .json(entryOf(session));
  });
  router.get('/:id', (request, response) => {
    response.json(entryOf(sessionNamed(sessions, request.params.id)));
  });
  router.delete('/:id', async (request, response) => {
    await sessions.end(sessionNamed(sessions, request.params.id).about.id);
    response.status(204).end();
  });
  return router;
}

/**
 * The session of a name; the shared one where none is given.
 * @throws HttpError 404 where there is none of that name
 */
export function sessionNamed(sessions: SessionRegistry, id: unknown): HostedSession {
  if (id === undefined) return sessions.shared;
  const session = typeof id === 'string' ? sessions.get(id) : undefined;
  if (session) return session;
  throw new HttpError(404, 'not-found', 'there is no such session, or not any more', {
    field: 'session',
    hint: 'GET /api/sessions lists them, POST /api/sessions makes one; without ?session= the shared one is meant.',
  });
}
