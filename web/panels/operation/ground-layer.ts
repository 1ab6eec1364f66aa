import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Drawn } from './drawn-state.js';
import { ADAPTER_END } from './stem-layer.js';
import { at, BONE_END, GROUND } from './stump-shape.js';

/** What the limb stands on: a scale, or a foot with crutches; how much it bears; touches that run up the stem. */
export function groundLayer(drawn: Drawn): SVGTemplateResult {
  const { scale, leg, pulse } = drawn;
  return svg`<g class="ground">
    ${scale > 0.02 ? scaleItself(drawn) : nothing}
    ${leg > 0.02 ? legItself(drawn) : nothing}
    ${pulse > 0.02 ? running(pulse) : nothing}
  </g>`;
}

function scaleItself(drawn: Drawn): SVGTemplateResult {
  const { scale, loadPercent } = drawn;
  return svg`<g opacity=${at(scale)}>
    <path class="shell" d="M-7 ${ADAPTER_END}h14v22h-14Z" />
    <path class="shell" d="M-46 290h92a5 5 0 0 1 5 5v10a5 5 0 0 1 -5 5h-92a5 5 0 0 1 -5 -5v-10a5 5 0 0 1 5 -5Z" />
    <path class="dial" d="M-20 302h40" /><path class="needle" d="M${at(-20 + 0.4 * loadPercent)} 297v9" />
    ${push(drawn, scale)}
    <path class="floor" d="M-150 ${GROUND}H150" />
  </g>`;
}

/** A foot from the side, its toe in front. */
export function footPath(x: number): string {
  return `M${x + 9} 293C${x + 12} 304 ${x + 12} 309 ${x + 9} ${GROUND}H${x - 46}C${x - 49} 304 ${x - 34} 302 ${x - 24} 298C${x - 16} 294 ${x - 10} 288 ${x + 9} 293Z`;
}

function legItself(drawn: Drawn): SVGTemplateResult {
  return svg`<g opacity=${at(drawn.leg)}>
    <path class="shell" d="M-6 ${ADAPTER_END}h12v28h-12Z" />
    <path class="shell" d=${footPath(0)} />
    <path class="crutch" d="M-96 150V${GROUND - 3}M-104 168h24M-96 150c-10 -4 -14 -18 -8 -26" opacity=${at(1 - drawn.pulse)} />
    <path class="tip" d="M-99 ${GROUND - 6}h6v6h-6Z" opacity=${at(1 - drawn.pulse)} />
    ${push(drawn, drawn.leg)}
    <path class="floor" d="M-150 ${GROUND}H150" />
  </g>`;
}

/** The push of the ground: as long as the load is large. */
function push({ loadPercent }: Drawn, shown: number): SVGTemplateResult {
  const long = 8 + 0.5 * loadPercent;
  return svg`<path class="press" opacity=${at(shown)} d="M62 ${GROUND - 2}v${at(-long)}m-6 8l6 -9l6 9" />`;
}

/** Rings that run from the ground up to the top of the bone. */
function running(shown: number): SVGTemplateResult {
  return svg`<g class="pulses" opacity=${at(shown)}>
    <path class="way" d="M0 ${GROUND - 6}V14" />
    <path class="wave" d="M0 ${GROUND - 6}V14" pathLength="100" />
    ${[0, 1, 2].map((n) => svg`<path class="hum" d="M${-20 - 7 * n} ${BONE_END - 128}q-6 14 0 28M${20 + 7 * n} ${BONE_END - 128}q6 14 0 28" />`)}
  </g>`;
}
