import { svg, type SVGTemplateResult } from 'lit';
import type { Drawn } from './drawn-state.js';
import { at } from './stump-shape.js';

/** Where the two nerves run down, and where their knots were, mm. */
const nerves = [
  { x: 33, knot: 156 },
  { x: -31, knot: 146 },
] as const;
/** Where fresh ends are laid into muscle. */
const BURIED = 118;

/** Nerves with a painful knot at their ends, or with the fresh end laid into muscle; grey below the block. */
export function nerveLayer(drawn: Drawn): SVGTemplateResult {
  const { knots, numb } = drawn;
  return svg`<g class="nerves">
    ${nerves.map(({ x, knot }) => {
      const side = Math.sign(x);
      const end = BURIED + knots * (knot - BURIED);
      const into = (1 - knots) * 12 * side;
      const d = `M${x} 0V${at(end - 26)}Q${x} ${at(end - 8)} ${at(x + into)} ${at(end)}`;
      return svg`<path class="nerve" d=${d} />
        <path class="nerve numb" d=${d} opacity=${at(numb)} />
        <g opacity=${at(knots)}>
          <circle class="knot" cx=${x} cy=${at(end + 4)} r="6.5" />
          <path class="ache" d="M${x - 11} ${at(end + 1)}l-5 -3M${x - 11} ${at(end + 8)}l-5 3M${x + 11} ${at(end + 1)}l5 -3M${x + 11} ${at(end + 8)}l5 3" />
        </g>
        <circle class="fresh" cx=${at(x + into)} cy=${at(end)} r="2.6" opacity=${at(1 - knots)} />`;
    })}
    <path class="block" d="M-58 17H58" opacity=${at(numb)} />
  </g>`;
}
