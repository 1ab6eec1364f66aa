import type { MovementId } from '../../ground/movement/movement.js';
import { ModelError, StreamError } from '../../ground/signal/errors.js';
import { concatBlocks, sliceBlock, type SampleBlock } from '../../ground/signal/sample-block.js';
import type { TrainingRecording } from '../training/training-windows.js';
import type { CalibrationSpec } from './calibration-fields.js';
import { createPlan, createPrompt, phaseOf, type Prompt, type PromptPhase } from './calibration-plan.js';

/** What to show at one moment. */
export interface CalibrationState {
  /** Movement asked for now; `rest` between prompts. */
  readonly movement: MovementId;
  /** Movement that comes with or after this phase, for the picture; undefined when done. */
  readonly next: MovementId | undefined;
  readonly phase: PromptPhase | 'waiting' | 'free' | 'done';
  readonly repetition: number;
  /** Strength to follow, 0 … 1 of the strongest voluntary contraction. */
  readonly strength: number;
  /** Seconds until the phase ends; 0 where it is open-ended. */
  readonly secondsLeft: number;
  /** Share of the prompts done, 0 … 1. */
  readonly progress: number;
}

/**
 * Screen-guided training as a state machine without a clock: time is the index of the samples pushed. It says what
 * to ask for, collects what is recorded meanwhile, and can ask for one movement again or take more at any time.
 *
 * @example
 * const calibration = new Calibration(spec, 1000);
 * for (const block of blocks) { show(calibration.state()); calibration.push(block); }
 * Decoder.train(decoderSpec, calibration.recordings, context);
 */
export class Calibration {
  private prompts: Prompt[];
  private taken: TrainingRecording[] = [];
  private pending: SampleBlock[] = [];
  private origin = NaN;
  /** Samples since the origin. */
  private at = 0;
  private free: { movement: MovementId; repetition: number; start: number } | undefined;
  /** Samples lost because the block index jumped; prompts that they hit are asked for again. */
  lostSamples = 0;

  constructor(
    readonly spec: CalibrationSpec,
    readonly sampleRateHz: number,
  ) {
    this.prompts = createPlan(spec, sampleRateHz);
  }

  /** Recordings finished so far. */
  get recordings(): readonly TrainingRecording[] {
    return this.taken;
  }

  /** Samples until the last prompt ends, from the first sample on. */
  get lengthSamples(): number {
    return this.prompts.at(-1)?.end ?? 0;
  }

  get done(): boolean {
    return this.free === undefined && this.at >= this.lengthSamples;
  }

  /**
   * Take the next block of raw signal.
   * @throws StreamError when its rate is not the calibration's
   */
  push(block: SampleBlock): void {
    if (block.sampleRateHz !== this.sampleRateHz)
      throw new StreamError(`calibration: got ${block.sampleRateHz} Hz, expected ${this.sampleRateHz} Hz`, {
        hint: 'Start a new calibration when the sampling rate changes.',
      });
    if (Number.isNaN(this.origin)) this.origin = block.index;
    const expected = this.origin + this.at;
    if (block.index !== expected) {
      // Time stands still over a gap; what was being recorded has a hole and starts over.
      this.lostSamples += Math.max(0, block.index - expected);
      this.origin += block.index - expected;
      this.restartPrompt();
    }
    this.pending.push(block);
    this.at += block.length;
    this.collect();
  }

  /** What to show now, or `aheadSamples` later. */
  state(aheadSamples = 0): CalibrationState {
    const at = this.at + aheadSamples;
    if (this.free) {
      const { movement, repetition } = this.free;
      const strength = movement === 'rest' ? 0 : this.spec.strengthPercent / 100;
      return { movement, next: movement, phase: 'free', repetition, strength, secondsLeft: 0, progress: 0 };
    }
    const current = this.prompts.find((prompt) => at < prompt.end);
    if (!current) {
      const phase = this.spec.style === 'free' && this.prompts.length === 0 ? 'waiting' : 'done';
      return {
        movement: 'rest',
        next: undefined,
        phase,
        repetition: 0,
        strength: 0,
        secondsLeft: 0,
        progress: 1,
      };
    }
    return this.stateWithin(current, at);
  }

  /** Ask for one movement again: its recordings are dropped and its prompts come once more at the end. */
  retry(movement: MovementId): void {
    const due = this.prompts.filter((prompt) => prompt.movement === movement && prompt.end > this.at);
    const dueRepetitions = new Set(due.map(({ repetition }) => repetition));
    this.taken = this.taken.filter(({ label }) => label !== movement);
    for (let repetition = 0; repetition < this.spec.repetitions; repetition++)
      if (!dueRepetitions.has(repetition)) this.append(movement, repetition);
  }

  /** Ask for one more repetition of a movement, keeping what there is. */
  addRepetition(movement: MovementId): void {
    this.append(movement, this.nextRepetition(movement));
  }

  /** Free style: from now on everything is recorded as this movement. */
  startFree(movement: MovementId): void {
    if (this.free) this.stopFree();
    this.free = { movement, repetition: this.nextRepetition(movement), start: this.at };
    this.pending = [];
  }

