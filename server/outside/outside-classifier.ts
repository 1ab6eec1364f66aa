import type { WebSocket } from 'ws';
import { softmax } from '../../src/decoder/classifiers/classifier.js';
import { checkedPosterior } from '../../src/decoder/outside/check-posterior.js';
import { LatencyMeter } from '../../src/decoder/outside/latency-meter.js';
import type {
  ClassifierTask,
  LatencySummary,
  OutsideModel,
  Sample,
  SampleKind,
  TrainingSamples,
} from '../../src/decoder/outside-model.js';
import { ModelError, MyodesisError, ProtocolError } from '../../src/ground/signal/errors.js';
import { stopped } from '../../src/study/job.js';
import { Attendance } from './attendance.js';
import {
  CLASSIFIER_PROTOCOL,
  parseFromClassifier,
  questionOf,
  type FromClassifier,
  type ToClassifier,
} from './classifier-messages.js';
import { Patience } from './patience.js';
import { PendingQuestions, type Answer } from './pending-questions.js';
import {
  closeCodes,
  didNotLearn,
  didNotReturn,
  nobodyCame,
  nothingToLearnFrom,
  notReady,
  otherClasses,
  partingOf,
  unasked,
} from './process-errors.js';

export interface OutsideOptions {
  /** How long an answer may take: default 100 ms, for a live stream. */
  readonly timeoutMs?: number;
  /** How long learning may take; default 60 s. */
  readonly fitTimeoutMs?: number;
  /** How long `prepare` waits for the first process; default 2 min. */
  readonly waitMs?: number;
  /**
   * For a study: how long it waits for a process that has gone; then, and where it answers nothing usable time and
   * again, it is given up (`failure`). Without, as live, nobody is given up: windows go unanswered until it is back.
   */
  readonly returnMs?: number;
  /** Ends every wait at once. */
  readonly stop?: AbortSignal;
  /** Told, once each time, when the process comes, goes, falls silent, answers again, or complains. */
  readonly onNotice?: (text: string) => void;
}

type Ready = Extract<FromClassifier, { op: 'ready' }>;

interface Work {
  readonly task: ClassifierTask;
  /** Whether it is asked who it is, and nothing else yet. */
  readonly meeting?: boolean;
  readonly training?: (kind: SampleKind) => TrainingSamples;
}

/** Numbers in one message of training samples: about 500 kB of JSON, which every WebSocket library accepts. */
const NUMBERS_PER_MESSAGE = 40_000;
/** Live, a process that does not read is not sent more than this. */
const MOST_BUFFERED_BYTES = 1 << 20;
/** Unusable messages after which a process is sent away. */
const MOST_UNUSABLE = 200;
/** How long a process may take to answer hello: it may load its model then. */
const READY_MS = 30_000;
/** Weights may miss 1 by what rounding costs, before it is told that they are divided by their sum. */
const SUM_TOLERANCE = 0.02;
const LOGITS = 'These look like logits: send their softmax, or answer hello with "logits": true.';

/**
 * A classifier that runs in a process of its own and is connected by WebSocket, one at a time. It may come, go,
 * crash and come back: what it does not answer in time is simply not answered.
 *
 * @example
 * const outside = new OutsideClassifier({ onNotice: console.error });
 * endpoint.on('connection', (socket) => outside.accept(socket));
 * await outside.prepare(task, training);
 * const posterior = await outside.posterior(features);
 */
export class OutsideClassifier implements OutsideModel {
  private readonly timeoutMs: number;
  private readonly fitTimeoutMs: number;
  private readonly waitMs: number;
  private readonly returnMs: number | undefined;
  private readonly stop: AbortSignal | undefined;
  private readonly onNotice: (text: string) => void;
  private readonly meter = new LatencyMeter();
  private readonly questions = new PendingQuestions<Float64Array>();
  private readonly lessons = new PendingQuestions<true>();
  private readonly attendance = new Attendance();
  private patience = new Patience();
  private socket: WebSocket | undefined;
  private work: Work | undefined;
  private ready: Ready | undefined;
  /** Place in the task's order of each entry of the process's posterior. */
  private order: readonly number[] = [];
  private usable = false;
  private silent = false;
  private unusable = 0;
  private weighted = false;
  /** How the last process went; undefined before any came. */
  private parting: string | undefined;
  /** Settled when a process that was lost is back, or will not come back. */
  private returning: Promise<void> | undefined;
  private fault: MyodesisError | undefined;

