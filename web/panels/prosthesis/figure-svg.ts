import { svg, type SVGTemplateResult } from 'lit';
import { nearness, outline, type Axes } from './camera.js';
import { middleOf, type Solid } from './solid.js';

/** Looks that are flat: no light falls on them. */
const flat = new Set(['goal', 'shadow', 'water', 'floor']);

/** Solids from the farthest to the nearest; what lies far in a group is darker. */
export function drawnSolids(solids: readonly Solid[], axes: Axes): SVGTemplateResult {
  const sorted = solids
    .map((solid) => ({ solid, near: nearness(axes, middleOf(solid)) + (solid.nearer ?? 0) }))
    .sort((a, b) => a.near - b.near);
  return svg`${sorted.map(({ solid }) => {
    const d = outline(solid, axes);
    return flat.has(solid.look)
      ? svg`<path class=${solid.look} d=${d} />`
      : svg`<path class=${solid.look} d=${d} /><path class="lit ${solid.look === 'stem' ? 'porous' : ''}" d=${d} />`;
  })}`;
}

/** What is meant or asked for: one outline around all solids, with what lies behind shining through. */
export function ghostSolids(
  solids: readonly Solid[],
  axes: Axes,
  kind: 'ghost' | 'target',
): SVGTemplateResult {
  const paths = solids.map((solid) => outline(solid, axes));
  return svg`<g class=${kind} aria-hidden="true">
    <g class="rim">${paths.map((d) => svg`<path d=${d} />`)}</g>
    <g class="body">${paths.map((d) => svg`<path d=${d} />`)}</g>
  </g>`;
}

/** Light from above and the pores of a rough metal: used by the solids' classes. */
export const figureDefs = svg`<defs>
  <linearGradient id="light" x1="0.25" y1="0" x2="0.6" y2="1">
    <stop offset="0" class="bright" />
    <stop offset="0.45" class="none" />
    <stop offset="1" class="dim" />
  </linearGradient>
  <pattern id="pores" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(24)">
    <circle class="pore" cx="1.6" cy="1.8" r="1.1" />
    <circle class="pore" cx="5" cy="4.9" r="1.3" />
    <circle class="grain" cx="4.9" cy="1.2" r="0.8" />
    <circle class="grain" cx="1.4" cy="5.2" r="0.9" />
  </pattern>
</defs>`;
