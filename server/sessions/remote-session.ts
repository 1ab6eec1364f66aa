import { Observable, Subject } from 'rxjs';
import { StreamError, type MyodesisError } from '../../src/ground/signal/errors.js';
import { revived, toldToClients } from '../../src/ground/signal/tellable.js';
import { valueOf } from '../../src/patient/outcome.js';
import type {
  Audience,
  ServerInfo,
  SessionRequest,
  StatusMessage,
  StreamFrame,
} from '../../src/patient/session.js';
import type { ServerMessage, SessionInfo } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import { UsageError } from '../errors.js';
import type { Log } from '../log.js';
import type { HostedSession } from './session-registry.js';
import type { SessionPlan } from './session-plan.js';
import { ThreadLink } from './thread-link.js';
import type { FromThread, SessionFacts } from './thread-messages.js';

interface Asked {
  readonly resolve: (message: ServerMessage) => void;
  readonly reject: (error: unknown) => void;
}

/** A stream's frames on this side, and how many want them. */
interface Tap {
  readonly frames$: Subject<StreamFrame>;
  wanted: number;
}

/** Requests after which the patient is not as the session began any more. */
const touching: readonly SessionRequest['op'][] = ['patchScenario', 'loadPreset', 'loadScenario', 'setStage'];

/** How long everyone is told that a session had to be made anew, in milliseconds. */
const TOLD_MS = 60_000;

/**
 * A session that lives in a thread of its own, as the rest of the service sees it. What is asked at once is answered
 * from what the thread told last. Where the thread ends unasked, everyone is dismissed with the reason, and
 * {@link RemoteSession.revive} begins with another.
 */
export class RemoteSession implements HostedSession {
  readonly messages$ = new Subject<ServerMessage>();
  readonly dismissed$ = new Subject<MyodesisError>();
  private audience: Audience = { clients: 0, lostBlocks: 0 };
  private link: ThreadLink | undefined;
  private facts: SessionFacts | undefined;
  private readonly taps = new Map<StreamName, Tap>();
  private readonly asked = new Map<number, Asked>();
  private readonly people = new WeakMap<object, number>();
  private nextNumber = 1;
  private usedAt = performance.now();
  private begun = 0;
  /** Changes of the patient that were not refused (yet): what tells of a change comes before its answer. */
  private changes = 0;
  private closing: Promise<void> | undefined;
  /** Told to whoever comes within a minute of a new beginning. */
  private anew: { readonly message: ServerMessage; readonly until: number } | undefined;

  /** @param note told what whoever looks at the terminal should know */
  private constructor(
    readonly about: SessionInfo,
    private readonly plan: SessionPlan,
    private readonly note: (text: string) => void,
    private readonly log: Log,
  ) {}

  /**
   * Begin a session in a thread of its own.
   * @throws ResourceError where there is no further thread, and what making the session throws
   */
  static async start(
    about: SessionInfo,
    plan: SessionPlan,
    note: (text: string) => void,
    log: Log,
  ): Promise<RemoteSession> {
    const session = new RemoteSession(about, plan, note, log);
    await session.begin();
    return session;
  }

  frames(stream: StreamName): Observable<StreamFrame> {
    return new Observable((subscriber) => {
      const tap = this.tap(stream);
      const subscription = tap.frames$.subscribe(subscriber);
      if (tap.wanted++ === 0) this.link?.post({ do: 'subscribe', stream });
      return () => {
        subscription.unsubscribe();
        if (--tap.wanted === 0) this.link?.post({ do: 'unsubscribe', stream });
      };
    });
  }

  info(): ServerInfo {
    return { ...this.known.info, session: this.session };
  }

  greeting(): readonly ServerMessage[] {
    const { greeting } = this.known;
    return this.anew && performance.now() < this.anew.until ? [...greeting, this.anew.message] : greeting;
  }

  scenario(): unknown {
    return this.known.scenario;
  }

  status(): StatusMessage {
    return this.known.status;
  }

  clients(): number {
    return this.audience.clients;
  }

  idleSeconds(): number {
    const watched = this.clients() > 0 || [...this.taps.values()].some(({ wanted }) => wanted > 0);
    if (watched) this.usedAt = performance.now();
    return (performance.now() - this.usedAt) / 1000;
  }

  request(request: SessionRequest, from: object = this): Promise<ServerMessage> {
    const { link } = this;
    this.usedAt = performance.now();
    if (!link) return Promise.reject(this.closing ? gone() : beingMade());
    const id = this.nextNumber++;
    const { begun } = this;
    const change = touching.includes(request.op) ? 1 : 0;
    this.changes += change;
    return new Promise((resolve, reject) => {
      const refuse = (why: unknown): void => {
        if (begun === this.begun) this.changes -= change;
        reject(why);
      };
      this.asked.set(id, { resolve, reject: refuse });
      link.post({ do: 'request', id, request, from: this.numberOf(from) });
    });
  }

  private get session(): SessionInfo {
    const { about, begun, changes } = this;
    return { ...about, begun, touched: changes > 0 };
  }

  left(from: object): void {
    const number = this.people.get(from);
    if (number !== undefined) this.link?.post({ do: 'left', from: number });
    this.people.delete(from);
  }

  watchedBy(audience: Audience): void {
    this.audience = audience;
  }

