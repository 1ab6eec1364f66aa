import type { Pattern } from './pattern.js';

/** What stands for an English phrase in whole phrases and patterns, the former first; undefined where nothing does. */
export function saidBy(
  phrases: Readonly<Record<string, string>>,
  patterns: readonly Pattern[],
  english: string,
): string | undefined {
  if (Object.hasOwn(phrases, english)) return phrases[english];
  for (const [reads, local] of patterns) {
    const match = reads.exec(english);
    if (!match) continue;
    const made = typeof local === 'string' ? english.replace(reads, local) : local(...match.slice(1));
    if (made !== undefined) return made;
  }
  return undefined;
}
