import express, { type Router } from 'express';
import type { HostedSession, SessionRegistry } from '../sessions/session-registry.js';
import { HttpError } from './http-error.js';
import { jsonText, objectBody } from './json-body.js';

/** The sessions of the service: who there is, private ones made and ended. */
export function sessionRoutes(sessions: SessionRegistry): Router {
  const router = express.Router();
  const named = (id: string): HostedSession => {
    const session = sessions.get(id);
    if (session) return session;
    throw new HttpError(404, 'not-found', 'sessions: there is none of that name, or not any more', {
      hint: 'GET /api/sessions lists them; POST /api/sessions makes one.',
    });
  };
  router.get('/', (_request, response) => {
    response.json(sessions.list().map(described));
  });
  router.post('/', jsonText(), async (request, response) => {
    const made = await sessions.create(objectBody(request));
    response
      .status(201)
      .location(`/api/sessions/${encodeURIComponent(made.about.id)}`)
      .json(described(made));
  });
  router.get('/:id', (request, response) => {
    response.json(described(named(request.params.id)));
  });
  router.delete('/:id', async (request, response) => {
    await sessions.end(named(request.params.id).about.id);
    response.status(204).end();
  });
  return router;
}

/** A session as whoever looks for one wants to know it, with the links to its page and its stream. */
function described(session: HostedSession): object {
  const { id } = session.about;
  const { phase, text } = session.status();
  const { source, index } = session.info();
  const link = encodeURIComponent(id);
  return {
    ...session.about,
    phase,
    text,
    source,
    index,
    page: `/?session=${link}`,
    stream: `/stream?session=${link}`,
  };
}
