import { calibration } from './calibration.js';
import { lab } from './lab.js';
import { learn } from './learn.js';
import { limb } from './limb.js';
import { prosthesis } from './prosthesis.js';
import { shell } from './shell.js';
import type { Shot } from './shot.js';
import { story } from './story.js';
import { views } from './views.js';

export type { Shot } from './shot.js';

/** All that is photographed by `npm run screenshots`, and tried with axe in `axe.test.ts`. One file per part of the page. */
export const shots: readonly Shot[] = [
  ...shell,
  ...story,
  ...views,
  ...prosthesis,
  ...limb,
  ...lab,
  ...calibration,
  ...learn,
];
