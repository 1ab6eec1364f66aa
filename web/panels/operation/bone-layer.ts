import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Drawn } from './drawn-state.js';
import { at, BONE_END } from './stump-shape.js';

/** How far the canal is widened, and the stem reaches: drawn, not to scale. */
export const CANAL = 112;
/** Half the width of the hollow before, as a share of the bone's radius (drawn so). */
const HOLLOW = 0.36;

/** The bone with its hollow, and the reamer that widens it. */
export function boneLayer(drawn: Drawn): SVGTemplateResult {
  const { boneMm, stemMm, reamed } = drawn;
  const hollow = HOLLOW * boneMm;
  // In three steps, each reamer wider than the last.
  const widened = hollow + (Math.ceil(reamed * 3 - 0.05) / 3) * (stemMm - hollow);
  const top = BONE_END - CANAL;
  return svg`<g class="bone">
    <path class="cortex" d="M${-boneMm} 0V${BONE_END}H${boneMm}V0Z" />
    <path class="marrow" d="M${at(-hollow)} 0V${BONE_END}H${at(hollow)}V0Z" />
    ${
      reamed > 0.02
        ? svg`<path class="canal" d="M${at(-widened)} ${BONE_END}V${top + 4}Q0 ${top - 4} ${at(widened)} ${top + 4}V${BONE_END}Z" />`
        : nothing
    }
    <path class="cortex-edge" d="M${-boneMm} 0V${BONE_END}H${boneMm}V0" />
    ${drawn.reamer > 0.02 ? reamer(drawn, widened) : nothing}
  </g>`;
}

/** The last of the reamers at work, the narrower ones laid beside it. */
function reamer({ reamer: shown }: Drawn, half: number): SVGTemplateResult {
  const top = BONE_END - CANAL + 12;
  const below = BONE_END + 96;
  return svg`<g opacity=${shown}>
    <g class="reamer">
      <path class="shaft" d="M-2.4 ${top + 40}V${below}H2.4V${top + 40}Z" />
      <path class="head" d="M${at(-half)} ${top + 44}V${top + 6}Q0 ${top - 8} ${at(half)} ${top + 6}V${top + 44}Q0 ${top + 52} ${at(-half)} ${top + 44}Z" />
      ${[0, 10, 20, 30].map(
        (y) => svg`<path class="flute" d="M${at(-half)} ${top + 12 + y}L${at(half)} ${top + 4 + y}" />`,
      )}
      <path class="grip" d="M-9 ${below}h18v10h-18Z" />
    </g>
    ${[0.55, 0.78].map(
      (share, n) => svg`<g transform="translate(${62 + 22 * n} ${BONE_END + 58})">
        <path class="head" d="M${at(-half * share)} 26V2Q0 -6 ${at(half * share)} 2V26Q0 31 ${at(-half * share)} 26Z" />
        <path class="shaft" d="M-1.8 30V46H1.8V30Z" />
      </g>`,
    )}
  </g>`;
}
