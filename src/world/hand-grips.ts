import { gripNames, type GripName } from '../ground/movement/grip-names.js';

/** What a grip can hold. */
interface GripReach {
  /** Force of the fingers when the hand is told to close all the way and cannot, newtons. */
  readonly mostN: number;
  /** Widest thing that it goes around, mm. */
  readonly widestMm: number;
}

/** Assumptions: the order is that of the fingers that take part and of how they meet the thing. */
const reaches: Readonly<Record<GripName, GripReach>> = {
  power: { mostN: 80, widestMm: 100 },
  tripod: { mostN: 45, widestMm: 60 },
  pinch: { mostN: 25, widestMm: 40 },
  lateral: { mostN: 40, widestMm: 30 },
  point: { mostN: 0, widestMm: 0 },
};

/** Between the fingers of the open hand, mm: an assumption. They come together evenly as the hand closes. */
const OPENING_MM = 110;

/** How far the hand is closed, in percent, where its fingers are so far apart. */
export function closedPercentAt(widthMm: number): number {
  return 100 * (1 - widthMm / OPENING_MM);
}

/** Grips that can hold something so wide. */
export function gripsFor(widthMm: number): GripName[] {
  return gripNames.filter((grip) => reaches[grip].widestMm >= widthMm && reaches[grip].mostN > 0);
}

/**
 * Force on a thing between the fingers. They stop on it; what the hand is closed further strains fingers and drive,
 * like a spring, so that force grows evenly from none at the touch to the grip's most where the hand is told to be
 * closed whole. That law is an assumption.
 */
export function gripForce(grip: GripName, closedPercent: number, touchPercent: number): number {
  const strain = (closedPercent - touchPercent) / (100 - touchPercent);
  return Math.max(0, Math.min(1, strain)) * reaches[grip].mostN;
}
