import type { Observable } from 'rxjs';
import type { MyodesisError } from '../../src/ground/signal/errors.js';
import type { Session } from '../../src/patient/session.js';
import type { SessionInfo } from '../../src/protocol/server-messages.js';

/** Name of the session that everybody gets who names none. */
export const SHARED_ID = 'shared';

/** A session, and what only its host knows of it. */
export interface HostedSession extends Session {
  readonly about: SessionInfo;
  /** Why everyone who watches is sent away: it has failed, or was ended. The shared one goes on with others. */
  readonly dismissed$: Observable<MyodesisError>;
  /** How many are connected with it. */
  clients(): number;
  /** For how long nobody has watched it or asked for anything, in seconds. */
  idleSeconds(): number;
}

/** The sessions of a service: a shared one, and private ones, each at a link of its own. */
export interface SessionRegistry {
  readonly shared: HostedSession;
  /** A session that has just been made, or is there already. */
  readonly opened$: Observable<HostedSession>;
  /** All that there are, the shared one first. */
  list(): readonly HostedSession[];
  /** @returns undefined where there is none of that name, or not any more */
  get(id: string): HostedSession | undefined;
  /**
   * Make a private session.
   * @param wish anything that came from outside; `sessionWish` says what it may be
   * @throws StreamError where there are as many as may be; ProtocolError, ConfigError for a wish that cannot be
   */
  create(wish: unknown): Promise<HostedSession>;
  /**
   * End a private session, its recordings finished.
   * @throws StreamError where there is none of that name, or it is the shared one
   */
  end(id: string): Promise<void>;
  /** End them all. */
  close(): Promise<void>;
}
