import { guideEnglish } from './guide-english.js';
import { guideGerman } from './guide-german.js';
import { texts } from './texts.js';

/** The guide from a symptom to its cause. */
export const guideTexts = texts({ en: guideEnglish, de: guideGerman });
