import type { Prompt } from './prompt-words.js';

/** Course of one prompt as it is drawn: 100 wide, 40 high, the strongest contraction at the top. */
export interface CourseGeometry {
  /** SVG path of the strength to follow. */
  readonly target: string;
  /** How far the prompt is, and the point to be at. */
  readonly x: number;
  readonly y: number;
  /** Where the person is. */
  readonly ownY: number;
  /** SVG path of what the person did so far. */
  readonly own: string;
}

export const courseWidth = 100;
export const courseHeight = 40;

const heightOf = (strength: number): number => courseHeight * (1 - Math.min(1, Math.max(0, strength)));
const rounded = (value: number): number => Math.round(100 * value) / 100;

/** @param done what the person did of it so far */
export function courseGeometry(
  { course, elapsed, strength, level }: Prompt,
  done: Prompt['course'] = [],
): CourseGeometry {
  const end = course.at(-1)?.seconds ?? 0;
  const place = (seconds: number): number => (end > 0 ? rounded((courseWidth * seconds) / end) : 0);
  const path = (points: Prompt['course']): string =>
    points.length > 0
      ? `M${points.map((at) => `${place(at.seconds)} ${rounded(heightOf(at.strength))}`).join('L')}`
      : '';
  return {
    target: path(course),
    x: Math.min(courseWidth, place(elapsed)),
    y: rounded(heightOf(strength)),
    ownY: rounded(heightOf(level)),
    own: path(done),
  };
}
