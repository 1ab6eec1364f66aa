import { svg, type SVGTemplateResult } from 'lit';
import type { Drawn } from './drawn-state.js';
import { at, BONE_END } from './stump-shape.js';

/** Where cut muscles end that hold on to nothing. */
const RETRACTED = 132;
/** Stitches on each side, mm above the end of the bone. */
const STITCHES = [5, 11, 17] as const;

/** A muscle in front and one behind: short and loose, or drawn down and sewn to the bone. */
export function muscleLayer(drawn: Drawn): SVGTemplateResult {
  const { frontInnerMm, frontOuterMm, backInnerMm, backOuterMm } = drawn;
  return svg`<g class="muscles">
    ${muscle(drawn, -1, frontInnerMm, frontOuterMm)}${muscle(drawn, 1, backInnerMm, backOuterMm)}
  </g>`;
}

/** Stitches on both sides; they lie over the bone. */
export function sutureLayer(drawn: Drawn): SVGTemplateResult {
  return svg`<g class="sutures">${stitches(drawn, -1)}${stitches(drawn, 1)}</g>`;
}

function muscle({ drawn, boneMm }: Drawn, side: -1 | 1, inner: number, outer: number): SVGTemplateResult {
  const x = (value: number): string => at(side * value);
  const mix = (loose: number, sewn: number): number => loose + drawn * (sewn - loose);
  // The end: a blunt edge in the loose tissue, or the edge of the bone.
  const endOuter = mix(outer - 8, boneMm + 4);
  const endInner = mix(inner + 3, boneMm);
  const lowOuter = mix(RETRACTED, BONE_END - 1);
  const lowInner = mix(RETRACTED - 4, BONE_END - 22);
  const belly = mix(RETRACTED - 34, 118);
  const d =
    `M${x(inner)} 0L${x(outer)} 0L${x(outer)} ${at(belly)}` +
    `C${x(outer)} ${at(belly + 0.55 * (lowOuter - belly))} ${x(mix(outer, boneMm + 16))} ${at(lowOuter - 8)} ${x(endOuter)} ${at(lowOuter)}` +
    `Q${x((endOuter + endInner) / 2)} ${at(mix(lowOuter + 7, lowOuter))} ${x(endInner)} ${at(lowInner)}` +
    `C${x(endInner)} ${at(lowInner - 22)} ${x(inner)} ${at(belly)} ${x(inner)} ${at(belly - 30)}Z`;
  const fibres = [0.3, 0.55, 0.8].map((share) => {
    const top = inner + share * (outer - inner);
    const foot = endInner + share * (endOuter - endInner);
    const low = lowInner + share * (lowOuter - lowInner) - 5;
    return svg`<path class="fibre" d="M${x(top)} 3V${at(belly - 10)}Q${x(top)} ${at((belly + low) / 2)} ${x(foot)} ${at(low)}" />`;
  });
  return svg`<path class="muscle" d=${d} /><path class="glow" d=${d} />${fibres}`;
}

/** Threads through the muscle's end and the wall of the bone, each with its knot. */
function stitches({ sutures, boneMm }: Drawn, side: -1 | 1): SVGTemplateResult[] {
  return STITCHES.map((above, n) => {
    const shown = Math.min(1, Math.max(0, 3 * sutures - n));
    const y = BONE_END - above;
    const from = at(side * (boneMm + 5));
    const to = at(side * (boneMm - 5));
    return svg`<g class="stitch" opacity=${shown}>
      <path d="M${from} ${at(y - 2)}L${to} ${at(y)}L${from} ${at(y + 2)}" />
      <circle cx=${from} cy=${at(y)} r="1.5" />
    </g>`;
  });
}