  /** Send everyone away who watches. */
  dismiss(why: MyodesisError): void {
    this.dismissed$.next(why);
  }

  close(): Promise<void> {
    return (this.closing ??= this.finish());
  }

  private async finish(): Promise<void> {
    const { link } = this;
    this.link = undefined;
    await link?.close();
    this.forget(gone());
    for (const { frames$ } of this.taps.values()) frames$.complete();
    this.messages$.complete();
    this.dismissed$.complete();
  }

  /**
   * Begin anew, as at the first time, after the thread has ended.
   * @param why told to everyone who comes in the next minute
   * @throws as {@link RemoteSession.start}
   */
  async revive(why: MyodesisError): Promise<void> {
    await this.begin();
    if (this.closing) return;
    const message: ServerMessage = {
      op: 'error',
      code: why.code,
      message: `the session was made anew, as it was at first. ${why.message}`,
      hint: why.hint,
    };
    this.anew = { message, until: performance.now() + TOLD_MS };
    for (const [stream, { wanted }] of this.taps)
      if (wanted > 0) this.link?.post({ do: 'subscribe', stream });
    for (const told of [this.info(), ...this.greeting()]) this.messages$.next(told);
  }

  /** Resolves when the thread has told what there is to know. */
  private begin(): Promise<void> {
    return new Promise((resolve, reject) => {
      let begun = false;
      const link: ThreadLink = new ThreadLink(this.plan, `session ${this.about.id}`, {
        hear: (said) => {
          if (said.say === 'failed') {
            void link.stop();
            reject(asThrown(said.failure));
          } else if (said.say === 'begun') {
            begun = true;
            this.usedAt = performance.now();
            this.begun = Date.now();
            this.changes = 0;
            this.facts = said.facts;
            // Who was closed meanwhile has no use for it.
            if (this.closing) void link.close();
            else this.link = link;
            resolve();
          } else this.hear(said);
        },
        died: (error) => {
          if (!begun) reject(error);
          else if (!this.closing) this.lose(error);
        },
      });
    });
  }

  private hear(said: FromThread): void {
    switch (said.say) {
      case 'facts':
        this.facts = { ...this.known, ...said.facts };
        return;
      case 'message':
        this.messages$.next(this.completed(said.message));
        return;
      case 'frame':
        this.taps.get(said.stream)?.frames$.next(said.frame);
        return;
      case 'answer':
        return this.answer(said);
      case 'index':
        this.facts = { ...this.known, info: { ...this.known.info, index: said.index } };
        return;
      case 'note':
        this.note(said.text);
        return;
      case 'defect':
        this.log.error({ session: this.about.id, err: stackOf(said.stack) }, 'unhandled rejection');
        return;
      case 'beat':
        return;
      case 'closed':
        if ('failure' in said.outcome) this.note(said.outcome.failure.message);
        return;
      case 'begun':
      case 'failed':
        return; // Said once, before everything else, and heard where the thread begins.
    }
  }

  private answer({ id, outcome }: Extract<FromThread, { say: 'answer' }>): void {
    const asked = this.asked.get(id);
    this.asked.delete(id);
    try {
      asked?.resolve(valueOf(outcome));
    } catch (error) {
      asked?.reject(error);
    }
  }

  /** What the thread cannot know: which session it is, and who watches. */
  private completed(message: ServerMessage): ServerMessage {
    if (message.op === 'serverInfo') return { ...message, session: this.session };
    if (message.op !== 'statistics') return message;
    const { clients, lostBlocks } = this.audience;
    return { ...message, statistics: { ...message.statistics, clients, lostBlocks } };
  }

  private lose(error: MyodesisError): void {
    this.link = undefined;
    const told = toldToClients(error);
    const { message, hint } = told;
    const status: StatusMessage = { op: 'status', phase: 'failed', text: `${message}. ${hint}` };
    this.facts = { ...this.known, status, greeting: [status] };
    this.forget(error);
    this.messages$.next({ op: 'error', ...told.toJSON() });
    this.messages$.next(status);
    this.dismissed$.next(error);
  }

  private forget(error: MyodesisError): void {
    for (const { reject } of this.asked.values()) reject(error);
    this.asked.clear();
  }

  private tap(stream: StreamName): Tap {
    const known = this.taps.get(stream);
    if (known) return known;
    const tap = { frames$: new Subject<StreamFrame>(), wanted: 0 };
    this.taps.set(stream, tap);
    return tap;
  }

  private numberOf(person: object): number {
    const known = this.people.get(person);
    if (known !== undefined) return known;
    const number = this.nextNumber++;
    this.people.set(person, number);
    return number;
  }

  private get known(): SessionFacts {
    if (this.facts) return this.facts;
    throw beingMade();
  }
}

function beingMade(): StreamError {
  return new StreamError('the session is being made', { hint: 'Connect again in a moment.' });
}

/** An error of the thread, as it was there. */
function stackOf(stack: string): Error {
  return Object.assign(new Error(stack.split('\n')[0]), { stack });
}

function gone(): StreamError {
  return new StreamError('the session is gone', { hint: 'Connect again.' });
}

/** An error of making a session as it was thrown there; commands make some of their own kind. */
function asThrown(failure: ReturnType<MyodesisError['toJSON']>): MyodesisError {
  return failure.code === new UsageError('').code
    ? new UsageError(failure.message, { hint: failure.hint })
    : revived(failure);
}
