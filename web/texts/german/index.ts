import { journeyPhrases } from './journey.js';
import type { Pattern } from './pattern.js';

/** German of whole phrases, by their English. */
export const phrases: Readonly<Record<string, string>> = { ...journeyPhrases };

/** German of phrases with something filled in. */
export const patterns: readonly Pattern[] = [];
