import { errorPatterns, errorPhrases, madeOf } from './errors/index.js';
import { eventPhrases } from './events.js';
import { explainedDecoder } from './explained-decoder.js';
import { explainedElectrodes } from './explained-electrodes.js';
import { explainedIntent } from './explained-intent.js';
import { explainedLimb } from './explained-limb.js';
import { explainedPerson } from './explained-person.js';
import { explainedUnits } from './explained-units.js';
import { journeyPhrases } from './journey.js';
import { labels } from './labels.js';
import { names } from './names.js';
import type { Pattern } from './pattern.js';
import { patterns as saidPatterns } from './patterns.js';
import { saidBy } from './said-by.js';
import { presetPhrases } from './presets.js';
import { stepPhrases } from './steps.js';
import { worldPhrases } from './world.js';

/** German of whole phrases, by their English. */
export const phrases: Readonly<Record<string, string>> = {
  ...explainedPerson,
  ...explainedLimb,
  ...explainedUnits,
  ...explainedElectrodes,
  ...explainedIntent,
  ...explainedDecoder,
  ...labels,
  ...names,
  ...presetPhrases,
  ...journeyPhrases,
  ...worldPhrases,
  ...stepPhrases,
  ...eventPhrases,
  ...errorPhrases,
};

const wholePatterns: readonly Pattern[] = [...saidPatterns, ...errorPatterns];

/** German of phrases with something filled in. */
export const patterns: readonly Pattern[] = [
  ...wholePatterns,
  ...madeOf((english) => saidBy(phrases, wholePatterns, english)),
];
