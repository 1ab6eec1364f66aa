import type { DecoderSpec } from './decoder-fields.js';

/** Dotted paths at which two decoder descriptions differ in what a trained model depends on. */
export function trainingDifferences(before: DecoderSpec, after: DecoderSpec): string[] {
  const a = trainedPart(before);
  const b = trainedPart(after);
  return Object.keys(a).filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
}

/** Whether a change of description can only take effect by training again. */
export function needsTraining(before: DecoderSpec, after: DecoderSpec): boolean {
  return trainingDifferences(before, after).length > 0;
}

/** Parts that are adopted without training; of `direct`, all but the sites and joints. */
const live: ReadonlySet<string> = new Set(['smoothing', 'proportional', 'direct']);

function trainedPart(spec: DecoderSpec): Record<string, unknown> {
  const trained = Object.fromEntries(Object.entries(spec).filter(([key]) => !live.has(key)));
  const { siteA, siteB, joints } = spec.direct;
  return { ...trained, 'direct.siteA': siteA, 'direct.siteB': siteB, 'direct.joints': joints };
}
