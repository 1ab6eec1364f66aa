import type { LatencyBudget } from '../../../src/protocol/server-messages.js';

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
  const computeMs = budget.computeMs ?? NaN;
  const parts = [
    { name: 'Window (half its length)', ms: budget.windowDelayMs, fill: 'var(--accent)' },
    { name: 'Filters', ms: budget.filterMs, fill: 'var(--titanium)' },
    { name: 'Step (at most)', ms: budget.stepMs, fill: 'var(--warm)' },
    { name: 'Smoothing', ms: budget.smoothingMs, fill: 'var(--bone-edge)' },
    { name: 'Computing', ms: computeMs, fill: 'var(--muscle-edge)' },
    ...(outsideMs === undefined
      ? []
      : [{ name: 'Outside classifier', ms: outsideMs, fill: 'var(--muscle-live)' }]),
    { name: 'Transport to this page', ms: transportMs, fill: 'var(--line-strong)' },
  ];
  const measured = [computeMs, outsideMs ?? NaN, transportMs].filter((ms) => !Number.isNaN(ms));
  return { parts, totalMs: measured.reduce((sum, ms) => sum + ms, budget.totalMs) };
}
