import { journeyPhrases } from './journey.js';
import { worldPhrases } from './world.js';
import type { Pattern } from './pattern.js';

/** German of whole phrases, by their English. */
export const phrases: Readonly<Record<string, string>> = { ...journeyPhrases, ...worldPhrases };

/** German of phrases with something filled in. */
export const patterns: readonly Pattern[] = [];
