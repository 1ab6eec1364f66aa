import type { Request, Response } from 'express';
import * as z from 'zod';
import type { DeviceDesk } from '../../src/patient/conversation.js';
import type { Audience, Session } from '../../src/patient/session.js';
import type { DeviceInfo, DeviceState } from '../../src/protocol/server-messages.js';
import type { Links } from '../access/links.js';
import type { HostedSession, SessionRegistry } from '../sessions/session-registry.js';
import { HttpError } from './http-error.js';

/** The devices of a session, as far as REST asks them. */
export interface ServedDevices extends DeviceDesk {
  readonly infos: readonly DeviceInfo[];
  readonly states: readonly DeviceState[];
}

/** What the REST interface serves. */
export interface ApiOptions {
  readonly sessions: SessionRegistry;
  readonly audience: Audience;
  /** Devices of a session; undefined where the service appears as none. */
  readonly devicesOf: (id: string) => ServedDevices | undefined;
  /** Folder that recordings are written to and downloaded from. */
  readonly recordingsFolder: string;
  readonly version: string;
  /** Where others find the service now, and what lets them in. */
  readonly links: () => Links;
  /** Whether the service is about to stop. */
  readonly stopping: () => boolean;
}

/** What was asked, as a route's handler gets it. */
export interface Asked {
  readonly request: Request;
  readonly response: Response;
  /** Value of a `{name}` in the path. */
  param(name: string): string;
  /** The JSON object that was sent. */
  body(): Readonly<Record<string, unknown>>;
  /** The session of `?session=ID`, else the shared one. */
  session(): HostedSession;
}

/** One endpoint: what it does, what it takes and gives, from which both the answer and the document are made. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api`, with `{name}` for what varies. */
  readonly path: string;
  readonly summary: string;
  /** Takes `?session=ID`. */
  readonly ofSession?: true;
  /** What has to be sent; nothing where absent. */
  readonly body?: z.core.$ZodType;
  readonly example?: Readonly<Record<string, unknown>>;
  /** Largest body in bytes, where it is not the usual. */
  readonly limit?: number;
  /** What is answered; `file` where it is one, absent where nothing is said. */
  readonly answer?: z.core.$ZodType | 'file';
  /** Status of the answer; 200 by default, 204 where nothing is said. */
  readonly status?: number;
  /** Statuses of errors, beside those that every route has. */
  readonly errors: readonly number[];
  /** @returns what is answered as JSON; nothing where it was answered, or is to be answered by no content */
  handle(asked: Asked): unknown;
}

/**
 * The session of a name; the shared one where none is given.
 * @throws HttpError 404 where there is none of that name
 */
export function namedSession(sessions: SessionRegistry, id: unknown): HostedSession {
  if (id === undefined) return sessions.shared;
  const session = typeof id === 'string' ? sessions.get(id) : undefined;
  if (session) return session;
  throw new HttpError(404, 'not-found', 'there is no such session, or not any more', {
    field: 'session',
    hint: 'GET /api/sessions lists them, POST /api/sessions makes one; without ?session= the shared one is meant.',
  });
}

/** Any JSON object. */
export const anyObject = z.record(z.string(), z.unknown());

/** A request of the wire without its name, as the body of a route. */
export const bodyOf = (schema: z.core.$ZodObject): z.core.$ZodType =>
  new z.ZodObject({
    type: 'object',
    shape: Object.fromEntries(
      Object.entries(schema._zod.def.shape).filter(([name]) => name !== 'op' && name !== 'id'),
    ),
    catchall: new z.ZodNever({ type: 'never' }),
  });

/** Of all that a newcomer is told, the message of one kind. */
export function greeted<Op extends string>(session: Session, op: Op): unknown {
  return session.greeting().find((message) => message.op === op);
}
