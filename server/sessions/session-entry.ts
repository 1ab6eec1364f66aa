import * as z from 'zod/mini';
import { serverInfo } from '../../src/protocol/server-info.js';
import type { HostedSession } from './session-registry.js';

/** A session in a list, as `GET /api/sessions` gives it. */
export const sessionEntry = z.object({
  id: z.string(),
  /** Whether everybody who names none gets this one. */
  shared: z.boolean(),
  clock: z.enum(['real', 'stepped']),
  phase: z.enum(['calibrating', 'running', 'paused', 'failed']),
  text: z.string(),
  source: serverInfo.source,
  /** Absolute index after the newest sample. */
  index: z.number(),
  /** Who is connected by WebSocket. */
  clients: z.number(),
  /** For how long nobody has watched or asked; a private session is ended when that is too long. */
  idleSeconds: z.number(),
  /** Its page, and its stream, as paths of this service. */
  page: z.string(),
  stream: z.string(),
});

/** What {@link sessionEntry} describes. @interface */
export type SessionEntry = z.infer<typeof sessionEntry>;

/** How a session is listed. */
export function entryOf(session: HostedSession): SessionEntry {
  const { about } = session;
  const { phase, text } = session.status();
  const { source, index } = session.info();
  const query = about.shared ? '' : `?session=${encodeURIComponent(about.id)}`;
  return {
    ...about,
    phase,
    text,
    source,
    index,
    clients: session.clients(),
    idleSeconds: Math.floor(session.idleSeconds()),
    page: `/${query}`,
    stream: `/stream${query}`,
  };
}
