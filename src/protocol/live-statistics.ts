import * as z from 'zod/mini';
import { measured } from './schemas.js';

const outside = z.object({
  name: z.string(),
  answers: z.number(),
  /** Windows that got no usable answer in time, and counted as rest. */
  unanswered: z.number(),
  meanMs: measured,
  p95Ms: measured,
  maxMs: measured,
});
/**
 * How an outside model answers: a process, a module or an ONNX file. Times in milliseconds, null before the first.
 * @interface
 */
export type OutsideStatistics = z.infer<typeof outside>;

const clockStatistics = z.object({
  /** Samples produced against the monotonic clock since the last gap, in parts per million; null before a minute. */
  skewPpm: measured,
  /** How much later than due blocks were made, in milliseconds, over the last minute. */
  latenessMs: z.object({ median: measured, p99: measured, max: measured }),
  /** Standard deviation of the time between blocks, in milliseconds. */
  jitterMs: measured,
  /** Samples that gaps skipped since the session began. */
  skippedSamples: z.number(),
});
/** How well the stream keeps time. @interface */
export type ClockStatistics = z.infer<typeof clockStatistics>;

export const liveStatistics = z.object({
  sampleRateHz: z.number(),
  blocksPerSecond: z.number(),
  /** Share of decisions equal to the intent, in the last 60 s; null before any. */
  accuracy: measured,
  decisions: z.number(),
  clients: z.number(),
  lostBlocks: z.number(),
  replacedSamples: z.number(),
  outside: z.optional(outside),
  /** Absent where the stream is stepped by hand. */
  clock: z.optional(clockStatistics),
});
/** Measured on the running stream over the last minute. @interface */
export type LiveStatistics = z.infer<typeof liveStatistics>;

export const latencyBudget = z.object({
  /** Half the window: its middle is what a decision is about. */
  windowDelayMs: z.number(),
  /** Group delay of the filters at mid-band. */
  filterMs: z.number(),
  /** One step: how long a change may have to wait for the next window. */
  stepMs: z.number(),
  /** What votes, fusion and debouncing add. */
  smoothingMs: z.number(),
  /** The decoder's parts together. */
  totalMs: z.number(),
  /** Measured; null before anything was. */
  computeMs: measured,
  /** Mean time that an outside model takes to answer; absent where the decoder's own model decides. */
  outsideMs: z.optional(z.number()),
});
/** Parts of the delay from muscle to command, in milliseconds: the decoder's, and what computing adds. @interface */
export type LatencyBudget = z.infer<typeof latencyBudget>;
