import type { MovementId } from '../../ground/movement/movement.js';
import { StreamError } from '../../ground/signal/errors.js';
import { concatBlocks, sliceBlock, type SampleBlock } from '../../ground/signal/sample-block.js';
import type { TrainingRecording } from '../training/training-windows.js';
import type { CalibrationSpec } from './calibration-fields.js';
import { createPlan, learnedPart, phaseOf, type Prompt, type PromptPhase } from './calibration-plan.js';

/** One prompt with the signal it gave. */
export interface CalibrationRecording extends TrainingRecording {
  readonly label: MovementId;
}

/** What to show at one moment. */
export interface CalibrationState {
  /** Movement asked for now; `rest` between prompts. */
  readonly movement: MovementId;
  /** Movement that comes with or after this phase, for the picture; undefined when done. */
  readonly next: MovementId | undefined;
  readonly phase: PromptPhase | 'done';
  readonly repetition: number;
  /** Strength to follow, 0 … 1 of the strongest voluntary contraction. */
  readonly strength: number;
  /** Seconds until the phase ends. */
  readonly secondsLeft: number;
  /** Share of the prompts done, 0 … 1. */
  readonly progress: number;
  /** Corners of the strength to follow over the whole prompt, in seconds since it appeared. */
  readonly course: readonly { readonly seconds: number; readonly strength: number }[];
  /** Seconds since the prompt appeared. */
  readonly elapsed: number;
}

const over: CalibrationState = {
  movement: 'rest',
  next: undefined,
  phase: 'done',
  repetition: 0,
  strength: 0,
  secondsLeft: 0,
  progress: 1,
  course: [],
  elapsed: 0,
};

/**
 * Screen-guided training as a state machine without a clock: time is the index of the samples pushed. It says what
 * to ask for, and cuts what is learned from out of what is recorded meanwhile.
 *
 * @example
 * const calibration = new Calibration(spec, 1000);
 * for (const block of blocks) { show(calibration.state()); calibration.push(block); }
 * Decoder.train(decoderSpec, calibration.recordings, context);
 */
export class Calibration {
  private prompts: Prompt[];
  private readonly taken: CalibrationRecording[] = [];
  private pending: SampleBlock[] = [];
  private readonly collected = new WeakSet<Prompt>();
  private origin = NaN;
  /** Samples since the origin. */
  private at = 0;
  /** Samples lost because the block index jumped; prompts that they hit are asked for again. */
  lostSamples = 0;

  constructor(
    readonly spec: CalibrationSpec,
    readonly sampleRateHz: number,
  ) {
    this.prompts = createPlan(spec, sampleRateHz);
  }

  /** Recordings finished so far. */
  get recordings(): readonly CalibrationRecording[] {
    return this.taken;
  }

  /** Samples until the last prompt ends, from the first sample on. */
  get lengthSamples(): number {
    return this.prompts.at(-1)?.end ?? 0;
  }

  get done(): boolean {
    return this.at >= this.lengthSamples;
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
    const current = this.prompts.find((prompt) => at < prompt.end);
    return current ? this.stateWithin(current, at) : over;
  }

  private stateWithin(prompt: Prompt, at: number): CalibrationState {
    const { movement, repetition } = prompt;
    const full = movement === 'rest' ? 0 : this.spec.strengthPercent / 100;
    const following = this.prompts[this.prompts.indexOf(prompt) + 1]?.movement;
    let end = prompt.start;
    let part = prompt.phases[0];
    for (part of prompt.phases) {
      end += part.length;
      if (at < end) break;
    }
    const { phase, length } = part;
    const left = (end - at) / length;
    const shapes = { countdown: 0, 'ramp-up': 1 - left, hold: 1, 'ramp-down': left, rest: 0 };
    const seconds = (sample: number): number => (sample - prompt.start) / this.sampleRateHz;
    const hold = phaseOf(prompt, 'hold') ?? prompt;
    const up = phaseOf(prompt, 'ramp-up') ?? { start: hold.start };
    const down = phaseOf(prompt, 'ramp-down') ?? { end: hold.end };
    const corners: readonly (readonly [sample: number, strength: number])[] = [
      [prompt.start, 0],
      [up.start, 0],
      [hold.start, full],
      [hold.end, full],
      [down.end, 0],
      [prompt.end, 0],
    ];
    return {
      movement: phase === 'countdown' || phase === 'rest' ? 'rest' : movement,
      next: phase === 'rest' ? following : movement,
      phase,
      repetition,
      strength: shapes[phase] * full,
      secondsLeft: (end - at) / this.sampleRateHz,
      progress: at / this.lengthSamples,
      course: corners.map(([sample, strength]) => ({ seconds: seconds(sample), strength })),
      elapsed: seconds(at),
    };
  }

  /** Turn pending blocks into recordings where a prompt has been completed; drop what no prompt needs. */
  private collect(): void {
    for (const prompt of this.prompts) {
      if (this.collected.has(prompt)) continue;
      const { start, end } = learnedPart(this.spec, prompt, this.sampleRateHz);
      if (end > this.at) break;
      this.collected.add(prompt);
      const signal = this.cut(start, end);
      if (signal) this.taken.push({ label: prompt.movement, repetition: prompt.repetition, signal });
    }
    const current = this.prompts.find((prompt) => this.at < prompt.end);
    const needed = this.origin + (current ? Math.min(current.start, this.at) : this.at);
    this.pending = this.pending.filter((block) => block.index + block.length > needed);
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

  /** After a gap: the prompt under way begins again, and all later ones move with it. */
  private restartPrompt(): void {
    this.pending = [];
    const current = this.prompts.find((prompt) => this.at > prompt.start && this.at < prompt.end);
    if (!current || this.collected.has(current)) return;
    const by = this.at - current.start;
    this.prompts = this.prompts.map((prompt) =>
      prompt.end > current.start ? { ...prompt, start: prompt.start + by, end: prompt.end + by } : prompt,
    );
  }
}
