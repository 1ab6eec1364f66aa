import { ProtocolError, StreamError } from '../ground/signal/errors.js';
import { toldToClients } from '../ground/signal/tellable.js';
import { parseRequest, requestIdOf, type Request, type RequestOf } from '../protocol/requests.js';
import { requireRole } from '../protocol/require-role.js';
import type { Role } from '../protocol/schemas.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { StreamName } from '../protocol/stream-kind.js';
import type { DeviceRequest, Session } from './session.js';
import { choiceFor, describedChoices, type StreamChoice } from './stream-choice.js';
import { stepThrough, type Stepper } from './step-through.js';

/** Somebody who is connected with a session, whatever carries it: a socket, a port. */
export interface Listener extends Stepper {
  /** The streams they get, and what of each. */
  readonly streams: ReadonlyMap<StreamName, StreamChoice>;
  /** Send a stream, or another part of it. */
  subscribe(stream: StreamName, choice: StreamChoice): void;
  unsubscribe(stream: StreamName): void;
  /** What they may do; absent where whoever listens may do all. */
  readonly role?: Role;
  /** Answers what concerns devices; absent where the host appears as none. */
  readonly devices?: DeviceDesk | undefined;
}

/** Appears as devices to other programs, for everybody who listens to one session. */
export interface DeviceDesk {
  /** @throws MyodesisError that the listener is told */
  request(request: DeviceRequest): Promise<ServerMessage>;
}

/** What a newcomer is told first, in this order. */
export function welcome(session: Session): readonly ServerMessage[] {
  return [session.info(), ...session.greeting()];
}

/**
 * Do what a listener asks. Never rejects: whatever goes wrong becomes an `error` message.
 * @param data what came; only text can be a request
 * @param now milliseconds since the epoch
 * @param log told of what the listener is not: defects, and files that cannot be used
 * @returns the answer, with the `id` of the request
 */
export async function answerTo(
  data: unknown,
  session: Session,
  listener: Listener,
  now: () => number,
  log: (error: unknown) => void = console.error,
): Promise<ServerMessage> {
  const id = typeof data === 'string' ? requestIdOf(data) : undefined;
  const withId = id === undefined ? {} : { id };
  try {
    if (typeof data !== 'string')
      throw new ProtocolError('message: got binary data, expected text', {
        hint: 'Send one JSON object as text, such as {"op":"ping"}.',
      });
    return { ...(await answer(parseRequest(data), session, listener, now)), ...withId };
  } catch (error) {
    const told = toldToClients(error);
    if (told !== error) log(error);
    return { op: 'error', ...told.toJSON(), ...withId };
  }
}

function answer(
  request: Request,
  session: Session,
  listener: Listener,
  now: () => number,
): ServerMessage | Promise<ServerMessage> {
  requireRole(request, listener.role ?? 'presenter');
  switch (request.op) {
    case 'subscribe':
      return subscribe(request, session, listener);
    case 'unsubscribe':
      for (const stream of request.streams) listener.unsubscribe(stream);
      return subscribed('unsubscribe', session, listener);
    case 'ping':
      return { op: 'pong', t: request.t, serverTime: now() };
    case 'step':
      return stepThrough(request, session, listener);
    case 'openDevice':
    case 'setDevice':
    case 'closeDevice':
      if (listener.devices) return listener.devices.request(request);
      throw new StreamError(`${request.op}: nothing here can appear as a device to other programs`, {
        hint: 'Start "myodesis serve", which can.',
      });
    default:
      return session.request(request, listener);
  }
}

function subscribe(
  { streams, channels, every = 1 }: RequestOf<'subscribe'>,
  session: Session,
  listener: Listener,
): ServerMessage {
  const info = session.info();
  const choices = streams.map((stream) => choiceFor(stream, { channels, every }, info));
  if (channels && choices.every((choice) => choice.channels === undefined))
    throw new StreamError(
      `subscribe: ${streams.join(', ')} ${streams.length === 1 ? 'has' : 'have'} no channels`,
      {
        field: 'channels',
        hint: 'Leave channels out, or name raw, filtered, clean, envelope or features.',
      },
    );
  streams.forEach((stream, n) => listener.subscribe(stream, choices[n]));
  return subscribed('subscribe', session, listener);
}

function subscribed(of: 'subscribe' | 'unsubscribe', session: Session, { streams }: Listener): ServerMessage {
  const described = describedChoices(streams, session.info());
  return {
    op: 'ok',
    of,
    text: [...streams.keys()].join(', '),
    ...(Object.keys(described).length > 0 && { streams: described }),
  };
}