  constructor({
    timeoutMs = 100,
    fitTimeoutMs = 60_000,
    waitMs = 120_000,
    returnMs,
    stop,
    onNotice = () => undefined,
  }: OutsideOptions = {}) {
    this.timeoutMs = timeoutMs;
    this.fitTimeoutMs = fitTimeoutMs;
    this.waitMs = waitMs;
    this.returnMs = returnMs;
    this.stop = stop;
    this.onNotice = onNotice;
    stop?.addEventListener('abort', this.halt, { once: true });
  }

  get name(): string {
    return this.ready?.name ?? 'process';
  }

  get kind(): SampleKind {
    return this.ready?.input ?? 'features';
  }

  /** Whether it asks to be taught. */
  get learns(): boolean {
    return this.ready?.fit ?? false;
  }

  /** What it says it is a version of. */
  get version(): string | undefined {
    return this.ready?.version;
  }

  /** Whether a process is connected and has learned what it is to do. */
  get connected(): boolean {
    return this.usable;
  }

  get latency(): LatencySummary {
    return this.meter.summary();
  }

  get failure(): MyodesisError | undefined {
    return this.fault;
  }

  /** Take over a connection. A second process at a time is sent away. */
  accept(socket: WebSocket): void {
    socket.on('error', () => undefined); // 'close' follows.
    if (this.socket) {
      socket.close(closeCodes.tryLater, 'another classifier is connected');
      return;
    }
    this.socket = socket;
    this.unusable = 0;
    socket.on('message', (data, isBinary) => this.receive(socket, isBinary ? undefined : String(data)));
    socket.on('close', (code, reason) => this.gone(socket, partingOf(code, String(reason))));
    this.introduce();
  }

  /**
   * Say what is to be done; a process that connects later is told the same.
   * @throws ModelError where no process gets ready in time; StreamError when told to stop
   */
  prepare(task: ClassifierTask, training?: (kind: SampleKind) => TrainingSamples): Promise<void> {
    return this.begun({ task, ...(training && { training }) });
  }

  /**
   * Wait until a process says who it is; it is taught nothing.
   * @throws ModelError where none does in time; StreamError when told to stop
   */
  meet(task: ClassifierTask): Promise<void> {
    return this.begun({ task, meeting: true });
  }

  private begun(work: Work): Promise<void> {
    if (this.stop?.aborted) return Promise.reject(stopped(this.stop.reason));
    this.fault = undefined;
    this.patience = new Patience();
    this.work = work;
    const prepared = this.attendance.wait();
    if (this.socket) this.introduce();
    else this.expect();
    return prepared;
  }

  async posterior(sample: Sample): Promise<Float64Array | undefined> {
    // A process that was lost on the way may answer when it is back.
    for (let tries = 0; tries < 2; tries++) {
      await this.returning;
      const { socket, timeoutMs } = this;
      if (!socket || !this.usable || this.fault || this.flooded(socket)) break;
      const { answer, ms } = await this.questions.ask(timeoutMs, (id) =>
        this.say({ op: 'classify', id, x: sample }),
      );
      if ('value' in answer) {
        this.meter.answered(ms);
        this.patience.answered();
        if (this.silent) this.onNotice(`classifier ${this.name} answers again`);
        this.silent = false;
        return answer.value;
      }
      if (answer.missing === 'time-out') this.fellSilent();
      if (answer.missing !== 'gone' || !this.returning) break;
    }
    this.meter.missed();
    return undefined;
  }

  /** Send the process away and answer nothing any more. */
  close(): Promise<void> {
    this.stop?.removeEventListener('abort', this.halt);
    this.attendance.fail(this.absent());
    const { socket } = this;
    if (socket) {
      this.forget(socket);
      socket.close(closeCodes.goingAway, 'no more to classify');
      setTimeout(() => socket.terminate(), 500).unref();
    }
    return Promise.resolve();
  }

