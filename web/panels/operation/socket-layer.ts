import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Drawn } from './drawn-state.js';
import { footPath } from './ground-layer.js';
import { at, GROUND, skinEnd, stumpPath } from './stump-shape.js';

/** Upper rim of the socket, mm. */
const RIM = 46;

/** The socket of the years before: a cup around the stump, and the tube below it. */
export function socketLayer(drawn: Drawn): SVGTemplateResult | typeof nothing {
  const { socket, muscleMm, fatMm, skinMm } = drawn;
  if (socket < 0.02) return nothing;
  const r = muscleMm + fatMm + skinMm;
  const end = skinEnd(drawn);
  const cup = stumpPath(r + 6, end + 9, RIM);
  const inside = stumpPath(r + 1.5, end + 3, RIM);
  const away = (1 - socket) * 40;
  return svg`<g class="socket" opacity=${at(socket)} transform="translate(0 ${at(away)})">
    <path class="cup" d="${cup}Z${inside}Z" fill-rule="evenodd" />
    <path class="rim" d=${cup} /><path class="rim" d=${inside} />
    <path class="cup rim" d="M-8 ${at(end + 9)}h16V296h-16Z" />
    <path class="cup rim" d=${footPath(0)} />
    <path class="floor" d="M-150 ${GROUND}H150" />
  </g>`;
}
