import { nothing, svg, type SVGTemplateResult } from 'lit';
import { CANAL } from './bone-layer.js';
import type { Drawn } from './drawn-state.js';
import { at, BONE_END, skinEnd } from './stump-shape.js';

/** How far below its place the stem waits. */
const WAITING = 150;
/** Lower end of the adapter, where the prosthesis is coupled. */
export const ADAPTER_END = 268;

/** The stem with its rough, porous surface, without any thread; bone that grows onto it; adapter and stoma. */
export function stemLayer(drawn: Drawn): SVGTemplateResult | typeof nothing {
  const { stem } = drawn;
  if (stem < 0.02) return nothing;
  return svg`<g class="implant">
    ${stemItself(drawn)}${grownBone(drawn)}${adapter(drawn)}
  </g>`;
}

function stemItself({ stem, pressing, stemMm, boneMm }: Drawn): SVGTemplateResult {
  const top = BONE_END - CANAL + 8;
  const down = (1 - stem) * WAITING;
  return svg`<g transform="translate(0 ${at(down)})" opacity=${at(Math.min(1, 4 * stem))}>
    <path class="metal" d="M${at(-stemMm)} ${BONE_END}V${top + 8}Q0 ${top - 8} ${at(stemMm)} ${top + 8}V${BONE_END}Z" />
    <path class="porous" d="M${at(-stemMm)} ${BONE_END}V${top + 8}Q0 ${top - 8} ${at(stemMm)} ${top + 8}V${BONE_END}Z" />
    <path class="metal" d="M${at(-boneMm + 1)} ${BONE_END}h${at(2 * boneMm - 2)}v5h${at(2 - 2 * boneMm)}Z" />
    <path class="press" opacity=${at(pressing)} d="M-30 ${BONE_END + 40}v-26m-5 8l5 -9l5 9M30 ${BONE_END + 40}v-26m-5 8l5 -9l5 9" />
  </g>`;
}

/** Bone in the pores, from the wall inwards. */
function grownBone({ grown, stemMm }: Drawn): SVGTemplateResult[] {
  const rows = Array.from({ length: 12 }, (_, n) => BONE_END - 6 - 8 * n);
  return rows.flatMap((y, n) =>
    ([-1, 1] as const).map(
      (side) =>
        svg`<circle class="ingrowth" cx=${at(side * (stemMm - 0.6))} cy=${y + (n % 2) * 2} r=${at(2.2 * grown)} />`,
    ),
  );
}

function adapter(drawn: Drawn): SVGTemplateResult | typeof nothing {
  const { adapter: shown, stoma } = drawn;
  if (shown < 0.02) return nothing;
  const end = skinEnd(drawn);
  const down = (1 - shown) * 60;
  return svg`<g opacity=${at(shown)}>
    <ellipse class="stoma" cx="0" cy=${at(end - 1)} rx=${at(13 * stoma)} ry=${at(4.5 * stoma)} />
    <g transform="translate(0 ${at(down)})">
      <path class="polished" d="M-6 ${BONE_END + 3}H6V${ADAPTER_END}H-6Z" />
      <path class="shine" d="M-2.6 ${BONE_END + 5}V${ADAPTER_END - 2}" />
      <path class="metal" d="M-11 ${ADAPTER_END - 12}h22v12h-22Z" />
    </g>
    <path class="lip" d="M-13 ${at(end - 1)}Q-8 ${at(end - 7)} -6 ${at(end - 8)}M13 ${at(end - 1)}Q8 ${at(end - 7)} 6 ${at(end - 8)}" />
  </g>`;
}
