import { storyEnglish } from './story-english.js';
import { storyGerman } from './story-german.js';
import { texts } from './texts.js';

/** The story of the Demo, by what is true of the patient. */
export const storyTexts = texts({ en: storyEnglish, de: storyGerman });
