import type { Shot } from './shot.js';

/** The story of the Demo, by who is shown. */
export const story: readonly Shot[] = [
  { name: 'story-fat', hash: 'demo/fat' },
  { name: 'story-before', hash: 'demo/limb', preset: 'patient-journey' },
];
