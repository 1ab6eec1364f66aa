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
}

export const courseWidth = 100;
export const courseHeight = 40;

const heightOf = (strength: number): number => courseHeight * (1 - Math.min(1, Math.max(0, strength)));
const rounded = (value: number): number => Math.round(100 * value) / 100;

export function courseGeometry({ course, elapsed, strength, level }: Prompt): CourseGeometry {
  const end = course.at(-1)?.seconds ?? 0;
  const place = (seconds: number): number => (end > 0 ? rounded((courseWidth * seconds) / end) : 0);
  const points = course.map((at) => `${place(at.seconds)} ${rounded(heightOf(at.strength))}`);
  return {
    target: points.length > 0 ? `M${points.join('L')}` : '',
    x: Math.min(courseWidth, place(elapsed)),
    y: rounded(heightOf(strength)),
    ownY: rounded(heightOf(level)),
  };
}
