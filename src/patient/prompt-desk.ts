import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { PromptFollower } from '../body/user/prompt-follower.js';
import { Calibration, type CalibrationState } from '../decoder/calibration/calibration.js';
import type { TrainingRecording } from '../decoder/training/training-windows.js';
import { ConfigError, StreamError } from '../ground/signal/errors.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { Request } from '../protocol/requests.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { TestSubject } from '../protocol/test-state.js';
import type { Scenario } from '../scenario/scenario.js';
import type { IntentDesk } from './intent-desk.js';
import type { Basis } from './learning.js';

type StartPrompts = Extract<Request, { op: 'startPrompts' | 'retryClass' }>;
type PromptMessage = Extract<ServerMessage, { op: 'prompt' }>;

/** Who decides what is intended, as far as prompts take it over and give it back. */
export type PromptedIntent = Pick<IntentDesk, 'take' | 'release'>;

interface Running {
  readonly calibration: Calibration;
  readonly by: TestSubject;
  /** Who started it; prompts for a person end when that person leaves. */
  readonly owner: object;
  readonly intent: PromptedIntent;
  readonly user: PromptFollower | undefined;
  /** Recordings that stay, those that stay left out, and the number of the first new repetition. */
  readonly kept: readonly TrainingRecording[];
  readonly leftOut: readonly TrainingRecording[];
  readonly firstRepetition: number;
  /** Strength intended at this moment. */
  level: number;
  /** What the simulated user was last heard to intend. */
  doing: string;
}

/** Seconds between two messages within a phase; a hair less than a tenth, for the rounding of sums. */
const TOLD_EVERY_S = 0.1 - 1e-6;
/** Steps of strength that a person can tell apart on the screen. */
const STRENGTH_STEPS = 40;

/**
 * Prompts somebody for a calibration while the patient lives and the running decoder goes on, by the sample count of
 * the stream: a pause holds it, a gap begins the prompt under way anew.
 */
export class PromptDesk {
  private running: Running | undefined;
  private told: { readonly phase: string; readonly seconds: number } | undefined;

  constructor(
    private readonly host: {
      readonly say: (message: ServerMessage) => void;
      /** Everything was recorded: train on this. */
      readonly recorded: (what: Pick<Basis, 'recordings' | 'leftOut'>) => void;
    },
  ) {}

  /** Whether somebody is prompted. */
  get busy(): boolean {
    return this.running !== undefined;
  }

  /** What is asked for now, for a newcomer; undefined where nothing is. */
  get message(): PromptMessage | undefined {
    return this.running && messageOf(this.running);
  }

  /**
   * Begin with all of the scenario's calibration or, again, with one movement; prompts under way are stopped.
   * @param basis what the running decoder learned from, which one movement is added to
   * @throws ConfigError where the scenario's calibration has no prompts
   * @throws StreamError where nothing is known to add a movement to
   */
  start(
    request: StartPrompts,
    owner: object,
    scenario: Pick<Scenario, 'calibration' | 'sampleRateHz' | 'user' | 'seed' | 'movements'>,
    intent: PromptedIntent,
    basis: Basis | undefined,
  ): void {
    const { by } = request;
    const retry = request.op === 'retryClass' ? request : undefined;
    const { calibration: spec, sampleRateHz, user, seed } = scenario;
    if (spec.style === 'free')
      throw new ConfigError('calibration.style: got free, prompts need ramp-and-hold or hold', {
        field: 'calibration.style',
        hint: 'Patch calibration.style, or record by hand with {"op":"startRecordingClass","label":"rest"}.',
      });
    if (retry && !basis)
      throw new StreamError(
        'retryClass: the decoder was read from a file, so its other classes are unknown',
        {
          field: 'label',
          hint: 'Send {"op":"startPrompts","by":"simulated-user"} to record all of them.',
        },
      );
    if (retry && !vocabularyOf(scenario).byId(retry.label))
      throw new ConfigError(`retryClass: got ${retry.label}, which is no movement of this scenario`, {
        field: 'label',
        hint: `Write one of serverInfo.movements, such as ${spec.movements.join(', ')}.`,
      });
    this.stop();
    const former = retry ? [...(basis?.recordings ?? []), ...(basis?.leftOut ?? [])] : [];
    const own = former.filter(({ label }) => retry?.keep && label === retry.label);
    const others = (recordings: readonly TrainingRecording[] = []): TrainingRecording[] =>
      recordings.filter(({ label }) => retry && label !== retry.label);
    const known = own.map(({ repetition }) => repetition + 1);
    const follower = by === 'simulated-user' ? new PromptFollower(user, seed) : undefined;
    this.running = {
      calibration: new Calibration(retry ? { ...spec, movements: [retry.label] } : spec, sampleRateHz),
      by,
      owner,
      intent,
      user: follower,
      kept: [...others(basis?.recordings), ...own],
      leftOut: others(basis?.leftOut),
      firstRepetition: Math.max(0, ...known),
      level: 0,
      doing: 'rest',
    };
    intent.take([], follower ?? owner, by);
    this.tell(this.running);
  }

