import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { valueAt } from '../../data/scenario-path.js';

/** What a long section of the limb shows beside its muscles, mm along the limb, distal positive. */
export interface StumpLengths {
  /** Where the bone was cut; undefined of a limb that is whole. */
  readonly boneEndMm: number | undefined;
  /** From where to where the stem lies in the bone; undefined without one. */
  readonly stem: { readonly fromMm: number; readonly untilMm: number } | undefined;
  /** Where the skin ends below, and whether an adapter passes through it there. */
  readonly skinEndMm: number | undefined;
  readonly passage: boolean;
}

/**
 * Drawn, not measured: the model's limb is a cylinder without an end. The bone ends where the longest muscle that was cut
 * would end at its length at rest, for there it is sewn; stem and cover have one length for all.
 */
const STEM_MM = 100;
const COVER_MM = 12;

/** Lengths of the limb of a scenario. */
export function stumpLengths(scenario: unknown, { layers, muscles }: LimbGeometry): StumpLengths {
  const whole = { boneEndMm: undefined, stem: undefined, skinEndMm: undefined, passage: false };
  const bone = layers.some(({ name, outerRadiusMm }) => name === 'bone' && outerRadiusMm > 0);
  if (valueAt(scenario, ['limb', 'level']) === 'forearm' || !bone) return whole;
  const ends = muscles.flatMap((muscle, i) => {
    const of = (key: string): number => {
      const value = valueAt(scenario, ['muscles', i, key]);
      return typeof value === 'number' ? value : NaN;
    };
    if (valueAt(scenario, ['muscles', i, 'cut']) === false) return [];
    const end = of('innervationZoneMm') + (1 - of('innervationZonePercent') / 100) * of('fibreLengthMm');
    return [Number.isFinite(end) ? end : muscle.distalMm];
  });
  if (ends.length === 0) return whole;
  const boneEndMm = Math.max(...ends);
  const stem = layers.some(({ name, outerRadiusMm }) => name === 'stem' && outerRadiusMm > 0);
  return {
    boneEndMm,
    stem: stem ? { fromMm: boneEndMm - STEM_MM, untilMm: boneEndMm } : undefined,
    skinEndMm: boneEndMm + COVER_MM,
    passage: stem && valueAt(scenario, ['surgery', 'anchor']) !== 'socket',
  };
}

/** The muscles that the section cuts: nearest in front and behind, or the chosen one on its own side. */
export function cutInSection(
  { muscles }: Pick<LimbGeometry, 'muscles'>,
  chosen: number,
): readonly { readonly muscle: number; readonly side: -1 | 1 }[] {
  const front = (i: number): number => Math.cos(((muscles[i]?.angleDeg ?? 0) * Math.PI) / 180);
  const order = muscles.map((_, i) => i).sort((a, b) => front(b) - front(a));
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const [left, right] =
    chosen < 0 || !muscles[chosen] ? [first, last] : front(chosen) >= 0 ? [chosen, last] : [first, chosen];
  return [
    { muscle: left, side: -1 },
    { muscle: right, side: 1 },
  ];
}
