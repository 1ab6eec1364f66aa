/** Grips of the hand, after Cutkosky (cutkosky-1989). */
export const gripNames = ['power', 'tripod', 'pinch', 'lateral', 'point'] as const;

export type GripName = (typeof gripNames)[number];
