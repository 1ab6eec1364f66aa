import type { LatencyBudget } from '../../../src/protocol/server-messages.js';
import { latencyTexts } from '../../texts/latency.js';

/** One part of the delay from muscle to command. */
export interface LatencyPart {
  readonly name: string;
  readonly ms: number;
  readonly fill: string;
}

/**
 * What the delay from muscle to command on this page is made of, and its sum.
 * @param transportMs from the patient to this page; NaN before it is measured; what is not is not in the sum either
 */
export function latencyParts(
  budget: LatencyBudget,
  transportMs: number,
): { readonly parts: readonly LatencyPart[]; readonly totalMs: number } {
  const { outsideMs } = budget;
  const t = latencyTexts();
  const computeMs = budget.computeMs ?? NaN;
  const parts = [
    { name: t.window, ms: budget.windowDelayMs, fill: 'var(--accent)' },
    { name: t.filters, ms: budget.filterMs, fill: 'var(--titanium)' },
    { name: t.step, ms: budget.stepMs, fill: 'var(--warm)' },
    { name: t.smoothing, ms: budget.smoothingMs, fill: 'var(--bone-edge)' },
    { name: t.computing, ms: computeMs, fill: 'var(--muscle-edge)' },
    ...(outsideMs === undefined ? [] : [{ name: t.outside, ms: outsideMs, fill: 'var(--muscle-live)' }]),
    { name: t.transport, ms: transportMs, fill: 'var(--line-strong)' },
  ];
  const measured = [computeMs, outsideMs ?? NaN, transportMs].filter((ms) => !Number.isNaN(ms));
  return { parts, totalMs: measured.reduce((sum, ms) => sum + ms, budget.totalMs) };
}
