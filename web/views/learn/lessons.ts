import { block } from './lessons/block.js';
import { classifier } from './lessons/classifier.js';
import { fat } from './lessons/fat.js';
import { features } from './lessons/features.js';
import { force } from './lessons/force.js';
import { mains } from './lessons/mains.js';
import { motorUnit } from './lessons/motor-unit.js';
import { noise } from './lessons/noise.js';
import { people } from './lessons/people.js';
import { reattach } from './lessons/reattach.js';
import { recruitment } from './lessons/recruitment.js';
import { shift } from './lessons/shift.js';
import { window } from './lessons/window.js';

/** Every lesson, in the order in which one builds on the other. */
export const lessons = [
  force,
  motorUnit,
  recruitment,
  fat,
  reattach,
  mains,
  features,
  window,
  classifier,
  shift,
  noise,
  block,
  people,
] as const;

/** Name of a lesson, as the address says it. */
export type LessonId = (typeof lessons)[number]['id'];
