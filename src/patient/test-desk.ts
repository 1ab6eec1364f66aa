import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { createOnlineTest } from './online-tests/create-online-test.js';
import type { OnlineTest } from './online-tests/online-test.js';
import { commandMovements, type Command } from '../decoder/prosthesis/command.js';
import type { Request } from '../protocol/requests.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { TestState, TestSubject } from '../protocol/test-state.js';
import type { Scenario } from '../scenario/scenario.js';
import { StreamError } from '../ground/signal/errors.js';
import { endStops } from './joints.js';
import type { IntentDesk } from './intent-desk.js';
import type { Posture } from '../body/user/simulated-user.js';
import { TestUser } from './test-user.js';

type StartTest = Extract<Request, { op: 'startTest' }>;

/** What is tested: a patient with the decoder and the prosthesis that run. */
export interface TestBench {
  readonly scenario: Scenario;
  readonly intent: IntentDesk;
  readonly classes: readonly string[];
  /** Absolute index that the test begins at. */
  readonly index: number;
}

interface Running {
  readonly test: OnlineTest;
  readonly by: TestSubject;
  /** Who started it; a test by a person ends when that person leaves. */
  readonly owner: object;
  readonly bench: TestBench;
  readonly user: TestUser | undefined;
  /** Absolute index at which its seconds begin. */
  origin: number;
  /** Absolute index after the newest block, and seconds at which the state was last told. */
  index: number;
  toldAt: number;
}

/** Seconds between two states of a test that are told; a hair less than a tenth, for the rounding of sums. */
const TOLD_EVERY_S = 0.1 - 1e-6;

/** Runs one online test at a time on the living patient, by the sample count of the stream. */
export class TestDesk {
  private running: Running | undefined;

  constructor(private readonly say: (message: ServerMessage) => void) {}

  /** Whether a test is under way. */
  get busy(): boolean {
    return this.running !== undefined;
  }

  /** Whether the simulated user holds the intent. */
  get simulated(): boolean {
    return this.running?.by === 'simulated-user';
  }

  /**
   * Begin a test; one that is under way is stopped.
   * @throws ConfigError where decoder and prosthesis cannot do it
   */
  start({ test: name, by }: StartTest, owner: object, bench: TestBench): void {
    const { scenario, intent, classes, index } = bench;
    const { prosthesis, seed } = scenario;
    const vocabulary = vocabularyOf(scenario);
    const movements = commandMovements(classes, { ...prosthesis, vocabulary });
    const test = createOnlineTest(name, { movements, vocabulary, prosthesis, seed });
    this.stop();
    const user = by === 'simulated-user' ? new TestUser(scenario, movements) : undefined;
    this.running = { test, by, owner, bench, user, origin: index, index, toldAt: -Infinity };
    intent.take([], user ?? owner, by);
  }

  /** Take a command of the running decoder. */
  decided({ index, movement }: Command): void {
    const { running } = this;
    if (running && index > running.origin) running.test.decided(secondsAt(running, index), movement);
  }

  /**
   * Take where the prosthesis is after a block, and let the simulated user act on it.
   * @returns where joints are to be put, where a trial begins
   */
  moved(index: number, positions: Posture): Posture | undefined {
    const { running } = this;
    if (!running) return undefined;
    running.index = index;
    const { test, user, bench } = running;
    const seconds = secondsAt(running, index);
    const start = test.moved(seconds, positions);
    if (user) {
      const changed = user.step(
        1000 * seconds,
        start ?? positions,
        endStops(positions, bench.scenario.prosthesis),
        test.task,
      );
      if (changed) bench.intent.take(changed, user, 'simulated-user');
    }
    if (seconds - running.toldAt >= TOLD_EVERY_S) {
      running.toldAt = seconds;
      this.tell(running, test.progress());
      if (test.done) this.end(running);
    }
    return start;
  }

  /** Samples are missing from the stream: nobody could act meanwhile, so that the time of a test stands still. */
  skip(samples: number): void {
    if (this.running) this.running.origin += samples;
  }

  /** End the test under way, if there is one. */
  stop(): void {
    const { running } = this;
    if (!running) return;
    this.tell(running, { ...running.test.progress(), phase: 'stopped', prompt: 'Stopped' });
    this.end(running);
  }

  /** @throws StreamError where the simulated user acts, whose intent nobody else may change */
  requireFreeIntent(): void {
    if (!this.simulated) return;
    throw new StreamError('setIntent: a test by the simulated user is under way', {
      hint: 'Send {"op":"stopTest"} first.',
    });
  }

  /** A client has gone. */
  left(owner: object): void {
    if (this.running?.owner === owner && this.running.by === 'person') this.stop();
  }

  private end(running: Running): void {
    this.running = undefined;
    if (running.user) running.bench.intent.release(running.user);
  }

  private tell(running: Running, progress: Omit<TestState, 'by' | 'elapsedSeconds'>): void {
    const { test, by } = running;
    const elapsedSeconds = secondsAt(running, running.index);
    this.say({ op: 'test', test: test.name, state: { by, ...progress, elapsedSeconds } });
  }
}

function secondsAt({ bench, origin }: Running, index: number): number {
  return (index - origin) / bench.scenario.sampleRateHz;
}
