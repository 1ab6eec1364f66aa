import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { concat, defer, Subject } from 'rxjs';
import { StreamError, type MyodesisError } from '../../src/ground/signal/errors.js';
import { tellable } from '../../src/ground/signal/tellable.js';
import { silentLog, type Log } from '../log.js';
import { privatePlan } from './private-plan.js';
import { RemoteSession } from './remote-session.js';
import type { SessionPlan } from './session-plan.js';
import { SHARED_ID, type HostedSession, type SessionRegistry } from './session-registry.js';
import { parseSessionWish } from './session-wish.js';

/** What the sessions of a service may be told. */
export interface SessionLimits {
  /** Most private sessions at a time. */
  readonly maxSessions: number;
  /** Minutes that nobody watches or asks, after which a private session is ended. */
  readonly idleMinutes: number;
}

/** How often it is seen who is idle, in milliseconds. */
const LOOK_MS = 10_000;
/** Longest pause before the shared session is tried anew, in milliseconds. */
const LONGEST_PAUSE_MS = 60_000;

/** Sessions that live in threads of their own. */
export class ThreadedSessions implements SessionRegistry {
  private readonly made$ = new Subject<HostedSession>();
  readonly opened$ = concat(
    defer(() => this.list()),
    this.made$,
  );
  private readonly own = new Map<string, RemoteSession>();
  /** Private ones on their way. */
  private coming = 0;
  private readonly looking: NodeJS.Timeout;
  private readonly stop = new AbortController();
  /** Begin of the present shared session, and how long to wait before the next. */
  private sharedSince = performance.now();
  private pauseMs = 0;

  private constructor(
    readonly shared: RemoteSession,
    private readonly plan: SessionPlan,
    private readonly limits: SessionLimits,
    private readonly note: (text: string) => void,
    private readonly log: Log,
  ) {
    shared.dismissed$.subscribe((error) => void this.makeAnew(error));
    const lookMs = Math.min(LOOK_MS, limits.idleMinutes * 30_000);
    this.looking = setInterval(() => this.endIdle(), lookMs).unref();
  }

  /**
   * Begin with the shared session.
   * @param note told what whoever looks at the terminal should know
   * @param log told of defects in threads
   * @throws what making the session throws
   */
  static async start(
    plan: SessionPlan,
    limits: SessionLimits,
    note: (text: string) => void,
    log: Log = silentLog,
  ): Promise<ThreadedSessions> {
    const about = { id: SHARED_ID, shared: true, clock: plan.clock };
    return new ThreadedSessions(await RemoteSession.start(about, plan, note, log), plan, limits, note, log);
  }

  list(): readonly HostedSession[] {
    return [this.shared, ...this.own.values()];
  }

  get(id: string): HostedSession | undefined {
    return id === SHARED_ID ? this.shared : this.own.get(id);
  }

  async create(wish: unknown): Promise<HostedSession> {
    const { maxSessions } = this.limits;
    if (this.own.size + this.coming >= maxSessions) throw full(maxSessions);
    const { plan, notes } = privatePlan(this.plan, parseSessionWish(wish));
    const id = randomBytes(8).toString('hex');
    const note = (text: string): void => this.note(`session ${id}: ${text}`);
    for (const text of notes) note(text);
    this.coming++;
    try {
      const about = { id, shared: false, clock: plan.clock };
      const session = await RemoteSession.start(about, plan, note, this.log);
      if (this.stop.signal.aborted) {
        await session.close();
        throw new StreamError('sessions: the service stops', { hint: 'Start it again.' });
      }
      this.own.set(id, session);
      session.dismissed$.subscribe((error) => {
        this.own.delete(id);
        note(error.message);
        void session.close();
      });
      this.made$.next(session);
      return session;
    } finally {
      this.coming--;
    }
  }

  async end(id: string): Promise<void> {
    const session = this.own.get(id);
    if (!session) throw notPrivate(id);
    session.dismiss(ended('the session was ended'));
    await session.close();
  }

  async close(): Promise<void> {
    clearInterval(this.looking);
    this.stop.abort();
    await Promise.all([this.shared.close(), ...[...this.own.values()].map((session) => session.close())]);
    this.own.clear();
    this.made$.complete();
  }

  private endIdle(): void {
    const { idleMinutes } = this.limits;
    for (const session of this.own.values())
      if (session.idleSeconds() >= 60 * idleMinutes)
        session.dismiss(ended(`nobody watched the session for ${idleMinutes} minutes`));
  }

  /** The shared session has failed: make it anew, at once the first time, with ever longer pauses where it fails again. */
  private async makeAnew(error: MyodesisError): Promise<void> {
    const lasted = performance.now() - this.sharedSince;
    if (lasted > LONGEST_PAUSE_MS) this.pauseMs = 0;
    for (let why = error; !this.stop.signal.aborted;) {
      this.note(`the shared session is made anew: ${why.message}`);
      try {
        await pause(this.pauseMs, undefined, { signal: this.stop.signal, ref: false });
        this.pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(1000, 2 * this.pauseMs));
        this.sharedSince = performance.now();
        await this.shared.revive(error);
        return;
      } catch (failed) {
        why = tellable(failed);
      }
    }
  }
}

function ended(why: string): StreamError {
  return new StreamError(why, { hint: 'Ask for another one, or take the shared one.' });
}

function full(most: number): StreamError {
  return new StreamError(`sessions: got ${most} private ones already, at most ${most} may run`, {
    hint: `End one of them, or start the service with --max-sessions ${most + 1}.`,
  });
}

function notPrivate(id: string): StreamError {
  if (id === SHARED_ID)
    return new StreamError('sessions: the shared session is there for everyone and cannot be ended', {
      hint: 'Stop the service to end it, or end a private session.',
    });
  return new StreamError(`sessions: there is no session ${JSON.stringify(id)}, or not any more`, {
    hint: 'See GET /api/sessions for those that there are.',
  });
}