  private readonly halt = (): void => {
    this.giveUp(stopped(this.stop?.reason));
    this.lessons.giveUp();
  };

  private introduce(): void {
    if (!this.socket || !this.work) return;
    this.usable = false;
    this.attendance.within(READY_MS, () => notReady(READY_MS));
    const { timeoutMs } = this;
    this.say({ op: 'hello', protocol: CLASSIFIER_PROTOCOL, timeoutMs, ...this.work.task });
  }

  /** Nobody is there: how long they are waited for. */
  private expect(): void {
    const ms = this.parting === undefined ? this.waitMs : (this.returnMs ?? this.waitMs);
    this.attendance.within(ms, () => this.absent());
  }

  private absent(): ModelError {
    const { parting, waitMs, returnMs = waitMs } = this;
    return parting === undefined ? nobodyCame(waitMs) : didNotReturn(this.name, parting, returnMs);
  }

  private receive(socket: WebSocket, text: string | undefined): void {
    if (socket !== this.socket) return;
    try {
      if (text === undefined)
        throw new ProtocolError('message: got binary data, expected text', {
          hint: 'Send one JSON object as text.',
        });
      this.take(parseFromClassifier(text));
    } catch (error) {
      if (!(error instanceof MyodesisError)) throw error;
      this.complain(socket, error);
      // Who waits for this answer need not wait longer.
      const id = text === undefined ? undefined : questionOf(text);
      if (id !== undefined) this.questions.settle(id, { missing: 'unusable' });
    }
  }

  private take(message: FromClassifier): void {
    switch (message.op) {
      case 'ready':
        void this.begin(message);
        break;
      case 'fitted':
        if (!this.lessons.settle(message.id, { value: true }) && !this.lessons.wasAsked(message.id))
          throw unasked(message.id);
        break;
      case 'posterior':
        this.answered(message.id, message.p);
        break;
      case 'error':
        this.reported(message.message);
        break;
    }
  }

  private answered(id: number, p: readonly number[]): void {
    let answer: Answer<Float64Array> = { missing: 'unusable' };
    try {
      const numbers = Float64Array.from(p);
      if (this.ready?.logits) softmax(numbers);
      const given = checkedPosterior(this.name, numbers, this.order.length, LOGITS);
      this.noteWeights(numbers);
      const posterior = new Float64Array(given.length);
      this.order.forEach((k, at) => (posterior[k] = given[at] ?? 0));
      answer = { value: posterior };
    } finally {
      // An answer that cannot be used ends the wait as well; its error goes back to the process.
      if (!this.questions.settle(id, answer) && !this.questions.wasAsked(id)) this.unasked(id);
    }
  }

  /** Numbers that do not sum to 1 are taken as weights, which is told: they may be scores before softmax. */
  private noteWeights(numbers: Float64Array): void {
    const sum = numbers.reduce((total, value) => total + value, 0);
    if (this.weighted || Math.abs(sum - 1) <= SUM_TOLERANCE) return;
    this.weighted = true;
    this.onNotice(
      `the numbers of classifier ${this.name} sum to ${sum.toPrecision(3)} instead of 1 and are divided by their sum; ` +
        'where they are logits, it answers hello with "logits": true',
    );
  }

  private unasked(id: number): void {
    const { socket } = this;
    if (socket) this.complain(socket, unasked(id));
  }

  /** The process is there: let it learn where it wants to, then ask it. */
  private async begin(ready: Ready): Promise<void> {
    const { work, socket } = this;
    if (!work || !socket) return;
    try {
      this.order = orderOf(ready, work.task.classes);
      this.ready = ready;
      if (ready.fit && !work.meeting) await this.teach(work, ready.input);
      if (this.socket !== socket || this.work !== work) return;
      this.usable = true;
      this.silent = this.weighted = false;
      this.returning = undefined;
      this.onNotice(`classifier ${ready.name} is connected`);
      this.attendance.arrived();
    } catch (error) {
      if (!(error instanceof MyodesisError)) throw error;
      if (this.fault) return; // Told already: the study was stopped, or has given up.
      if (this.socket === socket) this.complain(socket, error);
      this.onNotice(error.message);
      this.attendance.fail(error);
    }
  }

