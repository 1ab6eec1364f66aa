import type { PeopleMean } from './people-mean.js';

/**
 * How something stands in a ranking: alone at the top, among those that cannot be told apart from the top, or below.
 * `only` where there is nothing to compare it with.
 */
export type Standing = 'best' | 'tied' | 'behind' | 'only';

/**
 * Standings from how far each lies behind the leader, in the same folds or people. Whoever's interval includes no
 * difference, or has none, is tied with the leader, who is then not the best but one of them.
 * @param behind of the leader itself is not looked at
 */
export function standings(behind: readonly PeopleMean[], leader: number): Standing[] {
  if (behind.length < 2) return behind.map(() => 'only');
  const tied = behind.map(({ low }, n) => n !== leader && !(low > 0));
  const alone = !tied.includes(true);
  return behind.map((_, n) => (n === leader ? (alone ? 'best' : 'tied') : tied[n] ? 'tied' : 'behind'));
}
