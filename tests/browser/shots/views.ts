import type { Shot } from './shot.js';

/** The three views as they open. */
export const views: readonly Shot[] = [
  { name: 'demo', hash: 'demo' },
  { name: 'lab', hash: 'lab' },
  { name: 'learn', hash: 'learn' },
  { name: 'demo-leg', hash: 'demo', preset: 'transfemoral-surface' },
];
