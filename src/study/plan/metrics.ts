import type { DisturbanceMetrics } from '../../decoder/evaluation/disturbance-metrics.js';

/** What a study can tell of a person under a condition. Shares from 0 to 1. */
export const studyMetrics = [
  'accuracy',
  'activeErrorRate',
  'instability',
  'rejectionRate',
  'movingAtRest',
  'falseActivationsPerHour',
  'onsetSeconds',
  'heldOutAccuracy',
] as const;

/** Name of a measure. */
export type StudyMetric = (typeof studyMetrics)[number];

/** What is told where a study does not say. */
export const defaultMetrics: readonly StudyMetric[] = [
  'accuracy',
  'activeErrorRate',
  'movingAtRest',
  'falseActivationsPerHour',
  'onsetSeconds',
];

/** Those that are shares, which people read as percentages. */
const shares: ReadonlySet<StudyMetric> = new Set([
  'accuracy',
  'activeErrorRate',
  'instability',
  'rejectionRate',
  'movingAtRest',
  'heldOutAccuracy',
]);

/** How a measure is shown: shares in percent, others as they are. */
export function scaleOf(metric: StudyMetric): { readonly factor: number; readonly unit: string } {
  if (shares.has(metric)) return { factor: 100, unit: '%' };
  return { factor: 1, unit: metric === 'onsetSeconds' ? 's' : '/h' };
}

/** All measures of a session; NaN where there was nothing to measure. */
export function metricValues(
  { falseActivations, ...metrics }: DisturbanceMetrics,
  heldOutAccuracy: number,
): Record<StudyMetric, number> {
  return {
    accuracy: metrics.accuracy,
    activeErrorRate: metrics.activeErrorRate,
    instability: metrics.instability,
    rejectionRate: metrics.rejectionRate,
    movingAtRest: metrics.movingAtRest,
    falseActivationsPerHour: falseActivations.perHour,
    onsetSeconds: metrics.onsetSeconds,
    heldOutAccuracy,
  };
}
