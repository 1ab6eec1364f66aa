import * as z from 'zod';
import { entryOf, sessionEntry } from '../../sessions/session-entry.js';
import { sessionWish } from '../../sessions/session-wish.js';
import { roleOf } from '../entry.js';
import { namedSession, type ApiOptions, type Route } from '../route.js';

/** The sessions of the service: who there is, private ones made and ended. */
export function sessionRoutes({ sessions }: ApiOptions): Route[] {
  return [
    {
      method: 'get',
      path: '/sessions',
      summary: 'all sessions, the shared one first; viewers are told of that one only',
      answer: z.array(sessionEntry),
      errors: [],
      // The name of a private session is its key: viewers get none but those that they are given.
      handle({ request }) {
        const seen = roleOf(request) === 'presenter' ? sessions.list() : [sessions.shared];
        return seen.map(entryOf);
      },
    },
    {
      method: 'post',
      path: '/sessions',
      summary: 'make a private session',
      body: sessionWish,
      example: { set: { limb: { fatThicknessMm: 6 } }, clock: 'stepped' },
      answer: sessionEntry,
      status: 201,
      errors: [400, 409, 413, 415, 422],
      async handle({ body, response }) {
        const made = await sessions.create(body());
        response.location(`/api/sessions/${encodeURIComponent(made.about.id)}`);
        return entryOf(made);
      },
    },
    {
      method: 'get',
      path: '/sessions/{id}',
      summary: 'one session',
      answer: sessionEntry,
      errors: [404],
      handle: ({ param }) => entryOf(namedSession(sessions, param('id'))),
    },
    {
      method: 'delete',
      path: '/sessions/{id}',
      summary: 'end a private session, its recordings finished',
      errors: [404, 409],
      handle: ({ param }) => sessions.end(namedSession(sessions, param('id')).about.id),
    },
  ];
}
