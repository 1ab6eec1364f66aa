import type { LiveWindow } from '../../data/live-windows.js';
import { colour } from '../../ui/theme.js';
import { drawGlyph } from './glyphs.js';
import type { Spot } from './plot-view.js';
import { outcomeOf } from './window-filter.js';

/** A window on the canvas. */
export interface Dot extends Spot {
  readonly window: LiveWindow;
  /** Number of its class. */
  readonly index: number;
}

const SIZE = 4;

/**
 * Windows as the shapes of their classes, what is near over what is far, newer ones darker; wrong ones with an outline,
 * those around a change of intent faint. The live one and the picked one are circled.
 */
export function drawCloud(
  context: CanvasRenderingContext2D,
  unit: number,
  dots: readonly Dot[],
  live: Dot | undefined,
  picked: Dot | undefined,
): void {
  const order = dots.map((dot, age) => ({ dot, age })).sort((a, b) => a.dot.near - b.dot.near);
  for (const { dot, age } of order) {
    const outcome = outcomeOf(dot.window);
    const fresh = 0.4 + (0.5 * age) / dots.length;
    context.globalAlpha = outcome === 'turning' ? 0.18 : outcome === 'wrong' ? 1 : fresh;
    const size = SIZE * (1 + 0.35 * dot.near) * unit;
    drawGlyph(context, dot.index, dot.x, dot.y, size, outcome === 'wrong' ? colour('--ink') : undefined);
  }
  context.globalAlpha = 1;
  context.strokeStyle = colour('--ink');
  context.lineWidth = 2 * unit;
  if (live) drawGlyph(context, live.index, live.x, live.y, 2 * SIZE * unit, colour('--well'));
  for (const circled of [live, picked]) {
    if (!circled) continue;
    context.beginPath();
    context.arc(circled.x, circled.y, 13 * unit, 0, 7);
    context.stroke();
  }
}
