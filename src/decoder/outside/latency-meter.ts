import type { LatencySummary } from '../outside-model.js';

/** Answers that the 95th percentile looks back on. */
const REMEMBERED = 2000;

/** Keeps the times of answers, in bounded memory. */
export class LatencyMeter {
  private readonly recent: number[] = [];
  private answers = 0;
  private sum = 0;
  private max = NaN;
  private unanswered = 0;

  answered(ms: number): void {
    this.recent[this.answers % REMEMBERED] = ms;
    this.answers++;
    this.sum += ms;
    this.max = this.max >= ms ? this.max : ms;
  }

  missed(): void {
    this.unanswered++;
  }

  summary(): LatencySummary {
    const { answers, unanswered, sum, max } = this;
    const sorted = [...this.recent].sort((a, b) => a - b);
    const p95 = sorted[Math.ceil(0.95 * sorted.length) - 1] ?? NaN;
    return { answers, unanswered, meanMs: answers > 0 ? sum / answers : NaN, p95Ms: p95, maxMs: max };
  }
}