  /**
   * Free style: end of the movement.
   * @throws ModelError when none was started
   */
  stopFree(): void {
    const { free } = this;
    if (!free)
      throw new ModelError('calibration: got the end of a free recording, expected its start first', {
        hint: 'Call startFree when the key goes down, stopFree when it goes up.',
      });
    this.free = undefined;
    const blocks = this.pending;
    this.pending = [];
    // What was planned waits while recording freely.
    this.shiftPrompts(free.start, this.at - free.start);
    if (blocks.length > 0)
      this.taken.push({ label: free.movement, repetition: free.repetition, signal: concatBlocks(blocks) });
  }

  private stateWithin(prompt: Prompt, at: number): CalibrationState {
    const { movement, repetition } = prompt;
    const full = movement === 'rest' ? 0 : this.spec.strengthPercent / 100;
    const index = this.prompts.indexOf(prompt);
    const progress = index / this.prompts.length;
    let start = prompt.start;
    for (const { phase, length } of prompt.phases) {
      if (at < start + length) {
        const share = (at - start) / length;
        const active = phase === 'ramp-up' || phase === 'hold' || phase === 'ramp-down';
        const shape =
          phase === 'ramp-up' ? share : phase === 'ramp-down' ? 1 - share : phase === 'hold' ? 1 : 0;
        return {
          movement: active ? movement : 'rest',
          next: phase === 'rest' ? this.prompts[index + 1]?.movement : movement,
          phase,
          repetition,
          strength: shape * full,
          secondsLeft: (start + length - at) / this.sampleRateHz,
          progress,
        };
      }
      start += length;
    }
    return {
      movement: 'rest',
      next: movement,
      phase: 'waiting',
      repetition,
      strength: 0,
      secondsLeft: (prompt.start - at) / this.sampleRateHz,
      progress,
    };
  }

  /** Turn pending blocks into recordings where a prompt has been completed; drop what no prompt needs. */
  private collect(): void {
    if (this.free) return;
    for (const prompt of this.prompts) {
      const part = this.recordedPart(prompt);
      const key = ({ label, repetition }: TrainingRecording): boolean =>
        label === prompt.movement && repetition === prompt.repetition;
      if (!part || part.end > this.at || this.collected.has(prompt)) continue;
      this.collected.add(prompt);
      const signal = this.cut(prompt.start, part.end);
      if (!signal) continue;
      this.taken = this.taken.filter((recording) => !key(recording));
      this.taken.push({
        label: prompt.movement,
        repetition: prompt.repetition,
        signal,
        leadIn: part.start - prompt.start,
      });
    }
    const current = this.prompts.find((prompt) => this.at < prompt.end);
    const needed = this.origin + (current ? Math.min(current.start, this.at) : this.at);
    this.pending = this.pending.filter((block) => block.index + block.length > needed);
  }

  private readonly collected = new WeakSet<Prompt>();

  /** Samples of a prompt that are learned from; what comes before, from the countdown on, settles the filters. */
  private recordedPart(prompt: Prompt): { start: number; end: number } | undefined {
    const hold = phaseOf(prompt, 'hold');
    if (!hold) return undefined;
    const up = phaseOf(prompt, 'ramp-up');
    const down = phaseOf(prompt, 'ramp-down');
    const end = hold.start + hold.length;
    if (this.spec.learnFromRamp && up && down)
      return { start: up.start + Math.round(up.length / 2), end: down.start + Math.round(down.length / 2) };
    const reaction = Math.round((this.spec.reactionMs * this.sampleRateHz) / 1000);
    return { start: Math.min(end, hold.start + reaction), end };
  }

  /** Samples [from, until) since the origin as one block. */
  private cut(from: number, until: number): SampleBlock | undefined {
    const start = this.origin + from;
    const end = this.origin + until;
    const blocks = this.pending.filter((block) => block.index < end && block.index + block.length > start);
    const first = blocks[0];
    if (!first || first.index > start) return undefined;
    const joined = concatBlocks(blocks);
    return sliceBlock(joined, start - joined.index, end - joined.index);
  }

  private append(movement: MovementId, repetition: number): void {
    const start = Math.max(this.at, this.lengthSamples);
    this.prompts.push(createPrompt(this.spec, movement, repetition, start, this.sampleRateHz));
  }

  private nextRepetition(movement: MovementId): number {
    const used = [
      ...this.taken.filter(({ label }) => label === movement),
      ...this.prompts.filter((prompt) => prompt.movement === movement),
    ].map(({ repetition }) => repetition);
    return used.length > 0 ? Math.max(...used) + 1 : 0;
  }

  /** After a gap: the prompt under way begins again, and all later ones move with it. */
  private restartPrompt(): void {
    this.pending = [];
    if (this.free) {
      this.free = { ...this.free, start: this.at };
      return;
    }
    const current = this.prompts.find((prompt) => this.at > prompt.start && this.at < prompt.end);
    if (current && !this.collected.has(current)) this.shiftPrompts(current.start, this.at - current.start);
  }

  private shiftPrompts(from: number, by: number): void {
    this.prompts = this.prompts.map((prompt) =>
      prompt.end > from && !this.collected.has(prompt)
        ? { ...prompt, start: prompt.start + by, end: prompt.end + by }
        : prompt,
    );
  }
}
