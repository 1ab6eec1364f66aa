import type { GripName } from '../../ground/movement/grip-names.js';

/** Fingers from the thumb on. */
export const fingerNames = ['thumb', 'index', 'middle', 'ring', 'little'] as const;

export type FingerName = (typeof fingerNames)[number];

// Share of its travel that each finger covers from open to closed hand.
const shares: Readonly<Record<GripName, Readonly<Record<FingerName, number>>>> = {
  power: { thumb: 0.8, index: 1, middle: 1, ring: 1, little: 1 },
  tripod: { thumb: 0.7, index: 0.75, middle: 0.75, ring: 0.2, little: 0.2 },
  pinch: { thumb: 0.7, index: 0.75, middle: 0.1, ring: 0.1, little: 0.1 },
  lateral: { thumb: 1, index: 0.85, middle: 0.95, ring: 0.95, little: 0.95 },
  point: { thumb: 0.8, index: 0, middle: 1, ring: 1, little: 1 },
};

/** Fingers on their way: each goes towards its target, by at most so many percent of its travel. */
export function fingersTowards(
  from: Readonly<Record<FingerName, number>>,
  to: Readonly<Record<FingerName, number>>,
  most: number,
): Record<FingerName, number> {
  const at = (finger: FingerName): number =>
    from[finger] + Math.min(most, Math.max(-most, to[finger] - from[finger]));
  return {
    thumb: at('thumb'),
    index: at('index'),
    middle: at('middle'),
    ring: at('ring'),
    little: at('little'),
  };
}

/**
 * Flexion of each finger in percent of its travel.
 * @param closedPercent position of the hand, 0 (open) … 100 (closed)
 */
export function fingerFlexion(grip: GripName, closedPercent: number): Record<FingerName, number> {
  const { thumb, index, middle, ring, little } = shares[grip];
  const at = (share: number): number => share * closedPercent;
  return { thumb: at(thumb), index: at(index), middle: at(middle), ring: at(ring), little: at(little) };
}
