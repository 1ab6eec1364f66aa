import { fnv1a } from '../../ground/signal/random.js';

/** Seed of what differs from session to session (trials, reactions, guarding), never of the person. */
export function sessionSeed(seed: number, session: number): number {
  return session === 0 ? seed : fnv1a(`${seed}/session/${session}`);
}
