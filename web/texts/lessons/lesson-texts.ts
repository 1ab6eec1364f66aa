import { blockLesson } from './block.js';
import { classifierLesson } from './classifier.js';
import { fatLesson } from './fat.js';
import { featuresLesson } from './features.js';
import { forceLesson } from './force.js';
import { mainsLesson } from './mains.js';
import { motorUnitLesson } from './motor-unit.js';
import { noiseLesson } from './noise.js';
import { peopleLesson } from './people.js';
import { reattachLesson } from './reattach.js';
import { recruitmentLesson } from './recruitment.js';
import { shiftLesson } from './shift.js';
import { windowLesson } from './window.js';
import type { LessonText } from './lesson-text.js';

/** What each lesson says, in the language of the moment. */
export const lessonTexts = {
  force: forceLesson,
  'motor-unit': motorUnitLesson,
  recruitment: recruitmentLesson,
  fat: fatLesson,
  reattach: reattachLesson,
  mains: mainsLesson,
  features: featuresLesson,
  window: windowLesson,
  classifier: classifierLesson,
  shift: shiftLesson,
  noise: noiseLesson,
  block: blockLesson,
  people: peopleLesson,
} as const satisfies Readonly<Record<string, () => LessonText>>;
