import type { WebSocket } from 'ws';
import { ModelError, MyodesisError, ProtocolError } from '../../src/ground/signal/errors.js';
import { checkedPosterior } from '../../src/decoder/outside/check-posterior.js';
import {
  CLASSIFIER_PROTOCOL,
  parseFromClassifier,
  type FromClassifier,
  type ToClassifier,
} from './classifier-messages.js';
import { LatencyMeter } from '../../src/decoder/outside/latency-meter.js';
import type {
  ClassifierTask,
  LatencySummary,
  OutsideModel,
  Sample,
  SampleKind,
  TrainingSamples,
} from '../../src/decoder/outside-model.js';
import { PendingQuestions, type Answer } from './pending-questions.js';

export interface OutsideOptions {
  /** How long an answer may take: default 100 ms, for a live stream. */
  readonly timeoutMs?: number;
  /** How long learning may take; default 60 s. */
  readonly fitTimeoutMs?: number;
  /** How long `prepare` waits for a process that is ready; default 2 min. */
  readonly waitMs?: number;
  /** Told, once each time, when the process comes, goes, falls silent, answers again, or complains. */
  readonly onNotice?: (text: string) => void;
}

type Ready = Extract<FromClassifier, { op: 'ready' }>;

interface Work {
  readonly task: ClassifierTask;
  readonly training?: (kind: SampleKind) => TrainingSamples;
}

