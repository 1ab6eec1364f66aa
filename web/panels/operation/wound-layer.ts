import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Drawn } from './drawn-state.js';
import { at, BONE_END, skinEnd } from './stump-shape.js';

/** The opened end of the stump: two flaps held apart, the bone bare between them. */
export function woundLayer(drawn: Drawn): SVGTemplateResult | typeof nothing {
  const { open, boneMm } = drawn;
  if (open < 0.02) return nothing;
  const end = skinEnd(drawn) + 3;
  const wide = 4 + 40 * open;
  const deep = BONE_END + 12 - 20 * open;
  const inner = open * (boneMm + 5);
  const edge = (side: -1 | 1): string =>
    `M${at(side * wide)} ${at(end)}C${at(side * wide * 0.85)} ${at(end - 16)} ${at(side * (inner + 4))} ${at(deep + 22)} ${at(side * inner)} ${at(deep)}`;
  return svg`<g class="wound">
    <path class="gap" d="M${at(-wide)} ${at(end)}C${at(-wide * 0.85)} ${at(end - 16)} ${at(-inner - 4)} ${at(deep + 22)} ${at(-inner)} ${at(deep)}H${at(inner)}C${at(inner + 4)} ${at(deep + 22)} ${at(wide * 0.85)} ${at(end - 16)} ${at(wide)} ${at(end)}Z" />
    <path class="edge" d=${edge(-1)} /><path class="edge" d=${edge(1)} />
  </g>`;
}
