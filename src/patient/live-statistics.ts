import { RecentMedian } from '../ground/math/recent-median.js';
import type { LiveStatistics as Statistics } from '../protocol/server-messages.js';

/** Blocks of which the time that is typical is that of computing. */
const TYPICAL = 63;
/** Length of the stretch that statistics look back on, in seconds. */
const MEMORY_S = 60;
/**
 * Time after a change of intent that is not counted, in milliseconds, beyond the window itself: people react
 * and ramp, filters settle, votes turn.
 */
export const SETTLING_MS = 500;

interface Counted {
  readonly index: number;
  readonly correct: boolean;
}

/**
 * What can be said of the running stream, from what was measured on it.
 *
 * Rule for accuracy: a decision counts when the intended movement has been the same since
 * {@link SETTLING_MS} before its window began; it is correct when it names that movement. What the user
 * intends comes from the simulation's truth, or from the labels of a recording.
 */
export class LiveStatistics {
  replacedSamples = 0;
  private counted: Counted[] = [];
  private intent: string | undefined;
  private intentSince = 0;
  private readonly computing = new RecentMedian(TYPICAL);
  private readonly blockTimes: number[] = [];

  constructor(private readonly sampleRateHz: number) {}

  /** What is intended from a sample index on; undefined where nobody knows. */
  intends(movement: string | undefined, index: number): void {
    if (movement === this.intent) return;
    this.intent = movement;
    this.intentSince = index;
  }

  /** A decision on the window that began at an index. */
  decided(movement: string, windowIndex: number): void {
    if (this.intent === undefined) return;
    if (windowIndex < this.intentSince + (SETTLING_MS * this.sampleRateHz) / 1000) return;
    this.counted.push({ index: windowIndex, correct: movement === this.intent });
    const oldest = windowIndex - MEMORY_S * this.sampleRateHz;
    while (this.counted[0] && this.counted[0].index < oldest) this.counted.shift();
  }

  /** A block was handled; how long that took, where it held a decision. */
  block(nowMs: number, computeMs?: number): void {
    this.blockTimes.push(nowMs);
    while (this.blockTimes[0] !== undefined && this.blockTimes[0] < nowMs - 5000) this.blockTimes.shift();
    if (computeMs === undefined) return;
    this.computing.push(computeMs);
  }

  /** Typical time from a block's arrival to its commands, in milliseconds; null before any. The first ones take longer. */
  get computeMs(): number | null {
    const { value } = this.computing;
    return Number.isNaN(value) ? null : value;
  }

  /** Forget the decisions, because they were those of another decoder or patient. */
  forget(): void {
    this.counted = [];
    this.intent = undefined;
  }

  snapshot(audience: { clients: number; lostBlocks: number }): Statistics {
    const { counted, blockTimes } = this;
    const span = ((blockTimes.at(-1) ?? 0) - (blockTimes[0] ?? 0)) / 1000;
    const correct = counted.reduce((sum, one) => sum + (one.correct ? 1 : 0), 0);
    return {
      sampleRateHz: this.sampleRateHz,
      blocksPerSecond: span > 0 ? (blockTimes.length - 1) / span : 0,
      accuracy: counted.length > 0 ? correct / counted.length : null,
      decisions: counted.length,
      clients: audience.clients,
      lostBlocks: audience.lostBlocks,
      replacedSamples: this.replacedSamples,
    };
  }
}