/** Numbers in one message of training samples: about 500 kB of JSON, which every WebSocket library accepts. */
const NUMBERS_PER_MESSAGE = 40_000;
/** A process that does not read is not sent more than this. */
const MOST_BUFFERED_BYTES = 1 << 20;
/** Unusable messages after which a process is sent away. */
const PATIENCE = 200;
const CLOSE_POLICY = 1008;
const CLOSE_TRY_LATER = 1013;
const CLOSE_GOING_AWAY = 1001;

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
  private readonly options: Required<OutsideOptions>;
  private readonly meter = new LatencyMeter();
  private readonly questions = new PendingQuestions<Float64Array>();
  private readonly lessons = new PendingQuestions<true>();
  private readonly waiting = new Set<{ resolve: () => void; reject: (error: MyodesisError) => void }>();
  private socket: WebSocket | undefined;
  private work: Work | undefined;
  private ready: Ready | undefined;
  /** Place in the task's order of each entry of the process's posterior. */
  private order: readonly number[] = [];
  private usable = false;
  private silent = false;
  private unusable = 0;

  constructor({
    timeoutMs = 100,
    fitTimeoutMs = 60_000,
    waitMs = 120_000,
    onNotice = () => undefined,
  }: OutsideOptions = {}) {
    this.options = { timeoutMs, fitTimeoutMs, waitMs, onNotice };
  }

  get name(): string {
    return this.ready?.name ?? 'process';
  }

  get kind(): SampleKind {
    return this.ready?.input ?? 'features';
  }

  /** Whether a process is connected and has learned what it is to do. */
  get connected(): boolean {
    return this.usable;
  }

  get latency(): LatencySummary {
    return this.meter.summary();
  }

  /** Take over a connection. A second process at a time is sent away. */
  accept(socket: WebSocket): void {
    socket.on('error', () => undefined); // 'close' follows.
    if (this.socket) {
      socket.close(CLOSE_TRY_LATER, 'another classifier is connected');
      return;
    }
    this.socket = socket;
    this.unusable = 0;
    socket.on('message', (data, isBinary) => this.receive(socket, isBinary ? undefined : String(data)));
    socket.on('close', () => this.gone(socket));
    this.introduce();
  }

  /**
   * Say what is to be done; a process that connects later is told the same.
   * @throws ModelError where no process is ready within `waitMs`
   */
  prepare(task: ClassifierTask, training?: (kind: SampleKind) => TrainingSamples): Promise<void> {
    this.work = { task, ...(training && { training }) };
    const prepared = new Promise<void>((resolve, reject) => {
      const waiter = {
        resolve: () => this.leave(waiter, timer, resolve),
        reject: (error: MyodesisError) => this.leave(waiter, timer, () => reject(error)),
      };
      const timer = setTimeout(() => waiter.reject(this.tooLate()), this.options.waitMs);
      this.waiting.add(waiter);
    });
    this.introduce();
    return prepared;
  }

  async posterior(sample: Sample): Promise<Float64Array | undefined> {
    const { socket } = this;
    if (!socket || !this.usable || socket.bufferedAmount > MOST_BUFFERED_BYTES) {
      this.meter.missed();
      return undefined;
    }
    const { timeoutMs } = this.options;
    const { answer, ms } = await this.questions.ask(timeoutMs, (id) =>
      this.say({ op: 'classify', id, x: sample }),
    );
    if ('value' in answer) {
      this.meter.answered(ms);
      if (this.silent) this.options.onNotice(`classifier ${this.name} answers again`);
      this.silent = false;
      return answer.value;
    }
    this.meter.missed();
    if (answer.missing === 'time-out' && !this.silent) {
      this.silent = true;
      this.options.onNotice(`classifier ${this.name} did not answer within ${timeoutMs} ms`);
    }
    return undefined;
  }

  /** Send the process away and answer nothing any more. */
  close(): Promise<void> {
    for (const waiter of this.waiting) waiter.reject(this.tooLate());
    const { socket } = this;
    if (socket) {
      this.gone(socket, false);
      socket.close(CLOSE_GOING_AWAY, 'no more to classify');
      setTimeout(() => socket.terminate(), 500).unref();
    }
    return Promise.resolve();
  }

  private introduce(): void {
    if (!this.socket || !this.work) return;
    this.usable = false;
    const { timeoutMs } = this.options;
    this.say({ op: 'hello', protocol: CLASSIFIER_PROTOCOL, timeoutMs, ...this.work.task });
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
        this.options.onNotice(`classifier ${this.name} reports: ${message.message}`);
        break;
    }
  }

  private answered(id: number, p: readonly number[]): void {
    let answer: Answer<Float64Array> = { missing: 'unusable' };
    try {
      const given = checkedPosterior(this.name, p, this.order.length);
      const posterior = new Float64Array(given.length);
      this.order.forEach((k, at) => (posterior[k] = given[at] ?? 0));
      answer = { value: posterior };
    } finally {
      // An answer that cannot be used ends the wait as well; its error goes back to the process.
      if (!this.questions.settle(id, answer) && !this.questions.wasAsked(id)) this.unasked(id);
    }
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
      if (ready.fit) await this.teach(work, ready.input);
      if (this.socket !== socket || this.work !== work) return;
      this.usable = true;
      this.silent = false;
      this.options.onNotice(`classifier ${ready.name} is connected`);
      for (const waiter of [...this.waiting]) waiter.resolve();
    } catch (error) {
      if (!(error instanceof MyodesisError)) throw error;
      this.complain(socket, error);
      this.options.onNotice(error.message);
      for (const waiter of [...this.waiting]) waiter.reject(error);
    }
  }

  private async teach({ training }: Work, kind: SampleKind): Promise<void> {
    const { fitTimeoutMs } = this.options;
    if (!training)
      throw new ModelError(`classifier ${this.name} wants to learn, but there is nothing to learn from`, {
        hint: 'Answer hello with "fit": false and bring a trained model, or train a decoder here first.',
      });
    const { x, labels } = training(kind);
    const rows = Math.max(1, Math.floor(NUMBERS_PER_MESSAGE / Math.max(1, x[0]?.flat().length ?? 1)));
    const { answer } = await this.lessons.ask(fitTimeoutMs, (id) => {
      for (let from = 0; from < x.length; from += rows) {
        const last = from + rows >= x.length;
        const part = { x: x.slice(from, from + rows), labels: labels.slice(from, from + rows) };
        this.say({ op: 'fit', id, ...part, last });
      }
    });
    if ('missing' in answer)
      throw new ModelError(
        answer.missing === 'gone'
          ? `classifier ${this.name} went away while learning`
          : `classifier ${this.name} did not learn within ${fitTimeoutMs / 1000} s`,
        { hint: 'Answer the last fit message with {"op":"fitted","id":…}.' },
      );
  }

  private complain(socket: WebSocket, { message, hint }: MyodesisError): void {
    this.unusable++;
    if (this.unusable > PATIENCE) {
      socket.close(CLOSE_POLICY, 'too many unusable messages');
      return;
    }
    if (this.unusable === 1)
      this.options.onNotice(`classifier ${this.name} sends what cannot be used: ${message}`);
    this.say({ op: 'error', message, hint });
  }

  private gone(socket: WebSocket, told = true): void {
    if (socket !== this.socket) return;
    const wasUsable = this.usable;
    this.socket = undefined;
    this.usable = false;
    this.questions.giveUp();
    this.lessons.giveUp();
    if (wasUsable && told)
      this.options.onNotice(`the connection to classifier ${this.name} is lost; it may connect again`);
  }

  private say(message: ToClassifier): void {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(message));
  }

  private leave(
    waiter: { resolve: () => void; reject: (error: MyodesisError) => void },
    timer: NodeJS.Timeout,
    then: () => void,
  ): void {
    clearTimeout(timer);
    if (this.waiting.delete(waiter)) then();
  }

  private tooLate(): ModelError {
    return new ModelError(
      this.socket
        ? 'the classifier that is connected did not get ready'
        : `no classifier connected within ${this.options.waitMs / 1000} s`,
      { hint: `Start it now: it connects to the address told, subprotocol ${CLASSIFIER_PROTOCOL}.` },
    );
  }
}

function unasked(id: number): ProtocolError {
  return new ProtocolError(`message: id ${id} was not asked for`, {
    hint: 'Answer with the id of the message that you answer.',
  });
}

/** @throws ModelError where the process cannot tell these classes apart */
function orderOf({ name, classes }: Ready, expected: readonly string[]): number[] {
  if (!classes) return expected.map((_, k) => k);
  const order = classes.map((label) => expected.indexOf(label));
  if (classes.length !== expected.length || order.includes(-1) || new Set(order).size !== order.length)
    throw new ModelError(
      `classifier ${name}: got classes ${classes.join(', ')}, expected ${expected.join(', ')} in any order`,
      { hint: 'Name every class of hello once, or leave classes out and follow its order.' },
    );
  return order;
}
