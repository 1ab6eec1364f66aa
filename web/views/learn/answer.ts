import type { Lesson, Numbers } from './lesson.js';

/** What became of an expectation. */
export interface Answer {
  readonly right: boolean;
  /** The choice that the numbers speak for. */
  readonly shown: string;
  /** They speak for what those expect who know. */
  readonly usual: boolean;
}

/** Hold an expectation against what was measured. */
export function answerOf(lesson: Lesson, numbers: readonly Numbers[], expected: string): Answer {
  const shown = lesson.outcome(numbers);
  return { right: shown === expected, shown, usual: shown === lesson.expected };
}