  private async teach({ training }: Work, kind: SampleKind): Promise<void> {
    const { fitTimeoutMs, name } = this;
    if (!training) throw nothingToLearnFrom(name);
    this.attendance.hold(); // The lesson has a time of its own.
    const { x, labels } = training(kind);
    const rows = Math.max(1, Math.floor(NUMBERS_PER_MESSAGE / Math.max(1, x[0]?.flat().length ?? 1)));
    const { answer } = await this.lessons.ask(fitTimeoutMs, (id) => {
      for (let from = 0; from < x.length; from += rows) {
        const last = from + rows >= x.length;
        const part = { x: x.slice(from, from + rows), labels: labels.slice(from, from + rows) };
        this.say({ op: 'fit', id, ...part, last });
      }
    });
    if ('missing' in answer) throw didNotLearn(name, answer.missing, fitTimeoutMs);
  }

  private reported(message: string): void {
    const text = `classifier ${this.name} reports: ${message}`;
    this.onNotice(text);
    if (!this.usable)
      this.attendance.fail(new ModelError(text, { hint: 'Look at what the process printed.' }));
  }

  private complain(socket: WebSocket, error: MyodesisError): void {
    const { message, hint } = error;
    this.unusable++;
    if (this.unusable > MOST_UNUSABLE) {
      socket.close(closeCodes.policy, 'too many unusable messages');
      return;
    }
    if (this.unusable === 1) this.onNotice(`classifier ${this.name} sends what cannot be used: ${message}`);
    this.say({ op: 'error', message, hint });
    if (this.returnMs === undefined) return;
    // A study does not wait for a better answer to hello or to a lesson; of windows it takes a few.
    if (!this.usable) this.attendance.fail(new ModelError(`classifier ${this.name}: ${message}`, { hint }));
    else this.giveUp(this.patience.unusableFrom(this.name, error));
  }

  private fellSilent(): void {
    const { name, timeoutMs } = this;
    if (!this.silent) this.onNotice(`classifier ${name} did not answer within ${timeoutMs} ms`);
    this.silent = true;
    if (this.returnMs !== undefined) this.giveUp(this.patience.silentFor(name, timeoutMs));
  }

  private giveUp(why: MyodesisError | undefined): void {
    if (!why) return;
    this.fault = why;
    this.questions.giveUp();
    this.attendance.fail(why);
  }

  private gone(socket: WebSocket, parting: string): void {
    if (socket !== this.socket) return;
    const wasUsable = this.usable;
    this.parting = parting;
    if (wasUsable && this.returnMs !== undefined && !this.fault)
      this.returning = this.attendance.wait().catch((error: unknown) => {
        if (error instanceof MyodesisError) this.fault = error;
      });
    this.forget(socket);
    this.expect();
    if (wasUsable)
      this.onNotice(
        `the connection to classifier ${this.name} is lost: it went ${parting}; it may connect again`,
      );
  }

  private forget(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.socket = undefined;
    this.usable = false;
    this.questions.giveUp();
    this.lessons.giveUp();
  }

  /** Live, what a process cannot read in time is not sent; a study sends no more at a time than it can wait for. */
  private flooded({ bufferedAmount }: WebSocket): boolean {
    return this.returnMs === undefined && bufferedAmount > MOST_BUFFERED_BYTES;
  }

  private say(message: ToClassifier): void {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(message));
  }
}

/** @throws ModelError where the process cannot tell these classes apart */
function orderOf({ name, classes }: Ready, expected: readonly string[]): number[] {
  if (!classes) return expected.map((_, k) => k);
  const order = classes.map((label) => expected.indexOf(label));
  if (classes.length !== expected.length || order.includes(-1) || new Set(order).size !== order.length)
    throw otherClasses(name, classes, expected);
  return order;
}