  /** Take a block of the raw signal, and the strength intended at its end. */
  push(block: SampleBlock, level: number): void {
    const { running } = this;
    if (!running) return;
    const { calibration } = running;
    calibration.push(block);
    running.level = level;
    const state = calibration.state();
    this.follow(running, state, block);
    const seconds = (block.index + block.length) / block.sampleRateHz;
    const { told } = this;
    if (!told || told.phase !== state.phase || seconds - told.seconds >= TOLD_EVERY_S) {
      this.told = { phase: state.phase, seconds };
      this.tell(running);
    }
    if (!calibration.done) return;
    this.end(running);
    const { kept, leftOut, firstRepetition } = running;
    const made = calibration.recordings.map((one) => ({
      ...one,
      repetition: one.repetition + firstRepetition,
    }));
    this.host.recorded({ recordings: [...kept, ...made], leftOut });
  }

  /** Give up; nothing is trained. */
  stop(): void {
    const { running } = this;
    if (!running) return;
    this.host.say({ ...messageOf(running), phase: 'stopped', movement: 'rest', strength: 0 });
    this.end(running);
  }

  /** @throws StreamError where the simulated user is prompted, whose intent nobody else may change */
  requireFreeIntent(): void {
    if (!this.running?.user) return;
    throw new StreamError('setIntent: a calibration by the simulated user is under way', {
      hint: 'Send {"op":"stopPrompts"} first.',
    });
  }

  /** A client has gone. */
  left(owner: object): void {
    if (this.running?.owner === owner && this.running.by === 'person') this.stop();
  }

  private follow({ user, intent, ...running }: Running, asked: CalibrationState, block: SampleBlock): void {
    if (!user) return;
    const timeMs = (1000 * (block.index + block.length)) / block.sampleRateHz;
    const wanted = Math.round(asked.strength * STRENGTH_STEPS) / STRENGTH_STEPS;
    const { movement, strength } = user.step(timeMs, asked.movement, wanted);
    const doing = `${movement} ${strength}`;
    if (doing === running.doing || !this.running) return;
    this.running.doing = doing;
    intent.take(strength === 0 ? [] : [{ movement, strength }], user, 'simulated-user');
  }

  private end({ intent, user, owner }: Running): void {
    this.running = undefined;
    this.told = undefined;
    intent.release(user ?? owner);
  }

  private tell(running: Running): void {
    this.host.say(messageOf(running));
  }
}

function messageOf({ calibration, by, level }: Running): PromptMessage {
  const { recordings, spec } = calibration;
  const { next, repetition, ...state } = calibration.state();
  return {
    op: 'prompt',
    by,
    ...state,
    next: next ?? null,
    level,
    repetition: Math.min(spec.repetitions, repetition + 1),
    repetitions: spec.repetitions,
    recorded: [...new Set(spec.movements)].map((label) => ({
      label,
      repetitions: recordings.filter((one) => one.label === label).length,
    })),
  };
}
