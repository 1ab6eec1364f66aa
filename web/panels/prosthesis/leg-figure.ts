import { svg, type SVGTemplateResult } from 'lit';
import type { Positions } from './ghost.js';

const KNEE = [150, 190] as const;
const SHANK = 148;

/** Leg seen from its outer side, toes to the right. */
export function legFigure(
  positions: Positions,
  ghost: Positions,
  { target, socket = false }: { readonly target?: Positions | undefined; readonly socket?: boolean } = {},
): SVGTemplateResult {
  return svg`
    <g>
      <path class="skin" d="M84 -14C80 30 90 74 108 104Q126 122 150 122Q174 122 190 104C208 74 216 30 214 -14Z" />
      <path class="muscle-shape" d="M92 -14C90 30 100 66 116 92Q128 104 136 98L137 -14Z" />
      <path class="muscle-shape" d="M206 -14C208 30 198 66 182 92Q172 104 164 98L163 -14Z" />
      <path class="bone" d="M134 -14V90Q150 98 166 90V-14Z" />
      ${socket ? svg`<path class="socket" d="M82 14C82 60 96 96 118 124L130 150H170L182 124C206 96 216 60 216 14Z" />` : anchor()}
      ${ring(positions['femoral-rotation'] ?? 0, 150, 134, 24)}
      <path class="shell" d="M132 148H168L172 176Q166 196 150 198Q134 196 128 176Z" />
    </g>
    ${target ? svg`<g class="ghost target" aria-hidden="true">${distal(target)}</g>` : ''}
    <g class="ghost" aria-hidden="true">${distal(ghost)}</g>
    <g class="limb">${distal(positions)}</g>`;
}

function anchor(): SVGTemplateResult {
  return svg`
      <path class="stem" d="M143 22Q150 15 157 22V136H143Z" />
      ${[38, 48, 58, 68, 78].map((y) => svg`<path class="thread" d="M143 ${y}L157 ${y - 4}" />`)}
      <ellipse class="stoma" cx="150" cy="121" rx="15" ry="5" />
      <rect class="titanium" x="138" y="134" width="24" height="14" rx="3" />`;
}

/** A mark that travels round a shaft as it turns; hollow while it is behind. */
function ring(deg: number, x: number, y: number, width: number): SVGTemplateResult {
  const turn = (deg * Math.PI) / 180;
  return svg`<rect class="mark ${Math.cos(turn) >= 0 ? '' : 'behind'}"
    x=${x - 2.5 + (width / 2 - 3) * Math.sin(turn)} y=${y} width="5" height="14" />`;
}

function distal(positions: Positions): SVGTemplateResult {
  const [x, y] = KNEE;
  const tibial = positions['tibial-rotation'] ?? 0;
  const turn = ((tibial + (positions['femoral-rotation'] ?? 0)) * Math.PI) / 180;
  // A turned foot is seen shorter, and its width comes into view.
  const toe = 78 * Math.cos(turn) + 14 * Math.abs(Math.sin(turn));
  const heel = -(20 * Math.cos(turn) + 14 * Math.abs(Math.sin(turn)));
  return svg`<g transform="translate(${x} ${y}) rotate(${positions.knee ?? 0})">
    <circle class="shell" r="24" />
    <path class="shell" d="M-19 8L-13 62H13L19 8Q0 20 -19 8Z" />
    <rect class="titanium" x="-8" y="60" width="16" height="${SHANK - 76}" />
    ${ring(tibial, 0, 84, 16)}
    <circle class="joint" r="12" /><circle class="pin" r="4" />
    <g transform="translate(0 ${SHANK}) rotate(${-(positions.ankle ?? 0)})">
      <path class="shell" d="M-13 -20H13L16 2H-16Z" />
      <path class="shell" d="M${heel} 12Q${heel - 4} 26 ${heel + 4} 28H${toe - 4}Q${toe + 5} 25 ${toe - 6} 17Q${toe * 0.5} 6 14 -4H-12Q${heel + 2} 2 ${heel} 12Z" />
      <circle class="joint" r="8" />
    </g>
  </g>`;
}
