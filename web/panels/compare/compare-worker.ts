import { outcomeOf, type Outcome } from '../../../src/patient/outcome.js';
import { mergeScenario, parseScenario } from '../../../src/scenario/scenario.js';
import { liveTwice, type TwoSides } from './two-settings.js';

/** What is asked: a whole scenario, what differs in B, and whether B is calibrated anew. */
export interface CompareTask {
  readonly scenario: unknown;
  readonly patch: object;
  readonly anew: boolean;
}

/** What is told: parts of four that are done, and in the end what came of it. */
export type CompareSaid = { readonly parts: number } | { readonly outcome: Outcome<TwoSides> };

self.onmessage = async ({ data: { scenario, patch, anew } }: MessageEvent<CompareTask>) => {
  const outcome = await outcomeOf(() => {
    const before = parseScenario(scenario);
    return liveTwice(before, mergeScenario(before, patch), anew, (parts) => self.postMessage({ parts }));
  });
  self.postMessage({ outcome });
};
