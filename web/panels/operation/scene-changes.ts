import type { JourneyStage } from '../../../src/scenario/journey-fields.js';
import type { SceneBody } from './scene-body.js';

/** What a scene changes in the model, against the scene before it. */
export type SceneChange =
  | { readonly kind: 'numbed' | 'awake' | 'knots' | 'stem' | 'anchor' }
  | { readonly kind: 'fat' | 'fixation' | 'noise'; readonly from: string; readonly to: string }
  | { readonly kind: 'load' | 'days'; readonly to: string };

export interface SceneChanges {
  readonly changes: readonly SceneChange[];
  /** Whether the lines can be heard to change: under a nerve block only noise is heard. */
  readonly heard: boolean;
}

/**
 * What a stage changes against the one before, from their fields alone.
 * @param bodies sizes of the limb in each stage
 */
export function sceneChanges(
  stages: readonly JourneyStage[],
  bodies: readonly SceneBody[],
  number: number,
): SceneChanges {
  const [was, is] = [stages[number - 1], stages[number]];
  const [thick, thin] = [bodies[number - 1], bodies[number]];
  if (!was || !is || !thick || !thin) return { changes: [], heard: true };
  const changes: SceneChange[] = [];
  if (was.nerveBlock !== is.nerveBlock) changes.push({ kind: is.nerveBlock ? 'numbed' : 'awake' });
  if (Math.abs(thick.fatMm - thin.fatMm) > 0.1)
    changes.push({ kind: 'fat', from: thick.fatMm.toFixed(1), to: thin.fatMm.toFixed(1) });
  if (was.neuromasLeft > 0 && is.neuromasLeft === 0) changes.push({ kind: 'knots' });
  if (was.fixation !== is.fixation)
    changes.push({ kind: 'fixation', from: String(was.fixation), to: String(is.fixation) });
  if (was.stemRadiusMm === 0 && is.stemRadiusMm > 0) changes.push({ kind: 'stem' });
  if (was.anchor !== is.anchor) changes.push({ kind: 'anchor' });
  const noise = was.noiseUv !== is.noiseUv;
  if (noise) changes.push({ kind: 'noise', from: String(was.noiseUv), to: String(is.noiseUv) });
  if (was.loadingPercent !== is.loadingPercent && !is.nerveBlock)
    changes.push({ kind: 'load', to: String(is.loadingPercent) });
  if (was.daysSinceSurgery !== is.daysSinceSurgery)
    changes.push({ kind: 'days', to: String(is.daysSinceSurgery) });
  return { changes, heard: !(was.nerveBlock && is.nerveBlock) || noise };
}
