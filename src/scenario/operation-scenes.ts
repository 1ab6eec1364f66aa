/**
 * Scenes of a single-stage press-fit operation on the thigh and of the time after it, in the order in which they are told
 * here. Centres differ in the order: some close the muscles over the bone after the stem.
 */
export const operationScenes = [
  'before',
  'anaesthesia',
  'incision',
  'thinning',
  'neuromas',
  'myodesis',
  'reaming',
  'stem',
  'stoma',
  'loading',
  'steps',
  'feeling',
] as const;

/** A scene that a stage of a journey can be drawn as. */
export type OperationScene = (typeof operationScenes)[number];
